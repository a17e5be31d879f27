/** Where an app's page is: the id may be the address of a document. */
export type ClientHref = `/admin/clients/${string}`;

export function clientHref(id: string, part?: string): ClientHref {
  const path: ClientHref = `/admin/clients/${encodeURIComponent(id)}`;
  return part === undefined ? path : `${path}/${part}`;
}

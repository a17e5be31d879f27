/** Which pictures a page of ours may show. */

/** A picture that lies elsewhere is for apps: the browser would fetch it from there, and tell who looks at this page. */
export function ownPicture(picture: string | null | undefined, baseUrl: string): string | undefined {
  return picture?.startsWith(`${baseUrl}/`) ? picture : undefined;
}

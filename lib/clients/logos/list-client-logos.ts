/** Where the logos of apps are served: for pages that show those apps anyway. */
import type { Context } from "#lib/context/context.ts";
import { selectLogoNames } from "./store.ts";

export type LogoPath = `/app-logos/${string}`;

/** By client id; an app without a logo is not in it. */
export async function listClientLogos(
  { db }: Pick<Context, "db">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LogoPath>> {
  const rows = await selectLogoNames(db, ids);
  return new Map(rows.map(({ clientId, name }) => [clientId, logoPath(name)]));
}

export function logoPath(name: string): LogoPath {
  return `/app-logos/${name}`;
}

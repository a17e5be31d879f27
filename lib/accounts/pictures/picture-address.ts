/** Where a picture is served. */
import type { Config } from "#lib/config/load-config.ts";

export const picturesPath = "/pictures";

export function pictureAddress({ baseUrl }: Pick<Config, "baseUrl">, name: string): string {
  return `${baseUrl}${picturesPath}/${name}`;
}

/** Whether the address is one of ours: pages show no picture from elsewhere. */
export function isOwnPicture(config: Pick<Config, "baseUrl">, address: string): boolean {
  return address.startsWith(pictureAddress(config, ""));
}

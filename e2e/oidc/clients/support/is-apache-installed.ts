/** Whether Debian's packages apache2 and libapache2-mod-auth-openidc are here. */
import { existsSync } from "node:fs";

export const program = "/usr/sbin/apache2";
export const modules = "/usr/lib/apache2/modules";

export function isApacheInstalled(): boolean {
  return [program, `${modules}/mod_auth_openidc.so`].every((file) => existsSync(file));
}

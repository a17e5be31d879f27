/** The addresses that take more than other bodies may have. They read them once they know who sends. */
import { mostPictureBytes } from "#lib/accounts/pictures/schema.ts";
import { mostImageBytes } from "#lib/branding/schema.ts";
import { mostLogoBytes } from "#lib/clients/logos/schema.ts";
import { formBytes } from "#lib/http/define-file-form-route.ts";

const mostBrandBytes = Math.max(...Object.values(mostImageBytes));

const limits: readonly (readonly [pattern: RegExp, bytes: number])[] = [
  [/^\/api\/v1\/me\/picture$/, mostPictureBytes],
  [/^\/pictures$/, mostPictureBytes + formBytes],
  [/^\/api\/v1\/admin\/branding\/images\/[^/]+$/, mostBrandBytes],
  [/^\/api\/v1\/admin\/clients\/[^/]+\/logo$/, mostLogoBytes],
  [/^\/brand$/, mostBrandBytes + formBytes],
  [/^\/app-logos$/, mostLogoBytes + formBytes],
];

/** In bytes; undefined where the general limit holds. */
export function uploadLimit(path: string): number | undefined {
  return limits.find(([pattern]) => pattern.test(path))?.[1];
}

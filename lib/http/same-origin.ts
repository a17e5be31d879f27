/** Refuses state-changing calls that a page of a site not listed made (CSRF), on top of SameSite=Lax. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";

/**
 * Browsers send `Origin` with every POST and `Sec-Fetch-Site` with every request; a caller that sends neither
 * is no browser and carries nobody's cookies by accident.
 * @throws DomainError CROSS_ORIGIN
 */
export function checkSameOrigin(ctx: Pick<Context, "config">, headers: Headers): void {
  const origin = headers.get("origin");
  if (origin !== null) {
    const { baseUrl, corsOrigins } = ctx.config;
    if (origin !== baseUrl && !corsOrigins.includes(origin)) throw new DomainError("CROSS_ORIGIN");
    return;
  }
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") throw new DomainError("CROSS_ORIGIN");
}

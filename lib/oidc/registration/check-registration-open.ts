/** Whether apps may register themselves here at all. */
import type { Config } from "#lib/config/load-config.ts";
import { DomainError } from "#lib/errors/domain-error.ts";

/** Where they may not, the endpoints are as if they were not there. @throws DomainError NOT_FOUND */
export function checkRegistrationOpen({ dynamicRegistration }: Pick<Config, "dynamicRegistration">): void {
  if (dynamicRegistration === "off") throw new DomainError("NOT_FOUND");
}

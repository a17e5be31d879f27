/** Whether the FIDO conformance interface exists here at all. */
import type { Config } from "#lib/config/load-config.ts";
import { DomainError } from "#lib/errors/domain-error.ts";

/** Asked by every operation of the interface, whoever calls it. @throws DomainError NOT_FOUND */
export function checkConformanceOpen(config: Pick<Config, "fidoConformanceApi">): void {
  if (!config.fidoConformanceApi) throw new DomainError("NOT_FOUND");
}

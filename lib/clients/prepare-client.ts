/** What was said about an app → the columns of its row, with every rule checked. */
import { isDeepStrictEqual } from "node:util";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { Config } from "#lib/config/load-config.ts";
import { DomainError, type FieldProblem } from "#lib/errors/domain-error.ts";
import { metadataProblems } from "./check-metadata.ts";
import { checkSectorIdentifier } from "./check-sector-identifier.ts";
import { completeMetadata, type MetadataOrigin } from "./complete-metadata.ts";
import type { ClientMetadata, PartialMetadata } from "./schema.ts";

export interface PreparedClient extends ClientMetadata {
  readonly sectorIdentifier: string | null;
}

export interface Preparation {
  readonly origin: MetadataOrigin;
  /** The row that changes: a sector that is what it was is not looked at again. */
  readonly before?: ClientRow;
}

/** May fetch `sectorIdentifierUri`, so never inside a transaction. @throws DomainError VALIDATION_ERROR with every bad field */
export async function prepareClient(
  config: Config,
  given: PartialMetadata,
  { origin, before }: Preparation,
): Promise<PreparedClient> {
  const metadata = completeMetadata(given, origin);
  const problems = metadataProblems(metadata);
  if (problems.length > 0) throw invalid(problems);
  if (before && hasSameSector(before, metadata))
    return { ...metadata, sectorIdentifier: before.sectorIdentifier };
  const sector = await checkSectorIdentifier(config, metadata);
  if ("problem" in sector) throw invalid([sector.problem]);
  return { ...metadata, ...sector };
}

function hasSameSector(before: ClientRow, after: ClientMetadata): boolean {
  const names = ["sectorIdentifierUri", "subjectType", "redirectUris"] as const;
  return names.every((name) => isDeepStrictEqual(before[name], after[name]));
}

function invalid(fields: readonly FieldProblem[]): DomainError {
  return new DomainError("VALIDATION_ERROR", { fields });
}

/** A group's row as administrators see it. */
import type { GroupRow } from "#drizzle/schema/groups.ts";

export type Group = Omit<GroupRow, "attestationPolicy"> & {
  /** It says which authenticators its members may use. */
  readonly hasAttestationPolicy: boolean;
};

export function describeGroup({ attestationPolicy, ...group }: GroupRow): Group {
  return { ...group, hasAttestationPolicy: attestationPolicy !== null };
}

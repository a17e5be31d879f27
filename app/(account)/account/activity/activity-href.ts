/** Where a part of the activity stands: kind and place are in the address, so that a page can be kept and shared. */
import type { ActivityKind } from "#lib/audit/activity/schema.ts";

interface ActivityPlace {
  readonly kind?: ActivityKind | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

export function activityHref(place: ActivityPlace): string {
  const given = Object.entries(place).filter(([, value]) => value !== undefined) as [string, string][];
  const query = new URLSearchParams(given).toString();
  return query === "" ? "/account/activity" : `/account/activity?${query}`;
}

/** Column types that every room's tables share. */
import { customType, timestamp } from "drizzle-orm/pg-core";

/** Raw bytes: hashes, handles, sealed secrets. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  fromDriver: (value) => new Uint8Array(value),
});

/** An instant, read as a `Date`; PostgreSQL keeps microseconds, JavaScript milliseconds. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

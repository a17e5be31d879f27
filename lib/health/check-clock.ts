/** Whether this machine and the database agree what time it is: lifetimes are compared across the two. */
import type { HealthRow } from "./report.ts";

const toleratedMs = 2_000;

export function checkClock(skewMs: number): HealthRow {
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  return Math.abs(skewMs) <= toleratedMs
    ? { name: "clock", status: "healthy", message: "The clock agrees with the database's." }
    : {
        name: "clock",
        status: "degraded",
        message: `The clock and the database's are ${seconds} s apart. Synchronise both with NTP.`,
      };
}

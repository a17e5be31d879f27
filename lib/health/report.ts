/** The shape of a health report. */

export type HealthStatus = "healthy" | "degraded" | "unhealthy";

export interface HealthRow {
  readonly name: "database" | "signing_keys" | "clock" | "metadata" | "mail" | "disk";
  readonly status: HealthStatus;
  /** One plain sentence; names no host, user or path: anybody may ask. */
  readonly message: string;
}

export interface HealthReport {
  /** That of the worst part. */
  readonly status: HealthStatus;
  readonly parts: readonly HealthRow[];
}

export function worstOf(rows: readonly HealthRow[]): HealthStatus {
  if (rows.some((row) => row.status === "unhealthy")) return "unhealthy";
  return rows.some((row) => row.status === "degraded") ? "degraded" : "healthy";
}

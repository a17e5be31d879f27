/** Room left for the embedded database: PostgreSQL stops when its disk is full. */
import { statfs } from "node:fs/promises";
import type { HealthRow, HealthStatus } from "./report.ts";

const mebibyte = 1024 * 1024;

/** What is needed to go on, and below which somebody should make room. */
const limits = { unhealthyMiB: 64, degradedMiB: 1024 } as const;

export async function checkDisk(dataDir: string): Promise<HealthRow> {
  try {
    const { bavail, bsize } = await statfs(dataDir);
    return diskRow(Math.floor((bavail * bsize) / mebibyte));
  } catch {
    return { name: "disk", status: "degraded", message: "The free space cannot be determined." };
  }
}

export function diskRow(freeMiB: number): HealthRow {
  const status: HealthStatus =
    freeMiB < limits.unhealthyMiB ? "unhealthy" : freeMiB < limits.degradedMiB ? "degraded" : "healthy";
  const message =
    status === "healthy"
      ? "There is room for the database."
      : `Only ${freeMiB} MiB are left for the database. Make room.`;
  return { name: "disk", status, message };
}

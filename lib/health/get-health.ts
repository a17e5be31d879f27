/** How the instance is, for who looks after it: every part, and which program it is. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { processWide } from "#lib/context/process-wide.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { checkHealth } from "./check-health.ts";
import type { HealthReport } from "./report.ts";

export interface Program {
  readonly version: string;
  /** Of Node.js. */
  readonly runtime: string;
  readonly platform: string;
  readonly startedAt: Date;
  readonly database: "embedded" | "external";
}

export interface Health {
  readonly report: HealthReport;
  readonly program: Program;
}

/** @throws DomainError FORBIDDEN */
export async function getHealth(ctx: Context): Promise<Health> {
  checkPermission(ctx, "health.read");
  const { db, config, keyring, log } = ctx;
  return { report: await checkHealth({ db, config, keyring, log }), program: describeProgram(ctx) };
}

function describeProgram({ config, now }: Context): Program {
  return {
    version: processWide("health/version", () => readVersion(config.programDirectory)),
    runtime: process.version,
    platform: `${process.platform} ${process.arch}`,
    startedAt: new Date(now.getTime() - Math.round(process.uptime()) * 1000),
    database: config.databaseUrl === undefined ? "embedded" : "external",
  };
}

const packageSchema = z.object({ version: z.string().max(64) });

function readVersion(directory: string): string {
  try {
    return packageSchema.parse(JSON.parse(readFileSync(join(directory, "package.json"), "utf8"))).version;
  } catch {
    return "unknown";
  }
}

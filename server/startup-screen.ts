/** What the terminal shows: a running server in one calm block, or the reason why there is none. */
import type { StartupError } from "#lib/errors/startup-error.ts";

export interface Welcome {
  readonly baseUrl: string;
  readonly dataDir: string | undefined;
  readonly notices: readonly string[];
  readonly setUp: { readonly token: string; readonly expiresAt: Date } | undefined;
}

export function formatWelcome(welcome: Welcome): string {
  const lines = [`Latchkey is running at ${welcome.baseUrl}`];
  if (welcome.setUp) {
    lines.push(
      "",
      "It has no administrator yet. Open this link to become the first one:",
      `  ${welcome.baseUrl}/set-up?token=${welcome.setUp.token}`,
      `It works once, until ${timeOf(welcome.setUp.expiresAt)}. A new one: npm run latchkey -- set-up-link`,
    );
  }
  const place = welcome.dataDir === undefined ? [] : [`Data and keys: ${welcome.dataDir}`];
  lines.push("", ...place, ...welcome.notices, "Stop with Ctrl+C.");
  return block(lines);
}

/** The problem and what to do about it, without a stack. */
export function formatStartupError(error: StartupError): string {
  const remedies = error.remedies.map((remedy) => `  ${remedy}`);
  return block(["Latchkey cannot start.", error.message, ...(remedies.length > 0 ? ["", ...remedies] : [])]);
}

function block(lines: readonly string[]): string {
  return `\n${lines.map((line) => (line === "" ? "" : `  ${line}`)).join("\n")}\n\n`;
}

function timeOf(date: Date): string {
  return date.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}

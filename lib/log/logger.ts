/** JSON log lines by pino; secrets redact themselves by name wherever they stand. */
import pino, { type Logger } from "pino";
import { serializeError } from "./serialize-error.ts";

export type { Logger };

export interface LogOptions {
  readonly level: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  readonly format: "json" | "pretty";
}

/** Names that must never be readable in a log, at the top or one level down. */
const secretNames = [
  "authorization",
  "cookie",
  "setCookie",
  "password",
  "secret",
  "clientSecret",
  "token",
  "code",
  "accessToken",
  "idToken",
  "refreshToken",
  "codeVerifier",
  "challenge",
  "signature",
  "clientDataJSON",
  "attestationObject",
  "authenticatorData",
  "privateJwk",
  "key",
  "client_secret",
  "access_token",
  "id_token",
  "code_verifier",
];

/** Where lines go instead of standard output; tests read them there. */
export type LogSink = { write(line: string): void };

/** Makes the process's logger. `security` is a level of its own, above `warn`, never filtered below it. */
export function createLogger(options: LogOptions, sink?: LogSink): Logger<"security"> {
  return pino(
    {
      level: options.level,
      customLevels: { security: 45 },
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secretNames.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" },
      serializers: { err: serializeError },
    },
    options.format === "pretty" ? prettyDestination(sink ?? process.stdout) : sink,
  );
}

/** One readable line an event, for a person at a terminal. */
function prettyDestination(sink: LogSink): pino.DestinationStream {
  return {
    write(line: string) {
      const { level, time, msg, ...rest } = JSON.parse(line) as Record<string, unknown>;
      const fields = Object.entries(rest).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
      sink.write(
        `${String(time).slice(11, 19)} ${String(level).padEnd(8)} ${String(msg ?? "")} ${fields.join(" ")}\n`,
      );
    },
  };
}

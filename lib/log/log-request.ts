/** One log line a request: what was asked, how it ended, how long it took. Never the query: codes and tokens ride there. */
import type { Logger } from "./logger.ts";

export interface RequestLine {
  readonly requestId: string;
  readonly method: string;
  /** The path alone. */
  readonly route: string;
  readonly status: number;
  readonly durationMs: number;
  readonly ip: string;
  /** False when the client went away before the answer had left. */
  readonly complete: boolean;
}

const longestRoute = 256;

/** Logs at `info`; at `debug` what every page view drags along (build assets, probes). */
export function logRequest(log: Logger<"security">, line: RequestLine): void {
  const { requestId, method, status, ip, complete } = line;
  const level = isBackground(line) ? "debug" : "info";
  log[level](
    {
      requestId,
      method: method.slice(0, 16),
      route: line.route.slice(0, longestRoute),
      status,
      ms: Math.round(line.durationMs * 10) / 10,
      ip,
      ...(complete ? {} : { aborted: true }),
    },
    "request",
  );
}

function isBackground({ route, status }: RequestLine): boolean {
  return status < 400 && (route.startsWith("/_next/") || route === "/api/v1/health/live");
}

/** One request with what the server found out about it, as both lanes receive it. */
import type { IncomingMessage, ServerResponse } from "node:http";

export interface Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly method: string;
  /** Percent-encoded, without the query. */
  readonly path: string;
  /** Begins with `?`, or empty. */
  readonly search: string;
  readonly requestId: string;
  /** The client's address, through declared proxies only. */
  readonly address: string;
}

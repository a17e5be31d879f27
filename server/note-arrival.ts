/** Notes how a request came, for the pages that tell administrators whether the way to the program is set up well. */
import type { IncomingMessage } from "node:http";
import type { Arrival } from "#lib/http/arrival.ts";
import { arrivalHeader } from "#lib/http/internal-headers.ts";

const told = /^\/(admin|api\/v1\/admin)\/health$/;
const longest = 256;

/** After what a client sent under our own names was removed, and before what proxies sent is. */
export function noteArrival(
  { headers }: IncomingMessage,
  path: string,
  from: { readonly peer: string; readonly peerTrusted: boolean },
): void {
  if (!told.test(path)) return;
  const sent = (name: string) => headers[name]?.toString().split(",")[0]?.trim().slice(0, longest);
  const arrival: Arrival = {
    ...from,
    host: sent("host") ?? "",
    forwardedHost: sent("x-forwarded-host"),
    forwardedProto: sent("x-forwarded-proto")?.toLowerCase(),
    forwardedFor: sent("x-forwarded-for"),
  };
  headers[arrivalHeader] = JSON.stringify(arrival);
}

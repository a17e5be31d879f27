/** How a request reached the program: by which address, over what, and past which proxy. */
import { z } from "zod";
import type { Config } from "#lib/config/load-config.ts";
import { arrivalHeader } from "./internal-headers.ts";

/** As the server saw it, before it put the configured names in the place of what was sent. */
export const arrivalSchema = z.object({
  /** The other end of the connection. */
  peer: z.string(),
  /** It is one of TRUSTED_PROXIES. */
  peerTrusted: z.boolean(),
  host: z.string(),
  forwardedHost: z.string().optional(),
  forwardedProto: z.string().optional(),
  forwardedFor: z.string().optional(),
});

export type Arrival = z.infer<typeof arrivalSchema>;

export type ArrivalFinding =
  | "address_fits"
  | "address_differs"
  | "https"
  | "https_untold"
  | "not_https"
  | "local"
  | "client_address_known"
  | "proxy_unknown"
  | "proxy_silent";

/** Undefined where the server did not look: it does only for the pages that tell of it. */
export function readArrival(headers: Headers): Arrival | undefined {
  const text = headers.get(arrivalHeader);
  return text === null ? undefined : arrivalSchema.safeParse(JSON.parse(text)).data;
}

/** The address that was used, whether the connection was encrypted, and whether clients' addresses arrive. */
export function judgeArrival(
  arrival: Arrival,
  { baseUrl, secure }: Pick<Config, "baseUrl" | "secure">,
): readonly ArrivalFinding[] {
  const used = arrival.forwardedHost ?? arrival.host;
  return [
    used.toLowerCase() === new URL(baseUrl).host ? "address_fits" : "address_differs",
    encryption(arrival, secure),
    clientAddress(arrival, secure),
  ];
}

function encryption({ forwardedProto }: Arrival, secure: boolean): ArrivalFinding {
  if (!secure) return "local";
  if (forwardedProto === undefined) return "https_untold";
  return forwardedProto === "https" ? "https" : "not_https";
}

/** The program speaks no TLS itself: where the base is https, something stands in front of it. */
function clientAddress({ forwardedFor, peerTrusted }: Arrival, secure: boolean): ArrivalFinding {
  if (forwardedFor !== undefined) return peerTrusted ? "client_address_known" : "proxy_unknown";
  return secure ? "proxy_silent" : "client_address_known";
}

const troubling: ReadonlySet<ArrivalFinding> = new Set([
  "address_differs",
  "not_https",
  "proxy_unknown",
  "proxy_silent",
]);

export function isTrouble(finding: ArrivalFinding): boolean {
  return troubling.has(finding);
}

/**
 * Request headers by which the server hands its findings to both lanes. The server removes whatever a client
 * sent under these names before it sets them (server/http-server.ts), so they can be believed.
 */
export const requestIdHeader = "x-latchkey-request-id";
/** Path and query of the page, which Next tells no layout. */
export const requestTargetHeader = "x-latchkey-target";
export const clientAddressHeader = "x-latchkey-client-address";
/** How the request came, for the pages that tell of it. */
export const arrivalHeader = "x-latchkey-arrival";

/** The other way round: a response header by which a route names the origins of its frames. It leaves as content policy. */
export const frameSourcesHeader = "x-latchkey-frame-sources";

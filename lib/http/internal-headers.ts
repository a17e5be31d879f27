/**
 * Request headers by which the server hands its findings to both lanes. The server removes whatever a client
 * sent under these names before it sets them (server/http-server.ts), so they can be believed.
 */
export const requestIdHeader = "x-latchkey-request-id";
export const clientAddressHeader = "x-latchkey-client-address";

/** Answers what Node could not parse as a request, on the bare socket. */
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { dataPolicy } from "./security-headers.ts";

/** For the server's `clientError`: the status that fits, and an end to the connection. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  endSocket(socket, unreadableStatus[error.code ?? ""] ?? "400 Bad Request");
}

/** An answer without a body, after which the connection closes. */
export function endSocket(socket: Duplex, status: string): void {
  socket.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\nX-Content-Type-Options: nosniff\r\n` +
      `Content-Security-Policy: ${dataPolicy}\r\n\r\n`,
  );
}

const unreadableStatus: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

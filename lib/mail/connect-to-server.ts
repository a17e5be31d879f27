/** Opens the connection to the mail server, with the system's own look-up of its name. */
import { connect, type Socket } from "node:net";

const timeoutMs = 10_000;

/**
 * nodemailer asks name servers itself, past the machine's own table of hosts, and waits for them even for `localhost`.
 * The system's look-up knows inner names, and tries both families of addresses.
 * @throws Error of the connection
 */
export async function connectToServer(host: string, port: number, signal: AbortSignal): Promise<Socket> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = connect({ host, port });
  const abandon = () => socket.destroy(new Error("the mail server was not reached in time"));
  limit.addEventListener("abort", abandon);
  socket.once("connect", resolve);
  socket.once("error", reject);
  if (limit.aborted) abandon();
  try {
    await promise;
  } finally {
    limit.removeEventListener("abort", abandon);
    socket.off("connect", resolve);
    socket.off("error", reject);
  }
  return socket;
}

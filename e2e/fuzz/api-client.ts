/** Posts bodies, well-formed or not, over connections that stay open. */
import { Agent, request } from "node:http";

export interface Answer {
  /** 0 when there was no answer at all. */
  readonly status: number;
  readonly text: string;
}

export interface ApiClient {
  post(path: string, body: string | Uint8Array): Promise<Answer>;
  /** Posts JSON and returns `data`. @throws Error for anything but 200 */
  succeed<T>(path: string, body: unknown): Promise<T>;
  close(): void;
}

const timeoutMs = 20_000;

export function createApiClient(baseUrl: string, connections: number): ApiClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const headers = { "content-type": "application/json", origin: baseUrl };
  const post = (path: string, body: string | Uint8Array): Promise<Answer> => {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const options = { agent, method: "POST", timeout: timeoutMs };
    const length = Buffer.byteLength(body);
    const call = request(
      baseUrl + path,
      { ...options, headers: { ...headers, "content-length": length } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        );
        response.on("error", (error) => resolve({ status: 0, text: String(error) }));
      },
    );
    call.on("timeout", () => call.destroy(new Error("no answer in time")));
    call.on("error", (error) => resolve({ status: 0, text: String(error) }));
    call.end(body);
    return promise;
  };
  return {
    post,
    succeed: async <T>(path: string, body: unknown) => {
      const { status, text } = await post(path, JSON.stringify(body));
      if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
      return (JSON.parse(text) as { data: T }).data;
    },
    close: () => agent.destroy(),
  };
}

/** The code of a refusal, or undefined. */
export function codeOf({ text }: Answer): string | undefined {
  try {
    return (JSON.parse(text) as { error?: { code?: string } }).error?.code;
  } catch {
    return undefined;
  }
}

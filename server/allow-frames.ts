/** Lets a page of the protocol hold frames of the very apps that its route names, and of nobody else. */
import type { ServerResponse } from "node:http";
import { frameSourcesHeader } from "#lib/http/internal-headers.ts";
import { type PagePolicy, pagePolicy } from "./security-headers.ts";

/** The policy is set before the route runs; here it is set anew, last, where the route asks for frames. */
export function allowFrames(res: ServerResponse, page: PagePolicy): void {
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => ServerResponse;
  res.writeHead = (...args: unknown[]) => {
    const frames = res.getHeader(frameSourcesHeader);
    if (typeof frames === "string") {
      res.removeHeader(frameSourcesHeader);
      res.setHeader("Content-Security-Policy", pagePolicy({ ...page, frames: frames.split(" ") }));
    }
    return writeHead(...args);
  };
}

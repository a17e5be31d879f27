/** The built scripts and styles as they were compressed at the build: a seventh less to load than what Next compresses by itself. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Exchange } from "./exchange.ts";
import { dataPolicy } from "./security-headers.ts";

interface StaticFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/** By the path that pages name. All of them together are less than a megabyte. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

/** `folder` is what is served below `/_next/static/`. */
export function readStaticFiles(folder: string): StaticFiles {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".br"),
  );
  return new Map(
    names.map((name) => {
      const plain = name.slice(0, -".br".length).replaceAll("\\", "/");
      const mediaType = plain.endsWith(".css") ? "text/css" : "application/javascript";
      const file = { bytes: readFileSync(join(folder, name)), mediaType: `${mediaType}; charset=utf-8` };
      return [`/_next/static/${plain}`, file];
    }),
  );
}

/** True where it has answered. Whoever does not take Brotli is answered by Next. */
export function answerStatic({ req, res, method, path }: Exchange, files: StaticFiles): boolean {
  const file = files.get(path);
  if (!file || (method !== "GET" && method !== "HEAD") || !takesBrotli(req.headers["accept-encoding"]))
    return false;
  // The name has a hash of what is in the file: it never means another one.
  res.setHeader("Cache-Control", "public, max-age=31536000, immutable");
  res.setHeader("Content-Encoding", "br");
  res.setHeader("Content-Length", file.bytes.length);
  res.setHeader("Content-Security-Policy", dataPolicy);
  res.setHeader("Content-Type", file.mediaType);
  res.setHeader("Vary", "Accept-Encoding");
  res.end(method === "HEAD" ? undefined : file.bytes);
  return true;
}

/** RFC 9110 section 12.5.3, for one coding: named, and not with a weight of zero. */
function takesBrotli(header: string | string[] | undefined): boolean {
  return String(header ?? "")
    .split(",")
    .some((coding) => {
      const [name, weight = "q=1"] = coding.toLowerCase().replaceAll(/\s/g, "").split(";");
      return name === "br" && !/^q=0(\.0*)?$/.test(weight);
    });
}

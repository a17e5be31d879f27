import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compressStatic } from "./compress-static.ts";
import type { Exchange } from "./exchange.ts";
import { answerStatic, readStaticFiles, type StaticFiles } from "./static-files.ts";

const script = `console.log("${"a word and ".repeat(200)}");`;
let folder: string;
let files: StaticFiles;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "latchkey-static-"));
  mkdirSync(join(folder, "chunks"));
  writeFileSync(join(folder, "chunks/a.js"), script);
  writeFileSync(join(folder, "chunks/b.css"), "a{color:red}".repeat(50));
  writeFileSync(join(folder, "chunks/short.js"), "1");
  writeFileSync(join(folder, "chunks/picture.png"), script);
  await compressStatic(folder);
  files = readStaticFiles(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

function ask(path: string, acceptEncoding: string | undefined, method = "GET") {
  const req = { headers: { "accept-encoding": acceptEncoding }, method } as IncomingMessage;
  const res = new ServerResponse(req);
  const sent: unknown[] = [];
  res.end = ((bytes: unknown) => sent.push(bytes)) as never;
  const rest = { search: "", requestId: "r", address: "" };
  return { answered: answerStatic({ req, res, method, path, ...rest } as Exchange, files), res, sent };
}

describe("a built file", () => {
  it("is sent as it was compressed, to be kept for good and never to be a page", () => {
    const { answered, res, sent } = ask("/_next/static/chunks/a.js", "gzip, deflate, br, zstd");
    expect(answered).toBe(true);
    expect(brotliDecompressSync(sent[0] as Buffer).toString()).toBe(script);
    expect(res.getHeaders()).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      "content-encoding": "br",
      "content-length": (sent[0] as Buffer).length,
      "content-type": "application/javascript; charset=utf-8",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      vary: "Accept-Encoding",
    });
    expect(ask("/_next/static/chunks/b.css", "br").res.getHeader("content-type")).toBe(
      "text/css; charset=utf-8",
    );
  });

  it("is told of without its bytes where only that is asked", () => {
    const { answered, sent } = ask("/_next/static/chunks/a.js", "br", "HEAD");
    expect([answered, sent[0]]).toEqual([true, undefined]);
  });

  it.each([undefined, "", "gzip", "br;q=0", "br; q=0.000", "brotli", "*;q=0"])(
    "is left to Next for whoever sends Accept-Encoding %j",
    (header) => {
      expect(ask("/_next/static/chunks/a.js", header).answered).toBe(false);
    },
  );

  it.each([
    "/_next/static/chunks/a.js.br",
    "/_next/static/chunks/../chunks/a.js",
    "/_next/static/chunks/short.js",
    "/_next/static/chunks/picture.png",
    "/chunks/a.js",
    "/",
  ])("is nothing at %s", (path) => {
    expect(ask(path, "br").answered).toBe(false);
  });

  it("is not written to", () => {
    expect(ask("/_next/static/chunks/a.js", "br", "POST").answered).toBe(false);
  });
});

/** Bytes that somebody sent → a small square JPEG of ours, decoded in a process that holds no secret. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { buffer, text } from "node:stream/consumers";
import { processWide } from "#lib/context/process-wide.ts";
import { exitCodes } from "./decoder-contract.ts";
import { ImageRefusal } from "./image-refusal.ts";
import { sniffFormat } from "./sniff-format.ts";

export interface SquareWish {
  /** `config.programDirectory`. */
  readonly programDirectory: string;
  readonly sidePixels: number;
  readonly timeoutMs: number;
}

/**
 * Cropped from the middle, without any metadata. One picture at a time in this process: the others wait their turn, for
 * which no time is counted.
 * @throws ImageRefusal
 */
export function squareImage(bytes: Uint8Array, wish: SquareWish): Promise<Buffer> {
  if (sniffFormat(bytes) === undefined) return Promise.reject(new ImageRefusal("unknown_format"));
  const queue = processWide("images/queue", () => ({ last: Promise.resolve() as Promise<unknown> }));
  const work = queue.last.then(() => decode(bytes, wish));
  queue.last = work.catch(() => {});
  return work;
}

async function decode(bytes: Uint8Array, wish: SquareWish): Promise<Buffer> {
  const child = startDecoder(wish);
  const exited = Promise.withResolvers<number | null>();
  child.once("error", exited.reject);
  child.once("close", exited.resolve);
  // It may end before it has read everything.
  child.stdin.on("error", () => {});
  child.stdin.end(bytes);
  const timer = setTimeout(() => child.kill("SIGKILL"), wish.timeoutMs);
  try {
    const [code, jpeg, complaint] = await Promise.all([
      exited.promise,
      buffer(child.stdout),
      text(child.stderr),
    ]);
    if (code === 0) return jpeg;
    if (code === exitCodes.tooManyPixels) throw new ImageRefusal("too_many_pixels", complaint);
    if (code === exitCodes.unreadable) throw new ImageRefusal("unreadable", complaint);
    if (child.signalCode === "SIGKILL") throw new ImageRefusal("too_slow");
    // A decoder that crashed was given something broken, or something made to break it.
    if (child.signalCode !== null) throw new ImageRefusal("unreadable", child.signalCode);
    throw new Error(`the decoder ended with ${code}: ${complaint}`);
  } finally {
    clearTimeout(timer);
  }
}

/** Without the environment of the server, which holds what nobody may read. */
function startDecoder({ programDirectory, sidePixels }: SquareWish): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ["--no-warnings", "lib/images/decoder.ts", String(sidePixels)], {
    cwd: programDirectory,
    env: { NODE_ENV: "production" },
    windowsHide: true,
  });
}

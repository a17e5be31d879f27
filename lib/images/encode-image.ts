/** Bytes that somebody sent → a picture of ours, decoded in a process that holds no secret. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { buffer, text } from "node:stream/consumers";
import { processWide } from "#lib/context/process-wide.ts";
import { exitCodes, type ImageShape, sizeHeaderBytes } from "./decoder-contract.ts";
import { ImageRefusal } from "./image-refusal.ts";
import { isDrawing, sniffFormat } from "./sniff-format.ts";

export interface ImageWish {
  /** `config.programDirectory`. */
  readonly programDirectory: string;
  readonly shape: ImageShape;
  readonly timeoutMs: number;
}

export interface EncodedImage {
  readonly bytes: Buffer;
  readonly mediaType: `image/${ImageShape["format"]}`;
  readonly width: number;
  readonly height: number;
}

/**
 * Without any metadata. One picture at a time in this process: the others wait their turn, for which no time is counted.
 * @throws ImageRefusal
 */
export function encodeImage(bytes: Uint8Array, wish: ImageWish): Promise<EncodedImage> {
  if (sniffFormat(bytes) === undefined && !(wish.shape.drawings && isDrawing(bytes)))
    return Promise.reject(new ImageRefusal("unknown_format"));
  const queue = processWide("images/queue", () => ({ last: Promise.resolve() as Promise<unknown> }));
  const work = queue.last.then(() => decode(bytes, wish));
  queue.last = work.catch(() => {});
  return work;
}

async function decode(bytes: Uint8Array, wish: ImageWish): Promise<EncodedImage> {
  const child = startDecoder(wish);
  const exited = Promise.withResolvers<number | null>();
  child.once("error", exited.reject);
  child.once("close", exited.resolve);
  // It may end before it has read everything.
  child.stdin.on("error", () => {});
  child.stdin.end(bytes);
  const timer = setTimeout(() => child.kill("SIGKILL"), wish.timeoutMs);
  try {
    const [code, output, complaint] = await Promise.all([
      exited.promise,
      buffer(child.stdout),
      text(child.stderr),
    ]);
    if (code === 0) return readOutput(output, wish.shape);
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

function readOutput(output: Buffer, { format }: ImageShape): EncodedImage {
  return {
    bytes: output.subarray(sizeHeaderBytes),
    mediaType: `image/${format}`,
    width: output.readUInt32BE(0),
    height: output.readUInt32BE(4),
  };
}

/** Without the environment of the server, which holds what nobody may read. */
function startDecoder({ programDirectory, shape }: ImageWish): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, ["--no-warnings", "lib/images/decoder.ts", JSON.stringify(shape)], {
    cwd: programDirectory,
    env: { NODE_ENV: "production" },
    windowsHide: true,
  });
}

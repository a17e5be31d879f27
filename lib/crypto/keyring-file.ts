/** The key file: made at first start for its owner's eyes only, refused when others could read it. */
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { StartupError } from "#lib/errors/startup-error.ts";
import { decodeBase64url, encodeBase64url } from "./base64url.ts";
import type { EncryptionKey, Keyring } from "./keyring.ts";
import { randomToken } from "./random.ts";

const fileSchema = z.object({
  keys: z
    .array(
      z.object({
        id: z.string().regex(/^[A-Za-z0-9_-]{1,32}$/),
        key: z
          .string()
          .length(43)
          .transform((text) => decodeBase64url(text) ?? new Uint8Array()),
      }),
    )
    .min(1)
    .max(100),
});

/**
 * The keyring in `path`, or undefined where there is no such file.
 * @throws StartupError when it cannot be read, others can read it, or it holds something else.
 */
export function readKeyringFile(path: string): Keyring | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return undefined;
  if (process.platform !== "win32" && (stat.mode & 0o077) !== 0) {
    throw new StartupError(`The key file ${path} can be read by other users of this machine.`, [
      `Close it: chmod 600 ${path}`,
    ]);
  }
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new StartupError(
      `The key file ${path} cannot be read: ${(cause as Error).message}`,
      ["Start Latchkey as the user who owns it, or name another file with KEY_FILE."],
      { cause },
    );
  }
  return parseKeyring(path, text);
}

/** Makes `path` with one new key, unless somebody else has just made it; returns what is in it then. */
export function createKeyringFile(path: string): Keyring {
  const key: EncryptionKey = { id: encodeBase64url(randomToken(6)), key: randomToken(32) };
  const text = JSON.stringify({ keys: [{ id: key.id, key: encodeBase64url(key.key) }] }, undefined, 2);
  const unfinished = join(dirname(path), `.keys-${encodeBase64url(randomToken(6))}`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeDurably(unfinished, `${text}\n`);
    publish(unfinished, path);
  } catch (cause) {
    throw new StartupError(
      `The key file ${path} cannot be made: ${(cause as Error).message}`,
      ["Choose a place that you may write to with KEY_FILE, or give the keys with ENCRYPTION_KEYS."],
      { cause },
    );
  }
  return readKeyringFile(path) ?? { keys: [key] };
}

/** `link` gives the name only to a whole file, and only where nobody has it: no reader ever sees half a key. */
function publish(unfinished: string, path: string): void {
  try {
    linkSync(unfinished, path);
    const directory = openSync(dirname(path), "r");
    fsyncSync(directory);
    closeSync(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    unlinkSync(unfinished);
  }
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, "wx", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function parseKeyring(path: string, text: string): Keyring {
  try {
    const { keys } = fileSchema.parse(JSON.parse(text));
    const [first, ...rest] = keys;
    if (first && keys.every((entry) => entry.key.length === 32)) return { keys: [first, ...rest] };
  } catch {
    // What follows tells it better than a parser, and without showing what was in the file.
  }
  throw new StartupError(`The key file ${path} does not hold encryption keys.`, [
    "Put the file back from your backup: without it, what is sealed in the database cannot be opened.",
  ]);
}

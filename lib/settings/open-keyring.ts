/** Opens the encryption keyring and proves that it belongs to this database. */
import { unlinkSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "#lib/config/load-config.ts";
import { decodeBase64url, encodeBase64url } from "#lib/crypto/base64url.ts";
import { type Keyring, open, seal } from "#lib/crypto/keyring.ts";
import { createKeyringFile, readKeyringFile } from "#lib/crypto/keyring-file.ts";
import { randomToken } from "#lib/crypto/random.ts";
import type { Database } from "#lib/db/client.ts";
import { StartupError } from "#lib/errors/startup-error.ts";
import { findSetting, insertSettingOnce } from "./store.ts";

const settingName = "keyring_check";
/** Associated data of the check value: it opens as nothing else. */
const purpose = "latchkey/keyring-check";

/**
 * The keys of ENCRYPTION_KEYS, or of the key file, which the very first start makes. A value sealed at that start
 * lies in the database and must open: a wrong key file is noticed now and not at somebody's sign-in.
 * @throws StartupError when the keys are missing, unreadable or another database's.
 */
export async function openKeyring(db: Database, config: Config, dataDir: string): Promise<Keyring> {
  const checkValue = await findSetting(db, settingName);
  if (config.encryptionKeys) {
    const [first, ...rest] = config.encryptionKeys;
    if (!first) throw new StartupError("ENCRYPTION_KEYS holds no key.");
    return await proven(db, { keys: [first, ...rest] }, checkValue, "ENCRYPTION_KEYS");
  }
  const path = config.keyFile ?? join(dataDir, "keys.json");
  const existing = readKeyringFile(path);
  if (existing) return await proven(db, existing, checkValue, `The key file ${path}`);
  if (checkValue !== undefined) {
    throw new StartupError(`The key file ${path} is missing, and the database was sealed with one.`, [
      "Put the file back from your backup, or name it with KEY_FILE or ENCRYPTION_KEYS.",
    ]);
  }
  const created = createKeyringFile(path);
  try {
    return await proven(db, created, undefined, `The key file ${path}`);
  } catch (error) {
    // Another instance was first with a key of its own; ours has sealed nothing.
    if (error instanceof StartupError) unlinkSync(path);
    throw error;
  }
}

async function proven(db: Database, keyring: Keyring, known: unknown, name: string): Promise<Keyring> {
  let checkValue = known;
  if (checkValue === undefined) {
    const sealed = encodeBase64url(seal(keyring, randomToken(32), purpose));
    await insertSettingOnce(db, settingName, sealed, new Date());
    checkValue = await findSetting(db, settingName);
  }
  try {
    open(keyring, decodeBase64url(String(checkValue)) ?? new Uint8Array(), purpose);
  } catch (cause) {
    throw new StartupError(
      `${name} does not belong to this database.`,
      [
        "Use the keys that this database was first started with; a backup of it should hold them too.",
        "Or start with another database or data directory.",
      ],
      { cause },
    );
  }
  return keyring;
}

/** The secret that pairwise subjects are derived from: made once, kept sealed, the same for good. */
import type { Runtime } from "#lib/context/context.ts";
import { processWide } from "#lib/context/process-wide.ts";
import { decodeBase64url, encodeBase64url } from "#lib/crypto/base64url.ts";
import { open, seal } from "#lib/crypto/keyring.ts";
import { randomToken } from "#lib/crypto/random.ts";
import type { Database } from "#lib/db/client.ts";
import { StartupError } from "#lib/errors/startup-error.ts";
import { findSetting, insertSettingOnce } from "#lib/settings/store.ts";

const settingName = "subject_salt";
/** Associated data: the value opens as nothing else. */
const purpose = "latchkey/subject-salt";

const salts = () => processWide("subject-salts", () => new WeakMap<Database, Uint8Array>());

/**
 * Reads the salt at the start, or makes it at the very first one. It is no key of the ring, so adding a key there and
 * dropping an old one changes nobody's subject.
 * @throws StartupError when the keyring does not open it
 */
export async function ensureSubjectSalt(runtime: Pick<Runtime, "db" | "keyring">): Promise<void> {
  const { db, keyring } = runtime;
  let sealed = await findSetting(db, settingName);
  if (sealed === undefined) {
    const made = encodeBase64url(seal(keyring, randomToken(32), purpose));
    await insertSettingOnce(db, settingName, made, new Date());
    // Another instance may have been first; its salt counts.
    sealed = await findSetting(db, settingName);
  }
  try {
    salts().set(db, open(keyring, decodeBase64url(String(sealed)) ?? new Uint8Array(), purpose));
  } catch (cause) {
    throw new StartupError(
      "The key file does not belong to this database.",
      ["Start with the key file (KEY_FILE or ENCRYPTION_KEYS) that this database was made with."],
      { cause },
    );
  }
}

export function subjectSalt({ db }: Pick<Runtime, "db">): Uint8Array {
  const salt = salts().get(db);
  if (!salt) throw new Error("no subject salt: ensureSubjectSalt runs at start");
  return salt;
}

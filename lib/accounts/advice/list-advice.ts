/** What a person should do so that nobody else gets in, and that they themselves always do; the most pressing first. */
import type { Context } from "#lib/context/context.ts";
import { listPasskeys, type Passkey } from "#lib/credentials/list-passkeys.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { isMailConfigured } from "#lib/mail/is-mail-configured.ts";
import { findUser } from "#lib/users/store.ts";
import { describeRecoveryCodes } from "../recovery/describe-recovery-codes.ts";
import type { RecoveryCodes } from "../recovery/schema.ts";

export type Advice =
  /** May have been copied: its counter did not grow. */
  | { readonly kind: "counter"; readonly passkey: string }
  | { readonly kind: "first_passkey" }
  /** `deviceBound`: the only one cannot leave its device. */
  | { readonly kind: "second_passkey"; readonly deviceBound: boolean }
  | { readonly kind: "recovery_codes"; readonly left: number; readonly total: number }
  | { readonly kind: "verify_email"; readonly email: string };

/** With fewer left, one bad day is enough to be without. */
const fewCodes = 3;

/** For whoever asks. @throws DomainError UNAUTHENTICATED */
export async function listAdvice(ctx: Context): Promise<Advice[]> {
  const { actor, db, config } = ctx;
  if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  const [passkeys, codes, user] = await Promise.all([
    listPasskeys(ctx),
    describeRecoveryCodes(db, actor.userId),
    findUser(db, actor.userId),
  ]);
  const unverified = user !== undefined && user.emailVerifiedAt === null && user.username.includes("@");
  return [
    ...adviceOnPasskeys(passkeys),
    ...adviceOnCodes(codes),
    // Without a mail server nothing could be sent to the address.
    ...(unverified && isMailConfigured(config)
      ? [{ kind: "verify_email" as const, email: user.username }]
      : []),
  ];
}

export function adviceOnPasskeys(passkeys: readonly Passkey[]): Advice[] {
  const copied = passkeys
    .filter(({ cloneSuspectedAt }) => cloneSuspectedAt !== undefined)
    .map(({ name }): Advice => ({ kind: "counter", passkey: name }));
  const [only, ...others] = passkeys;
  if (!only) return [{ kind: "first_passkey" }];
  return others.length > 0
    ? copied
    : [...copied, { kind: "second_passkey", deviceBound: !only.backupEligible }];
}

export function adviceOnCodes({ left, total }: RecoveryCodes): Advice[] {
  return left < fewCodes ? [{ kind: "recovery_codes", left, total }] : [];
}

/** Refusals of a ceremony: one code for the caller, the exact rule for the audit trail. */
import type { CredentialRowId, UserId } from "#drizzle/schema/ids.ts";
import type { ErrorCode } from "#lib/errors/codes.ts";
import { DomainError, type RefusalWords } from "#lib/errors/domain-error.ts";

/** The check that said no; recorded as the event's reason. */
export type CeremonyRule =
  | "malformed_response"
  | "client_data_type"
  | "origin"
  | "cross_origin"
  | "token_binding"
  | "authenticator_data"
  | "rp_id_hash"
  | "user_presence"
  | "user_verification"
  | "backup_flags"
  | "credential_unknown"
  | "credential_revoked"
  | "credential_not_allowed"
  | "user_disabled"
  | "user_handle"
  | "stored_key"
  | "algorithm"
  | "signature"
  | "counter"
  | "credential_id"
  | "credential_type"
  | "public_key"
  | "attestation"
  | "attestation_format"
  | "attestation_trust"
  | "attestation_policy"
  | "metadata_statement"
  | "model_compromised"
  | "not_discoverable"
  | "challenge_unknown"
  | "challenge_kind"
  | "challenge_session"
  | "set_up_link"
  | "email_link"
  | "invitation"
  | "recovery_code_unknown"
  | "recovery_code_used"
  | "link_unknown"
  | "role"
  | "email_unverified";

/** Whom a failed ceremony was about, as far as it is known. */
export interface CeremonyEvidence {
  readonly subjectUserId?: UserId;
  readonly credentialId?: CredentialRowId;
}

/** The cause of a refusal; it stays inside. */
export class RefusedRule extends Error {
  override readonly name = "RefusedRule";
  readonly rule: CeremonyRule;
  readonly evidence: CeremonyEvidence;

  constructor(rule: CeremonyRule, evidence: CeremonyEvidence, cause?: unknown) {
    super(rule, cause === undefined ? undefined : { cause });
    this.rule = rule;
    this.evidence = evidence;
  }
}

/** The error to throw: `code` leaves, `rule` is for the audit trail. */
export function refuse(
  code: ErrorCode,
  rule: CeremonyRule,
  options: CeremonyEvidence & {
    readonly cause?: unknown;
    readonly words?: RefusalWords;
    /** In the language of whoever is refused. */
    readonly message?: string;
  } = {},
): DomainError {
  const { cause, words, message, ...evidence } = options;
  return new DomainError(code, {
    cause: new RefusedRule(rule, evidence, cause),
    ...(words === undefined ? {} : { words }),
    ...(message === undefined ? {} : { message }),
  });
}

/** The same refusal, once it is known whom it is about; anything else as it was. */
export function withEvidence(error: unknown, evidence: CeremonyEvidence): unknown {
  if (!(error instanceof DomainError) || !(error.cause instanceof RefusedRule)) return error;
  const { rule, cause } = error.cause;
  return refuse(error.code, rule, { ...evidence, ...(cause === undefined ? {} : { cause }) });
}

/** Every action that the audit trail knows, and the reasons a failure may carry. Add here first. */

export const auditActions = [
  "instance.set_up",
  "set_up_link.created",
  "user.created",
  "passkey.registered",
  "passkey.registration_failed",
  "passkey.counter_regressed",
  "session.created",
  "session.ended",
  "sign_in.failed",
  "step_up.succeeded",
  "step_up.failed",
  "client.created",
  "client.authentication_failed",
  "consent.granted",
  "consent.denied",
  "authorization.issued",
  "authorization.refused",
  "token.issued",
  "token.refused",
  "code.replayed",
  "signing_key.created",
  "rate_limit.exceeded",
] as const;

export type AuditAction = (typeof auditActions)[number];

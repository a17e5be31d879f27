/** Which events of the trail people are shown of themselves, and under which heading. */
import type { AuditAction } from "../catalogue.ts";
import type { ActivityKind } from "./schema.ts";

type Outcome = "success" | "failure";

interface Told {
  readonly kind: ActivityKind;
  /** Refusals are told where somebody else may have been behind them, not where a form said no. */
  readonly outcomes: readonly Outcome[];
}

const done = (kind: ActivityKind): Told => ({ kind, outcomes: ["success"] });
const refused = (kind: ActivityKind): Told => ({ kind, outcomes: ["failure"] });

/** It is about nobody: about the instance, its apps, its groups. */
const nobody = undefined;
/** Steps between machines, by the hour: the sign-in and the consent that they follow from are told. */
const machines = undefined;

/** Every action stands here, so that a new one cannot be forgotten. */
export const tellings: Readonly<Record<AuditAction, Told | undefined>> = {
  "instance.set_up": done("account"),
  "set_up_link.created": nobody,
  "invitation.created": nobody,
  "invitation.revoked": nobody,
  // `user.created` tells how somebody came.
  "invitation.used": undefined,
  "users.exported": nobody,
  "user.created": done("account"),
  "user.changed": done("account"),
  // There is nobody left to tell.
  "user.deleted": nobody,
  "user.role_changed": done("account"),
  "user.disabled": done("account"),
  "user.enabled": done("account"),
  "profile.changed": done("account"),
  "data.exported": done("account"),
  "email.requested": done("account"),
  "email.confirmed": done("account"),
  "email.withdrawn": done("account"),
  "passkey.registered": done("passkeys"),
  "passkey.registration_failed": refused("passkeys"),
  "passkey.counter_regressed": done("passkeys"),
  "passkey.renamed": done("passkeys"),
  "passkey.removed": done("passkeys"),
  "passkey.revoked": done("passkeys"),
  // Accounts of the FIDO Alliance's test tool are nobody's.
  "conformance.registered": nobody,
  "conformance.registration_failed": nobody,
  "conformance.assertion_verified": nobody,
  "conformance.assertion_failed": nobody,
  "session.created": done("sign_ins"),
  "session.upgraded": done("sign_ins"),
  "session.ended": done("sign_ins"),
  "sign_in.failed": refused("sign_ins"),
  // Whoever asks is not known yet.
  "device_approval.requested": nobody,
  "device_approval.approved": done("sign_ins"),
  "device_approval.denied": done("sign_ins"),
  "device_approval.refused": refused("sign_ins"),
  "recovery_codes.created": done("account"),
  "recovery_link.created": done("account"),
  "sign_in_link.requested": { kind: "sign_ins", outcomes: ["success", "failure"] },
  "recovery.failed": refused("sign_ins"),
  "step_up.succeeded": done("sign_ins"),
  "step_up.failed": refused("sign_ins"),
  "client.created": nobody,
  "client.updated": nobody,
  "client.disabled": nobody,
  "client.enabled": nobody,
  "client.deleted": nobody,
  "client.groups_changed": nobody,
  "client.logo_set": nobody,
  "client.logo_removed": nobody,
  "client.secret_added": nobody,
  "client.secret_removed": nobody,
  "client.registration_refused": nobody,
  "client.document_refused": nobody,
  "client.test_begun": nobody,
  "client.test_finished": nobody,
  "registration_token.created": nobody,
  "registration_token.removed": nobody,
  "client.authentication_failed": nobody,
  "consent.granted": done("apps"),
  "consent.denied": refused("apps"),
  "consent.revoked": done("apps"),
  "authorization.issued": done("apps"),
  "authorization.refused": nobody,
  "token.issued": machines,
  "token.refused": machines,
  "token.revoked": machines,
  "refresh_token.replayed": refused("apps"),
  "code.replayed": refused("apps"),
  "device.requested": nobody,
  "device.refused": nobody,
  "device.code_refused": refused("apps"),
  "device.approved": done("apps"),
  "device.denied": refused("apps"),
  "signing_key.created": nobody,
  "signing_key.activated": nobody,
  "signing_key.rotation_requested": nobody,
  "signing_key.retired": nobody,
  "signing_key.revoked": nobody,
  "metadata.loaded": nobody,
  "metadata.refused": nobody,
  "attestation_policy.changed": nobody,
  "settings.changed": nobody,
  "branding.changed": nobody,
  "branding.image_set": nobody,
  "branding.image_removed": nobody,
  "branding.reset": nobody,
  "group.created": nobody,
  "group.changed": nobody,
  "group.deleted": nobody,
  "group.manager_added": done("account"),
  "group.manager_removed": done("account"),
  "group.member_added": done("account"),
  "group.member_removed": done("account"),
  "claim.set": done("account"),
  "claim.removed": done("account"),
  "outbox.given_up": refused("account"),
  "outbox.retried": nobody,
  "outbox.discarded": nobody,
  "mail.tested": nobody,
  "api_key.created": done("account"),
  "api_key.revoked": done("account"),
  "audit.exported": nobody,
  "list.exported": nobody,
  "rate_limit.exceeded": nobody,
};

const entries = Object.entries(tellings) as [AuditAction, Told | undefined][];

/** The actions that are told after this outcome: of one kind, or of all. */
export function toldActions(outcome: Outcome, kind?: ActivityKind): AuditAction[] {
  return entries.flatMap(([action, entry]) =>
    entry?.outcomes.includes(outcome) && (kind === undefined || entry.kind === kind) ? [action] : [],
  );
}

/** Undefined for what is told to nobody. */
export function kindOfAction(action: AuditAction): ActivityKind | undefined {
  return tellings[action]?.kind;
}

/** An event of the trail in a sentence, with links to everything that it names. */
import { cloneElement, isValidElement, type ReactNode } from "react";
import type { AuditAction } from "#lib/audit/catalogue.ts";
import type { AuditEventRecord } from "#lib/audit-log/schema.ts";
import type { auditActs } from "#lib/i18n/messages/en/audit-acts.ts";
import type { auditTold } from "#lib/i18n/messages/en/audit-told.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import {
  actorName,
  appName,
  groupName,
  Nameless,
  type NamelessProps,
  passkeyName,
  personName,
} from "./event-names.tsx";

type KeysOf<T> = { [G in keyof T & string]: `${G}.${keyof T[G] & string}` }[keyof T & string];
type Told = KeysOf<typeof auditTold> & KeysOf<typeof auditActs>;

/** An action of the catalogue without a sentence, or without a name, does not compile where this is called. */
const sentenceOf = (action: Told) => `auditTold.${action}` as "auditTold.claim.set";

/** What says itself that it did not go well. Of all else a failure is an act that was refused. */
const tellsFailure: ReadonlySet<AuditAction> = new Set<AuditAction>([
  "passkey.registration_failed",
  "conformance.registration_failed",
  "conformance.assertion_failed",
  "sign_in.failed",
  "device_approval.refused",
  "sign_in_link.requested",
  "recovery.failed",
  "step_up.failed",
  "client.registration_refused",
  "client.document_refused",
  "client.authentication_failed",
  "consent.denied",
  "authorization.refused",
  "token.refused",
  "refresh_token.replayed",
  "code.replayed",
  "device.refused",
  "device.code_refused",
  "device.denied",
  "metadata.refused",
  "mail.tested",
  "client.test_finished",
  "outbox.given_up",
  "rate_limit.exceeded",
]);

interface EventSentenceProps {
  readonly t: Translate;
  readonly event: AuditEventRecord;
}

export function EventSentence({ t, event }: EventSentenceProps) {
  const { action, outcome, actor, person, details } = event;
  const isSelf = person !== null && actor.type === "user" && actor.id === person.id;
  const names = {
    actor: () => actorName(t, event),
    person: () => personName(t, person),
  };
  if (outcome === "failure" && !tellsFailure.has(action))
    return begin(
      t.rich("adminAudit.refusedAct", {
        ...names,
        known: person === null || isSelf ? "no" : "yes",
        act: () => <span className="font-medium">{actWords(t, action)}</span>,
      }),
    );
  const isolate = (text: string) => () => <bdi className="font-medium">{text}</bdi>;
  const name = textOf(details.name) || textOf(details.email);
  const { from, to } = turned(t, event);
  const values = {
    ...names,
    self: isSelf ? "yes" : "no",
    known: person === null ? "no" : "yes",
    failed: outcome === "failure" ? "yes" : "no",
    named: name === "" ? "no" : "yes",
    by: textOf(details.by),
    method: textOf(details.method),
    via: textOf(details.via),
    list: textOf(details.list),
    name: isolate(name),
    from: isolate(from),
    to: isolate(to),
    kid: () => (
      <bdi dir="ltr" className="mono">
        {textOf(details.kid)}
      </bdi>
    ),
    app: () => appName(t, event.app, details),
    passkey: () => passkeyName(t, event),
    group: () => groupName(event),
  };
  // Every sentence takes what it needs of these.
  return begin(t.rich(sentenceOf(action), values));
}

/** What an action is called by itself. */
export function actWords(t: Translate, action: AuditAction): string {
  return t(`auditActs.${action}` as "auditActs.user.created");
}

/** Words that stand for a name at the beginning of a sentence are written as sentences begin. */
function begin(sentence: ReactNode): ReactNode {
  const [first, ...rest]: ReactNode[] = Array.isArray(sentence) ? sentence : [sentence];
  if (!isValidElement<NamelessProps>(first) || first.type !== Nameless) return sentence;
  return [cloneElement(first, { key: "first", begins: true }), ...rest];
}

const roles = ["user", "auditor", "helpdesk", "admin"] as const;

/** What became what. */
function turned(t: Translate, { action, details }: AuditEventRecord): { from: string; to: string } {
  if (action !== "user.role_changed") return { from: textOf(details.from), to: textOf(details.to) };
  const words = (value: unknown) => {
    const role = roles.find((known) => known === value);
    return role ? t(`adminUsers.roles.${role}`) : textOf(value);
  };
  return { from: words(details.before), to: words(details.after) };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

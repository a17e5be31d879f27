/** An event of the trail in a sentence to the person whom it is about. */
import type { ActivityEvent } from "#lib/audit/activity/schema.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface EventSentenceProps {
  readonly t: Translate;
  readonly event: ActivityEvent;
}

export function EventSentence({ t, event }: EventSentenceProps) {
  const { facts, app, passkey } = event;
  // Every sentence takes what it needs of these; the catalogue has one for each action, which the test beside this holds.
  const key = `activity.told.${event.action}` as "activity.told.consent.revoked";
  const isolate = (text: string) => () => <bdi className="font-medium">{text}</bdi>;
  const values = {
    failed: event.outcome === "failure" ? "yes" : "no",
    self: event.by === "you" ? "yes" : "no",
    reason: event.reason ?? "",
    by: textOf(facts.by),
    method: textOf(facts.method),
    via: textOf(facts.via),
    name: isolate(textOf(facts.name)),
    from: isolate(textOf(facts.from)),
    to: isolate(textOf(facts.to)),
    app: isolate(app?.name ?? app?.id ?? t("activity.someApp")),
    passkey: isolate(passkey?.name ?? (textOf(facts.name) || t("activity.somePasskey"))),
  };
  return <>{t.rich(key, values)}</>;
}

function textOf(fact: string | readonly string[] | undefined): string {
  return typeof fact === "string" ? fact : "";
}

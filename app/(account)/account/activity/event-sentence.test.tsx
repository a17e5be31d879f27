import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { sessionMethod } from "#drizzle/schema/sessions.ts";
import { kindOfAction, toldActions } from "#lib/audit/activity/activity-kinds.ts";
import type { ActivityEvent } from "#lib/audit/activity/schema.ts";
import type { AuditAction } from "#lib/audit/catalogue.ts";
import { locales } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translator.ts";
import { sessionEndSchema } from "#lib/sessions/schema.ts";
import { EventSentence } from "./event-sentence.tsx";

function eventOf(action: AuditAction, changes: Partial<ActivityEvent> = {}): ActivityEvent {
  return {
    id: crypto.randomUUID(),
    at: new Date(),
    kind: kindOfAction(action) ?? "account",
    action,
    outcome: "success",
    reason: null,
    by: "you",
    app: { id: "notes", name: "Notes" },
    passkey: { id: crypto.randomUUID(), name: "Blue <key>" },
    ip: null,
    userAgent: null,
    facts: { name: "staff" },
    ...changes,
  };
}

const told = [...new Set([...toldActions("success"), ...toldActions("failure")])];

describe.each(locales)("in %s", (locale) => {
  const t = translator(locale);
  const tell = (event: ActivityEvent) =>
    renderToStaticMarkup(<EventSentence t={t} event={event} />).replaceAll(' class="font-medium"', "");

  it("has a sentence for every action that people are told of", () => {
    const missing = told.filter(
      (action) => !t.has(`activity.told.${action}` as "activity.told.user.changed"),
    );
    expect(missing, "add them to activity.told in every language").toEqual([]);
    for (const action of told) expect(tell(eventOf(action)), action).toMatch(/\p{L}.*\.$/u);
  });

  it("has words of its own for every way in and every end of a session", () => {
    const other = tell(eventOf("session.created"));
    const ways = sessionMethod.enumValues.map((method) =>
      tell(eventOf("session.created", { facts: { method } })),
    );
    expect(new Set([...ways, other]).size).toBe(ways.length + 1);
    const ended = tell(eventOf("session.ended"));
    const untold = sessionEndSchema.options.filter(
      (by) => tell(eventOf("session.ended", { facts: { by } })) === ended,
    );
    // An app whose access ended takes no session along, and of a deleted account nobody is left to read.
    expect(untold).toEqual(["account_deleted", "app_revoked"]);
  });

  it("keeps names apart from the sentence, and writes them as they are", () => {
    expect(tell(eventOf("passkey.removed"))).toContain("<bdi>Blue &lt;key&gt;</bdi>");
    expect(tell(eventOf("consent.granted"))).toContain("<bdi>Notes</bdi>");
    expect(tell(eventOf("group.member_added"))).toContain("<bdi>staff</bdi>");
  });
});

it("says what is gone, rather than nothing", () => {
  const t = translator("en");
  const tell = (event: ActivityEvent) =>
    renderToStaticMarkup(<EventSentence t={t} event={event} />).replaceAll(' class="font-medium"', "");
  const gone = { app: { id: "app-1", name: null }, passkey: null, facts: {} };
  expect(tell(eventOf("consent.granted", gone))).toBe("You allowed <bdi>app-1</bdi>.");
  expect(tell(eventOf("passkey.removed", gone))).toBe("You removed the passkey <bdi>(removed)</bdi>.");
});

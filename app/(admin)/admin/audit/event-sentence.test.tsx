import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { sessionMethod } from "#drizzle/schema/sessions.ts";
import { type AuditAction, auditActions } from "#lib/audit/catalogue.ts";
import type { AuditEventRecord } from "#lib/audit-log/schema.ts";
import { locales } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translator.ts";
import { sessionEndSchema } from "#lib/sessions/schema.ts";
import { actWords, EventSentence } from "./event-sentence.tsx";

const ana = { id: crypto.randomUUID(), name: "Ana" };
const leo = { id: crypto.randomUUID(), name: "Leo <b>" };

function eventOf(action: AuditAction, changes: Partial<AuditEventRecord> = {}): AuditEventRecord {
  return {
    id: crypto.randomUUID(),
    at: new Date(),
    action,
    outcome: "success",
    reason: null,
    actor: { type: "user", ...ana },
    person: leo,
    app: { id: "notes", name: "Notes" },
    passkey: { id: crypto.randomUUID(), name: "YubiKey 5" },
    group: null,
    sessionId: null,
    ip: null,
    userAgent: null,
    requestId: "r",
    details: { name: "staff", kid: "key-1", from: "old", to: "new" },
    ...changes,
  };
}

const markup = (locale: (typeof locales)[number], event: AuditEventRecord) =>
  renderToStaticMarkup(<EventSentence t={translator(locale)} event={event} />);
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, "");

describe.each(locales)("in %s", (locale) => {
  const t = translator(locale);

  it("has a sentence and a name for every action of the catalogue", () => {
    const missing = auditActions.filter(
      (action) =>
        !t.has(`auditTold.${action}` as "auditTold.user.changed") ||
        !t.has(`auditActs.${action}` as "auditActs.user.changed"),
    );
    expect(missing, "add them to auditTold and auditActs in every language").toEqual([]);
    for (const action of auditActions)
      for (const outcome of ["success", "failure"] as const)
        for (const person of [leo, ana, null]) {
          const text = textOf(markup(locale, eventOf(action, { outcome, person })));
          expect(text, action).toMatch(/\p{L}.*\.$/u);
          expect(text, action).not.toMatch(/undefined|null|\{|<\/?\w+>/);
        }
    expect(new Set(auditActions.map((action) => actWords(t, action))).size).toBe(auditActions.length);
  });

  it("tells every way in, every end of a session and who it was apart", () => {
    const tell = (action: AuditAction, details: Record<string, string>) =>
      textOf(markup(locale, eventOf(action, { details })));
    const ways = [...sessionMethod.enumValues, "other"].map((method) => tell("session.created", { method }));
    expect(new Set(ways).size).toBe(ways.length);
    const ends = [...sessionEndSchema.options, "other"].map((by) => tell("session.ended", { by }));
    expect(new Set(ends).size).toBe(ends.length);
    const sentence = (person: typeof leo) => textOf(markup(locale, eventOf("user.deleted", { person })));
    expect(sentence(ana)).not.toBe(sentence(leo));
  });
});

describe("the sentence", () => {
  it("links everybody and everything that is still there, and escapes what they are called", () => {
    const html = markup("en", eventOf("passkey.revoked"));
    expect(textOf(html)).toBe("Ana revoked the passkey YubiKey 5 of Leo &lt;b&gt;.");
    expect(html).toContain(`href="/admin/users/${ana.id}"`);
    expect(html).toContain(`href="/admin/users/${leo.id}/passkeys"`);
    expect(
      markup("en", eventOf("client.updated", { app: { id: "https://a.example/app", name: "A" } })),
    ).toContain('href="/admin/clients/https%3A%2F%2Fa.example%2Fapp"');
  });

  it("says what is gone, at the beginning of a sentence and within", () => {
    const gone = { id: leo.id, name: null };
    const person = markup(
      "en",
      eventOf("session.created", { person: gone, details: { method: "email_link" } }),
    );
    expect(textOf(person)).toBe("A deleted person signed in with a link from a mail.");
    expect(person).toContain(`title="${leo.id}"`);
    expect(textOf(markup("en", eventOf("user.disabled", { person: gone })))).toBe(
      "Ana disabled the account of a deleted person.",
    );
    expect(
      textOf(
        markup("en", eventOf("client.deleted", { app: { id: "x", name: null }, details: { name: "Wiki" } })),
      ),
    ).toBe("Ana deleted the app Wiki.");
    expect(textOf(markup("en", eventOf("token.refused", { app: null, details: {} })))).toBe(
      "An unknown app asked for tokens and got none.",
    );
  });

  it("names keys, the command line and the program where nobody was signed in", () => {
    const by = (actor: Partial<AuditEventRecord["actor"]>) =>
      textOf(
        markup("en", eventOf("user.enabled", { actor: { type: "system", id: null, name: null, ...actor } })),
      ).replace(" enabled the account of Leo &lt;b&gt; again.", "");
    expect(by({ type: "api_key", id: "k", name: "deploy" })).toBe("API key deploy");
    expect(by({ type: "api_key", id: "k" })).toBe("A deleted API key");
    expect(by({ type: "operator" })).toBe("The operator");
    expect(by({ type: "system", id: "jobs", name: "jobs" })).toBe("The system");
    expect(by({ type: "anonymous" })).toBe("Somebody");
  });

  it("tells an act that was refused as one", () => {
    const refused = eventOf("user.deleted", { outcome: "failure", reason: "LAST_ADMINISTRATOR" });
    expect(textOf(markup("en", refused))).toBe("Ana was refused: Deletion of an account (Leo &lt;b&gt;).");
    const roles = eventOf("user.role_changed", { details: { before: "user", after: "admin" } });
    expect(textOf(markup("en", roles))).toBe(
      "Ana changed the role of Leo &lt;b&gt; from “User” to “Administrator”.",
    );
  });
});

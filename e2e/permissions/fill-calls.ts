/** Puts what there is into addresses, bodies and forms. */
import type { RouteContract } from "#lib/http/route-contract.ts";
import type { Targets } from "./callers.ts";
import { sampleInput } from "./sample-input.ts";

/** `{id}` and `[id]` are what the segment before them lists: of `/users/{id}`, a user. */
export function filledPath(template: string, targets: Targets): string {
  const segments = template.split("/");
  return segments
    .map((segment, index) => {
      const name = /^[{[](\w+)[}\]]$/.exec(segment)?.[1];
      if (name === undefined) return segment;
      const noun = name === "id" ? singular(segments[index - 1] ?? "") : name.replace(/Id$/, "");
      return targets[noun] ?? crypto.randomUUID();
    })
    .join("/");
}

/** `users` → `user`, `policies` → `policy`. */
function singular(noun: string): string {
  return noun.replace(/ies$/, "y").replace(/s$/, "");
}

/** The members that say whom and what a call is about, under the names that our schemas give them. */
function aboutTargets(targets: Targets): Record<string, string> {
  return Object.fromEntries(
    Object.entries(targets).flatMap(([noun, id]) =>
      noun === "email"
        ? [
            ["email", id],
            ["username", id],
          ]
        : [[`${noun}Id`, id]],
    ),
  );
}

/** The body of a call, or undefined where it has none. */
export function restInput(
  { body, upload }: RouteContract,
  said: Readonly<Record<string, unknown>>,
  targets: Targets,
): unknown {
  if (upload) return new Blob(["no picture"], { type: upload.mediaTypes[0] ?? "" });
  if (!body) return undefined;
  const { email: _email, username: _username, ...ids } = aboutTargets(targets);
  return sampleInput(body, { ...ids, ...said });
}

/** What a form is about: its `id` is that of the noun in its name, or of the folder that it stands in. */
export function targetOfAction(name: string, area: string, targets: Targets): Record<string, unknown> {
  const nouns = { session: "session", passkey: "credential", invitation: "invitation", key: "api-key" };
  const named = Object.entries(nouns).find(([noun]) => name.endsWith(`-${noun}`))?.[1];
  const noun = named ?? singular(area.split("/")[0] ?? "");
  return { ...aboutTargets(targets), id: targets[noun] ?? crypto.randomUUID() };
}

/** As a browser sends a form: texts, and lists as a field for each entry. */
export function fieldsOf(input: unknown): (readonly [string, string])[] {
  return Object.entries(input as Record<string, unknown>).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.map((entry) => [name, String(entry)] as const)
      : [[name, String(value)] as const],
  );
}

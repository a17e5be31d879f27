/** Puts what there is into addresses, bodies and forms. */
import type { RouteContract } from "#lib/http/route-contract.ts";
import type { Targets } from "./callers.ts";
import type { Action } from "./collect-operations.ts";
import { sampleInput } from "./sample-input.ts";

/** `{id}` and `[id]` are what the segment before them lists: of `/users/{id}`, a user. `said` has the first word. */
export function filledPath(
  template: string,
  targets: Targets,
  said: Readonly<Record<string, unknown>> = {},
): string {
  const segments = template.split("/");
  return segments
    .map((segment, index) => {
      const name = /^[{[](\w+)[}\]]$/.exec(segment)?.[1];
      if (name === undefined) return segment;
      if (name in said) return String(said[name]);
      const noun = name === "id" ? singular(segments[index - 1] ?? "") : name.replace(/Id$/, "");
      return targets[noun] ?? crypto.randomUUID();
    })
    .join("/");
}

/** A PNG of one pixel. */
const smallestPicture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** `users` → `user`, `policies` → `policy`. */
function singular(noun: string): string {
  return noun.replace(/ies$/, "y").replace(/s$/, "");
}

/** The members that say whom and what a call is about, under the names that our schemas give them. */
function aboutTargets({
  email = "nobody@example.com",
  kid = "unknown",
  ...ids
}: Targets): Record<string, string> {
  const named = Object.entries(ids).map(([noun, id]) => [`${noun}Id`, id] as const);
  return { ...Object.fromEntries(named), kid, email, username: email };
}

/** What follows the address of a call, and its body, where it has them. */
export function restInput(
  { query, body, upload }: RouteContract,
  said: Readonly<Record<string, unknown>>,
  targets: Targets,
): { readonly query: string; readonly body: unknown } {
  const { email: _email, username: _username, ...ids } = aboutTargets(targets);
  const given = { ...ids, ...said };
  const asked = query ? fieldsOf(sampleInput(query, said)) : [];
  return {
    query: asked.length > 0 ? `?${new URLSearchParams(Object.fromEntries(asked))}` : "",
    body: upload ? new Blob([smallestPicture], { type: "image/png" }) : body && sampleInput(body, given),
  };
}

const nouns = { session: "session", passkey: "credential", invitation: "invitation", key: "api-key" };

/** The fields of a form. Its `id` is that of the noun in the action's name, or in the folder that it stands in. */
export function actionInput(
  name: string,
  { form, area }: Action,
  said: Readonly<Record<string, unknown>>,
  targets: Targets,
): readonly Field[] {
  const named = Object.entries(nouns).find(([noun]) => name.endsWith(`-${noun}`))?.[1];
  const noun = named ?? singular(area.split("/")[0] ?? "");
  const id = targets[noun] ?? crypto.randomUUID();
  return fieldsOf(sampleInput(form, { ...aboutTargets(targets), id, ...said }));
}

type Field = readonly [name: string, value: string];

/** As a browser sends a form: texts, and lists as a field for each entry. */
function fieldsOf(input: unknown): Field[] {
  return Object.entries(input as Record<string, unknown>).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.map((entry) => [name, String(entry)] as const)
      : [[name, String(value)] as const],
  );
}

/** Calls a server action as a browser does, or whoever has read its id from a page: a POST with `Next-Action`. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Action } from "./collect-operations.ts";

interface Manifest {
  readonly node: Readonly<
    Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>
  >;
}

const manifest = join(import.meta.dirname, "../../.next/server/server-reference-manifest.json");

export interface ActionAddress {
  readonly id: string;
  /** The page that answers for it. */
  readonly page: string;
}

/** Where the built program answers for each action. @throws Error for one that no page uses */
export function actionAddresses(actions: ReadonlyMap<string, Action>): Map<string, ActionAddress> {
  const built = Object.entries((JSON.parse(readFileSync(manifest, "utf8")) as Manifest).node);
  return new Map(
    [...actions].map(([name, { file, exported }]) => {
      const [id, entry] =
        built.find(([, { filename, exportedName }]) => filename === file && exportedName === exported) ?? [];
      const worker = Object.keys(entry?.workers ?? {}).find((path) => path.startsWith("app/(admin)/"));
      if (id === undefined || worker === undefined) throw new Error(`no page of the build uses ${name}`);
      const page = worker.slice("app/(admin)".length).replace(/\/page$/, "");
      return [name, { id, page: page.replaceAll(/\[\w+\]/g, crypto.randomUUID()) }];
    }),
  );
}

/** `done`, or the code of the refusal. */
export async function callAction(
  baseUrl: string,
  { id, page }: ActionAddress,
  fields: readonly (readonly [string, string])[],
  cookie: string,
): Promise<string> {
  const form = new FormData();
  // The one argument is a form, whose fields carry its number before their name.
  for (const [name, value] of fields) form.append(`_1_${name}`, value);
  form.append("0", '["$K1"]');
  const response = await fetch(baseUrl + page, {
    method: "POST",
    headers: {
      origin: baseUrl,
      "next-action": id,
      accept: "text/x-component",
      ...(cookie ? { cookie } : {}),
    },
    body: form,
    redirect: "manual",
  });
  const text = await response.text();
  const code = /"status":"refused","failure":\{"code":"([A-Z_]+)"/.exec(text)?.[1];
  if (code !== undefined) return code;
  if (/"status":"done"/.test(text)) return "done";
  throw new Error(`${page} answered ${response.status}: ${text.slice(0, 500)}`);
}

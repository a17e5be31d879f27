/** What the administration's interface has, read from the program itself: endpoints, pages, downloads, forms. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { z } from "zod";
import { endpoints } from "#lib/api/openapi/endpoints.ts";
import type { AdministrationActionDefinition } from "#lib/http/administration-action.ts";
import type { RouteContract } from "#lib/http/route-contract.ts";
import type { Permission } from "#lib/permissions/schema.ts";

const root = join(import.meta.dirname, "../..");
const admin = "app/(admin)";
export const restRoot = "/api/v1/admin";

/** Endpoints by what the table calls them: `GET /users/{id}`. */
export function administrationEndpoints(): Map<string, RouteContract> {
  const contracts = endpoints
    .map(({ contract }) => contract)
    .filter(({ access }) => access === "administration");
  return new Map(
    contracts.map((contract) => [`${contract.method} ${contract.path.slice(restRoot.length)}`, contract]),
  );
}

export interface Page {
  /** Every permission that the page, or what it is made with, opens its context with. */
  readonly permissions: readonly string[];
}

/** Pages and downloads by their address, with `[name]` where something stands in it. */
export function administrationPages(): Map<string, Page> {
  const files = globSync(`${admin}/**/{page.tsx,route.ts}`, { cwd: root });
  return new Map(
    files.map((file) => {
      const path = file.replaceAll("\\", "/");
      return [dirname(path).slice(admin.length), { permissions: [...new Set(permissionsIn(path))] }];
    }),
  );
}

/** Of the file itself, and of what stands beside it and it imports. */
function permissionsIn(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file) || !existsSync(join(root, file))) return [];
  seen.add(file);
  const text = readFileSync(join(root, file), "utf8");
  const own = [...text.matchAll(/administrationPageContext\(\s*"([a-z_.]+)"/g)].map(([, name = ""]) => name);
  const beside = [...text.matchAll(/from "(\.{1,2}\/[^"]+)"/g)]
    .map(([, path = ""]) => join(dirname(file), path).replaceAll("\\", "/"))
    .filter((path) => path.startsWith(admin));
  return [...own, ...beside.flatMap((path) => permissionsIn(path, seen))];
}

export interface Action {
  readonly permission: Permission;
  readonly form: z.ZodType;
  readonly lists: readonly string[];
  /** The folder below app/(admin)/admin that it stands in. */
  readonly area: string;
  /** What the browser calls: an export of a file with "use server". */
  readonly file: string;
  readonly exported: string;
}

/** Forms' actions by their names. @throws Error for one that no exported server action calls */
export async function administrationActions(): Promise<Map<string, Action>> {
  const wrappers = serverActions();
  const actions = new Map<string, Action>();
  for (const file of globSync(`${admin}/**/*-actions.ts`, { cwd: root })) {
    const module = (await import(join(root, file))) as Record<string, { definition?: never }>;
    for (const [name, { definition }] of Object.entries(module)) {
      if (!definition) continue;
      const {
        name: called,
        permission,
        form,
        lists,
      } = definition as AdministrationActionDefinition<z.ZodType, unknown>;
      const wrapper = wrappers.find(({ calls }) => calls === name);
      if (!wrapper) throw new Error(`${file}: no server action calls ${name}`);
      if (actions.has(called)) throw new Error(`${file}: there are two actions called ${called}`);
      const area = dirname(file).replaceAll("\\", "/").slice(`${admin}/admin/`.length);
      actions.set(called, { permission, form, lists: lists ?? [], area, ...wrapper });
    }
  }
  const known = new Set([...actions.values()].map(({ exported, file }) => `${file}#${exported}`));
  const stray = wrappers.filter(({ exported, file }) => !known.has(`${file}#${exported}`));
  if (stray.length > 0)
    throw new Error(`made by no administrationAction: ${stray.map(({ exported }) => exported).join(", ")}`);
  return actions;
}

/** Every export of a file of server actions, and what it calls. */
function serverActions(): { file: string; exported: string; calls: string | undefined }[] {
  return globSync(`${admin}/**/actions.ts`, { cwd: root }).flatMap((path) => {
    const file = path.replaceAll("\\", "/");
    const text = readFileSync(join(root, file), "utf8");
    return [...text.matchAll(/export (?:async function|const) (\w+)([\s\S]*?)(?=\nexport |$)/g)].map(
      ([, exported = "", body = ""]) => ({ file, exported, calls: /\b(\w+Action)\(/.exec(body)?.[1] }),
    );
  });
}

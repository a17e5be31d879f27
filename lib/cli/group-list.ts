/** `latchkey group list`: the groups of people. */
import type { Context } from "#lib/context/context.ts";
import type { Group } from "#lib/groups/describe-group.ts";
import { listGroups } from "#lib/groups/list-groups.ts";
import type { Command } from "./command.ts";

const pageSize = 200;

export const groupList: Command = {
  name: "group list",
  summary: "Show the groups of people.",
  usage: ["[--json]  print a JSON array"],
  options: { json: { type: "boolean" } },
  run: async (ctx, values) => {
    const groups = await allGroups(ctx);
    if (values.json === true) return JSON.stringify(groups);
    if (groups.length === 0) return "There is no group yet. Make one: npm run latchkey -- group add";
    const width = Math.max(...groups.map(({ name }) => name.length));
    return groups.map((group) => lineFor(group, width)).join("\n");
  },
};

async function allGroups(ctx: Context): Promise<Group[]> {
  const groups: Group[] = [];
  let cursor: string | undefined;
  do {
    const page = await listGroups(ctx, { cursor, limit: pageSize });
    groups.push(...page.groups);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return groups;
}

function lineFor({ name, displayName, hasAttestationPolicy }: Group, width: number): string {
  return `${name.padEnd(width)}  ${displayName}${hasAttestationPolicy ? "  (has a policy)" : ""}`;
}

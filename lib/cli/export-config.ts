/** `latchkey export-config`: the present state as a file for `latchkey apply`. */
import { exportConfiguration } from "#lib/apply/export-configuration.ts";
import type { Command } from "./command.ts";

export const exportConfig: Command = {
  name: "export-config",
  summary: "Print apps, groups and settings as YAML for `apply`, without secrets.",
  usage: ["[--members]  also who is in which group, by address"],
  options: { members: { type: "boolean" } },
  run: async (ctx, values) =>
    (await exportConfiguration(ctx, { withMembers: values.members === true })).trimEnd(),
};

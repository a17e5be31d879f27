/** `latchkey client errors`: why an app does not work. */
import { listClientErrors } from "#lib/clients/errors/list-client-errors.ts";
import { type Command, requiredTextOf } from "./command.ts";

export const clientErrors: Command = {
  name: "client errors",
  summary: "Show the last twenty mistakes in an app's requests.",
  usage: ["--id ID", "[--json]  print a JSON array"],
  options: { id: { type: "string" }, json: { type: "boolean" } },
  run: async (ctx, values) => {
    const errors = await listClientErrors(ctx, requiredTextOf("client errors", values, "id"));
    if (values.json === true) return JSON.stringify(errors);
    if (errors.length === 0) return "This app has made no mistakes.";
    return errors
      .map(({ occurredAt, endpoint, code, explanation, facts }) =>
        [
          `${occurredAt.toISOString()}  ${endpoint}  ${code}`,
          `  ${explanation}`,
          ...facts.flatMap(({ name, sent, registered = [] }) => [
            ...(sent === undefined ? [] : [`  ${name} sent:       ${sent}`]),
            ...registered.map((value) => `  ${name} registered: ${value}`),
          ]),
        ].join("\n"),
      )
      .join("\n\n");
  },
};

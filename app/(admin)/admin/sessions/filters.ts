/** What the list of sessions can be narrowed by. */
import type { Filter } from "#components/admin/list-filters.tsx";
import { type SessionQuery, sessionAges, sessionStates } from "#lib/accounts/sessions/search/schema.ts";
import { clientQuerySchema } from "#lib/clients/search/schema.ts";
import { searchClients } from "#lib/clients/search/search-clients.ts";
import type { Context } from "#lib/context/context.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { allOf } from "../list-words.ts";

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The apps to choose from; one beyond those that fit in the list keeps its place while it is the one that is shown. */
export async function clientChoices(ctx: Context, chosen: string | undefined): Promise<Choice[]> {
  if (!hasPermission(ctx, "clients.read")) return [];
  const { clients } = await searchClients(ctx, clientQuerySchema.parse({ limit: 200 }));
  const choices: Choice[] = clients.map(({ id, name }) => ({ value: id, label: name }));
  const isMissing = chosen !== undefined && !choices.some(({ value }) => value === chosen);
  return isMissing ? [...choices, { value: chosen, label: chosen }] : choices;
}

export function sessionFilters(
  t: Translate,
  { client, state, olderThan }: SessionQuery,
  clients: readonly Choice[],
): Filter[] {
  const apps = {
    name: "client",
    label: t("adminSessions.app"),
    value: client,
    options: [allOf(t("adminSessions.anyApp")), ...clients],
  };
  return [
    ...(clients.length > 0 ? [apps] : []),
    {
      name: "state",
      label: t("adminSessions.state"),
      value: state,
      options: [
        allOf(t("adminSessions.anyState")),
        ...sessionStates.map((value) => ({ value, label: t(`adminSessions.states.${value}`) })),
      ],
    },
    {
      name: "olderThan",
      label: t("adminSessions.age"),
      value: olderThan,
      options: [
        allOf(t("adminSessions.anyAge")),
        ...sessionAges.map((value) => ({ value, label: t(`adminSessions.ages.${value}`) })),
      ],
    },
  ];
}

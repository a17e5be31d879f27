/** GET /api/v1/admin/users */
import { z } from "zod";
import { listedPersonSchema, personQuerySchema } from "#lib/accounts/people/schema.ts";
import { mostCounted, searchPeople } from "#lib/accounts/people/search-people.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { counted, cursors } from "./page-answer.ts";

export const getUsers = defineRoute({
  method: "GET",
  path: "/api/v1/admin/users",
  summary: "Lists the people of this installation, searched, filtered and sorted, page by page.",
  access: "administration",
  permission: "users.read",
  query: personQuerySchema,
  response: z.object({
    users: z.array(listedPersonSchema).readonly(),
    count: counted(mostCounted),
    ...cursors,
  }),
  errors: ["FORBIDDEN"],
  handle: async (ctx, _body, _params, query) => {
    const { people, ...rest } = await searchPeople(ctx, query);
    return { data: { users: people, ...rest } };
  },
});

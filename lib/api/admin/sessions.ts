/** GET /api/v1/admin/sessions, POST …/end, DELETE …/{id} and DELETE /api/v1/admin/users/{id}/sessions */
import { z } from "zod";
import type { UserId } from "#drizzle/schema/ids.ts";
import { endManySessions } from "#lib/accounts/sessions/end-many-sessions.ts";
import { endSessionOfPerson, endSessionsOfPerson } from "#lib/accounts/sessions/end-sessions-of-person.ts";
import {
  endedSessionsSchema,
  endSessionsSchema,
  sessionQuerySchema,
} from "#lib/accounts/sessions/search/schema.ts";
import { mostCounted, searchSessions } from "#lib/accounts/sessions/search/search-sessions.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { personSessionSchema, sessionIdSchema } from "#lib/sessions/schema.ts";
import { userIdSchema } from "#lib/users/schema.ts";

const response = z.object({
  ended: z.number().int(),
  signedOut: z.boolean().describe("Your own session was among them."),
});

export const getAllSessions = defineRoute({
  method: "GET",
  path: "/api/v1/admin/sessions",
  summary: "Lists who is signed in where, filtered, the newest first, page by page.",
  access: "administration",
  permission: "sessions.read",
  query: sessionQuerySchema,
  response: z.object({
    sessions: z.array(personSessionSchema).readonly(),
    count: z
      .number()
      .int()
      .describe(`How many there are; ${mostCounted + 1} for more than ${mostCounted}.`),
    nextCursor: z.string().optional().describe("The `after` of the next page; absent on the last one."),
    previousCursor: z.string().optional().describe("The `before` of the page in front of it."),
  }),
  errors: ["FORBIDDEN"],
  handle: async (ctx, _body, _params, query) => ({ data: await searchSessions(ctx, query) }),
});

export const postSessionsEnd = defineRoute({
  method: "POST",
  path: "/api/v1/admin/sessions/end",
  summary:
    "Ends many sessions, each for itself, and tells the apps that they signed in to. For administrators who confirmed it's them.",
  access: "administration",
  permission: "sessions.end",
  body: endSessionsSchema,
  response: endedSessionsSchema,
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED"],
  handle: async (ctx, { ids }) => {
    const data = await endManySessions(ctx, ids);
    return data.signedOut ? { data, session: "end" } : { data };
  },
});

export const deleteAnySession = defineRoute({
  method: "DELETE",
  path: "/api/v1/admin/sessions/{id}",
  summary:
    "Ends anybody's session and tells the apps that it signed in to. For administrators who confirmed it's them.",
  access: "administration",
  permission: "sessions.end",
  params: z.strictObject({ id: sessionIdSchema }),
  response,
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "SESSION_NOT_FOUND"],
  handle: async (ctx, _body, { id }) => {
    const data = await endSessionOfPerson(ctx, id);
    return data.signedOut ? { data, session: "end" } : { data };
  },
});

export const deleteSessionsOfUser = defineRoute({
  method: "DELETE",
  path: "/api/v1/admin/users/{id}/sessions",
  summary: "Signs a person out everywhere. For administrators who confirmed it's them.",
  access: "administration",
  permission: "sessions.end",
  params: z.strictObject({ id: userIdSchema }),
  response,
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "USER_NOT_FOUND"],
  handle: async (ctx, _body, { id }) => {
    const data = await endSessionsOfPerson(ctx, id as UserId);
    return data.signedOut ? { data, session: "end" } : { data };
  },
});

/** GET /api/v1/me/sessions, DELETE …/{id} and POST …/end-others */
import { z } from "zod";
import { endAllSessions, endOwnSession } from "#lib/accounts/sessions/end-own-sessions.ts";
import { listOwnSessions } from "#lib/accounts/sessions/list-own-sessions.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { ownSessionSchema, sessionIdSchema } from "#lib/sessions/schema.ts";

export const getSessions = defineRoute({
  method: "GET",
  path: "/api/v1/me/sessions",
  summary: "Lists where you are signed in, the newest first.",
  access: "session",
  response: z.object({ sessions: z.array(ownSessionSchema) }),
  errors: [],
  handle: async (ctx) => ({ data: { sessions: await listOwnSessions(ctx) } }),
});

export const deleteSession = defineRoute({
  method: "DELETE",
  path: "/api/v1/me/sessions/{id}",
  summary: "Signs you out of one of your sessions, and of the apps that it signed in to.",
  access: "session",
  params: z.strictObject({ id: sessionIdSchema }),
  response: z.object({ signedOut: z.boolean().describe("It was the session in which you asked.") }),
  errors: ["SESSION_NOT_FOUND"],
  handle: async (ctx, _body, { id }) => {
    const data = await endOwnSession(ctx, id);
    return data.signedOut ? { data, session: "end" } : { data };
  },
});

export const postEndOtherSessions = defineRoute({
  method: "POST",
  path: "/api/v1/me/sessions/end-others",
  summary: "Signs you out everywhere but here, and of the apps there.",
  access: "session",
  response: z.object({ ended: z.number().int() }),
  errors: [],
  handle: async (ctx) => ({ data: await endAllSessions(ctx, { except: ctx.actor.sessionId }) }),
});

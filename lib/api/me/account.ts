/** DELETE /api/v1/me */
import { z } from "zod";
import { deleteOwnAccount } from "#lib/accounts/delete-user.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { signalsAnswer } from "../answers.ts";

export const deleteMe = defineRoute({
  method: "DELETE",
  path: "/api/v1/me",
  summary: "Deletes your account at once and for good, after you confirmed that it is you.",
  access: "session",
  response: z.object({ signals: signalsAnswer }),
  errors: ["STEP_UP_REQUIRED", "LAST_ADMINISTRATOR"],
  handle: async (ctx) => {
    const { signals } = await deleteOwnAccount(ctx);
    return { data: { signals }, session: "end" };
  },
});

"use server";
/** The button behind the link in a mail. */
import { confirmEmail } from "#lib/accounts/email/confirm-email.ts";
import { emailTokenSchema } from "#lib/accounts/email/schema.ts";
import { type FormState, formAction } from "#lib/http/form-action.ts";
import { readSignals } from "#lib/passkeys/managing/read-signals.ts";
import type { Signals } from "#lib/passkeys/signals.ts";

const confirm = formAction({
  form: emailTokenSchema,
  handle: async (ctx, form) => {
    await confirmEmail(ctx, form);
    return { signals: await readSignals(ctx) };
  },
});

export async function confirmAddress(_previous: FormState<{ signals: Signals }>, form: FormData) {
  return confirm(form);
}

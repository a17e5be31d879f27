"use server";
/** Actions of the profile page. */
import { z } from "zod";
import { requestEmailChange, requestEmailVerification } from "#lib/accounts/email/request-email.ts";
import { withdrawEmail } from "#lib/accounts/email/withdraw-email.ts";
import { profileFormSchema, readProfileForm } from "#lib/accounts/profile/profile-form.ts";
import { updateOwnProfile } from "#lib/accounts/profile/update-profile.ts";
import { type FormState, formAction } from "#lib/http/form-action.ts";
import { readSignals } from "#lib/passkeys/managing/read-signals.ts";
import type { Signals } from "#lib/passkeys/signals.ts";

const save = formAction({
  form: profileFormSchema,
  handle: async (ctx, form) => {
    await updateOwnProfile(ctx, readProfileForm(form));
    return await readSignals(ctx);
  },
});

export async function saveProfile(_previous: FormState<Signals>, form: FormData) {
  return save(form);
}

const change = formAction({
  // The operation says what an address is.
  form: z.strictObject({ email: z.string().max(4096) }),
  handle: async (ctx, form) => {
    await requestEmailChange(ctx, form);
    return null;
  },
});

export async function changeEmail(_previous: FormState<null>, form: FormData) {
  return change(form);
}

const verify = formAction({
  form: z.strictObject({}),
  handle: async (ctx) => {
    await requestEmailVerification(ctx);
    return null;
  },
});

export async function verifyEmail(_previous: FormState<null>, form: FormData) {
  return verify(form);
}

const withdraw = formAction({
  form: z.strictObject({}),
  handle: async (ctx) => {
    await withdrawEmail(ctx);
    return null;
  },
});

export async function withdrawEmailRequest(_previous: FormState<null>, form: FormData) {
  return withdraw(form);
}

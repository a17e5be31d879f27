/** The person whom a detail page is about, read once per request. */
import { notFound } from "next/navigation";
import { cache } from "react";
import type { UserId } from "#drizzle/schema/ids.ts";
import { getProfile } from "#lib/accounts/profile/get-profile.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { userIdSchema } from "#lib/users/schema.ts";
import { administrationPageContext } from "../../../../page-context.ts";

export type PersonParams = Promise<{ readonly id: string }>;

export const personPage = cache(async (given: string) => {
  const id = userIdSchema.safeParse(given);
  if (!id.success) notFound();
  const ctx = await administrationPageContext("users.read", `/admin/users/${id.data}`);
  try {
    return { ctx, person: await getProfile(ctx, { id: id.data as UserId }), id: id.data as UserId };
  } catch (error) {
    if (error instanceof DomainError && error.code === "USER_NOT_FOUND") notFound();
    throw error;
  }
});

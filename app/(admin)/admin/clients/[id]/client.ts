/** The app that a detail page is about, read once per request. */
import { notFound } from "next/navigation";
import { cache } from "react";
import { getClient } from "#lib/clients/get-client.ts";
import { longestClientId } from "#lib/clients/schema.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { administrationPageContext } from "../../../../page-context.ts";
import { clientHref } from "../client-href.ts";

export type ClientParams = Promise<{ readonly id: string }>;

/** `given` as it stands in the address. */
export const clientPage = cache(async (given: string) => {
  const id = decoded(given);
  if (id === undefined || id.length > longestClientId || id.includes("\0")) notFound();
  const ctx = await administrationPageContext("clients.read", clientHref(id));
  try {
    const client = await getClient(ctx, id);
    return { ctx, client, mayChange: hasPermission(ctx, "clients.write") };
  } catch (error) {
    if (error instanceof DomainError && error.code === "CLIENT_NOT_FOUND") notFound();
    throw error;
  }
});

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

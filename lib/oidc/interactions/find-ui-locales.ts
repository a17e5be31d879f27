/** The languages in which an app would like its request to be asked (`ui_locales`). */
import { z } from "zod";
import type { Runtime } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { interactionTokenSchema } from "../authorize/schema.ts";
import { findInteractionRow } from "./store.ts";

const wish = z.object({ uiLocales: z.string().max(1024) });

/** Undefined where the app said nothing, and for requests that are unknown, finished or expired. */
export async function findUiLocales(
  ctx: Pick<Runtime, "db"> & { readonly now: Date },
  token: string,
): Promise<string | undefined> {
  if (!interactionTokenSchema.safeParse(token).success) return undefined;
  const row = await findInteractionRow(ctx.db, { tokenHash: sha256(token), now: ctx.now });
  return wish.safeParse(row?.request).data?.uiLocales;
}

/** Which lists can be taken along as files, and what each is narrowed by. Safe for the client. */
import { z } from "zod";
import { sessionQuerySchema } from "#lib/accounts/sessions/search/schema.ts";
import { clientQuerySchema } from "#lib/clients/search/schema.ts";
import { exportFormatSchema } from "#lib/csv/schema.ts";
import { passkeyQuerySchema } from "#lib/passkeys/directory/schema.ts";

export const exportedLists = ["users", "passkeys", "sessions", "groups", "apps"] as const;
export type ExportedList = (typeof exportedLists)[number];

const format = exportFormatSchema;
const page = { after: true, before: true, limit: true } as const;

export const passkeyExportSchema = passkeyQuerySchema.omit({ ...page, sort: true }).extend({ format });
export const sessionExportSchema = sessionQuerySchema.omit(page).extend({ format });
export const clientExportSchema = clientQuerySchema.omit({ ...page, sort: true }).extend({ format });
export const groupExportSchema = z.strictObject({ format });

export type PasskeyExport = z.infer<typeof passkeyExportSchema>;
export type SessionExport = z.infer<typeof sessionExportSchema>;
export type ClientExport = z.infer<typeof clientExportSchema>;
export type GroupExport = z.infer<typeof groupExportSchema>;

/** What managers of a group see and send. zod only: safe for the client. */
import { z } from "zod";
import { usernameSchema } from "#lib/users/schema.ts";
import { groupMemberSchema, groupSchema } from "../schema.ts";

export const managedGroupSchema = groupSchema
  .pick({ id: true, name: true, displayName: true })
  .extend({ members: z.number().int() });

export type ManagedGroup = z.infer<typeof managedGroupSchema>;

/** The whole address: managers look nobody up. */
export const memberByAddressSchema = z.strictObject({ email: usernameSchema });

export const groupManagersSchema = z.object({ managers: z.array(groupMemberSchema) });

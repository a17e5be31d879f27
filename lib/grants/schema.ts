/** What is told of an app that was given something. */
import { z } from "zod";

export const grantedAppSchema = z.object({
  clientId: z.string(),
  name: z.string(),
  clientUri: z.string().optional(),
  firstParty: z.boolean(),
  scopes: z.array(z.string()).readonly(),
  claims: z.array(z.string()).readonly(),
  resources: z.array(z.string()).readonly(),
  createdAt: z.date(),
  updatedAt: z.date(),
});

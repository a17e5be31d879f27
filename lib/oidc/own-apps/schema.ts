/** What a person is told of the apps that they signed in to. */
import { z } from "zod";

export const ownAppSchema = z.object({
  clientId: z.string(),
  name: z.string(),
  clientUri: z.string().optional(),
  firstParty: z.boolean().describe("It belongs to whoever runs this instance, and asks for no consent."),
  selfRegistered: z.boolean().describe("Nobody here has checked its name."),
  disabled: z.boolean().describe("Nobody can sign in to it now."),
  scopes: z.array(z.string()).readonly(),
  claims: z.array(z.string()).readonly().describe("Those it asked for by name, beyond the scopes."),
  resources: z.array(z.string()).readonly(),
  sees: z
    .array(z.object({ name: z.string(), value: z.string() }))
    .readonly()
    .describe("Your own values of what it may see; of an app that asks for no consent, at most this."),
  staysSignedIn: z.boolean().describe("It may go on while you are away."),
  createdAt: z.date(),
  lastUsedAt: z.date().describe("When you last signed in to it."),
});

export type OwnApp = z.infer<typeof ownAppSchema>;

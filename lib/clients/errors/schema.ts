/** What is kept of a mistake in an app's request, for the app's developer. */
import { z } from "zod";

/** One value of the request beside what is registered for the app. */
export const clientErrorFactSchema = z.object({
  /** The parameter or claim, as the specification spells it. */
  name: z.string().max(128),
  sent: z.string().max(1024).optional(),
  registered: z.array(z.string().max(1024)).max(50).optional(),
});

export type ClientErrorFact = z.infer<typeof clientErrorFactSchema>;

export const clientErrorFactsSchema = z.array(clientErrorFactSchema).max(16);

/** What is read of a record in the operator's file: MaxMind's way of writing it, and the flat one that others use. */
import { z } from "zod";

/** By language: `en`, `de`, `pt-BR` and so on. */
const names = z.record(z.string(), z.string());
const named = z.union([
  z.object({ names }).transform((value) => value.names),
  // Without languages it is English.
  z.string().transform((en): Readonly<Record<string, string>> => ({ en })),
]);
const countryCode = z.string().regex(/^[A-Z]{2}$/);

export const placeRecordSchema = z.object({
  city: named.optional().catch(undefined),
  country: z.object({ iso_code: countryCode }).optional().catch(undefined),
  country_code: countryCode.optional().catch(undefined),
});

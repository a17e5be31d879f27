/** What is told of a policy before it holds. Safe for the client. */
import { z } from "zod";

/** Counts are exact up to here, and "more than" beyond. */
export const mostPreviewed = 1000;

const counted = z.number().int();

export const policyPreviewSchema = z.object({
  passkeys: counted.describe(
    `Those that would be refused; ${mostPreviewed + 1} for more than ${mostPreviewed}.`,
  ),
  people: counted.describe("Those who would have none left that may be used; counted as far."),
  administratorsLeft: counted.describe("Administrators who would keep one."),
});

export type PolicyPreview = z.infer<typeof policyPreviewSchema>;

/** A browser that waits for an approval, as the two sides see it. zod only: safe for the client. */
import { z } from "zod";

/** As it is shown or typed; whether it is one only the lookup knows. */
export const approvalCodeSchema = z.string().min(1, "must not be empty").max(64, "is too long");

export const approvalDecisionSchema = z.enum(["approve", "deny"]);
export type ApprovalDecision = z.infer<typeof approvalDecisionSchema>;

/** `over`: it took too long, or it was used, or there never was one. */
export const approvalStateSchema = z.enum(["waiting", "approved", "denied", "over"]);
export type ApprovalState = z.infer<typeof approvalStateSchema>;

/** What the waiting browser shows. */
export const requestedApprovalSchema = z.object({
  url: z.url().describe("What the QR code holds: to be opened where the person has a passkey."),
  code: z.string().describe("The same to type in, at `/approve`."),
  comparisonCode: z.string().describe("Letters that both screens show, for the person to compare."),
  expiresAt: z.date(),
});
export type RequestedApproval = z.infer<typeof requestedApprovalSchema>;

/** What the person is asked in the browser that has a passkey. */
export const approvalQuestionSchema = z.object({
  comparisonCode: z.string().describe("The waiting screen must show the same letters."),
  ip: z.string().describe("Where the other browser asked from."),
  place: z.string().optional().describe("Where that is, as far as the operator's file of places tells."),
  userAgent: z.string(),
  askedAt: z.date(),
  expiresAt: z.date(),
  sameNetwork: z.boolean().describe("The other browser is in the network that you ask from."),
});
export type ApprovalQuestion = z.infer<typeof approvalQuestionSchema>;

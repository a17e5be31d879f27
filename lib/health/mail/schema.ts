/** What administrators are told of mail. Safe for the client. */
import { z } from "zod";

/** Counts are exact up to here, and "more than" beyond. */
export const mostMailsCounted = 10_000;

/** Why a mail did not arrive, as far as it can be told from what the server answered. */
export const mailProblems = [
  "recipient_refused",
  "later",
  "refused",
  "credentials",
  "unreachable",
  "unknown_host",
  "encryption",
  "timeout",
  "expired",
  "too_late",
  "unreadable",
  "unknown",
] as const;

export const messageIdSchema = z.uuid("must be the id of a mail").toLowerCase();

export const troubledMailSchema = z.object({
  id: messageIdSchema,
  to: z.string().optional().describe("Absent where the mail does not open."),
  template: z.string().optional().describe("Which of our mails it is."),
  createdAt: z.date(),
  attempts: z.number().int(),
  problem: z.enum(mailProblems),
  code: z.string().describe("What the problem was read from."),
  failedAt: z.date().nullable().describe("When it was given up; null: it is tried again."),
  nextAttemptAt: z.date().nullable(),
});

export const mailStateSchema = z.object({
  server: z
    .object({
      host: z.string(),
      port: z.number().int(),
      tls: z.enum(["implicit", "starttls", "never"]),
      signsIn: z.boolean().describe("With a user name and a password, which are not told."),
      from: z.object({ name: z.string(), address: z.string() }),
    })
    .nullable()
    .describe("Null: nobody gets mail."),
  waiting: z.number().int(),
  oldestWaitingAt: z.date().nullable(),
  failed: z.number().int().describe("Given up in the last 30 days."),
  troubled: z
    .array(troubledMailSchema)
    .readonly()
    .describe("The last that failed, and those that wait after a failure."),
});

export type TroubledMail = z.infer<typeof troubledMailSchema>;
export type MailState = z.infer<typeof mailStateSchema>;

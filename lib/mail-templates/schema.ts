/** Every mail that there is, with what each needs to know. Safe for the client. */
import { z } from "zod";

/** Names are what people typed: shown as they are, never part of a header. */
const name = z.string().max(128);

const instant = z.iso.datetime({ offset: true });

/** In full, as it is shown: with the one-time value in it. */
const link = z
  .string()
  .max(2048)
  .regex(/^https?:\/\/[\x21-\x7e]+$/, "must be an address without blanks");

/** What happened when and where, for the person to recognise themselves in it. */
const occasion = z.strictObject({
  at: instant,
  /** Empty where nobody knows. */
  ip: z.string().max(64),
  userAgent: z.string().max(512),
});

const mail = <const T extends string, S extends z.ZodRawShape>(template: T, props: S) =>
  z.strictObject({ template: z.literal(template), props: z.strictObject(props) });

/** The ways back in that are no passkey. */
export const recoveryWays = ["recovery_code", "recovery_link", "sign_in_link", "device_approval"] as const;

/** A mail's name and what it says. `name` is the display name of whom it is for. */
export const mailTemplateSchema = z.discriminatedUnion("template", [
  /** To the address that is to be proven. `change`: it takes the place of another one. */
  mail("verify_email", { name, link, expiresAt: instant, change: z.boolean() }),
  /** To the address that it is, while another one waits for its proof. */
  mail("email_change_requested", { name, occasion }),
  /** To the address that it was before. */
  mail("email_changed", { name, occasion }),
  /** `invitedBy`: the display name of an administrator; null for the command line. */
  mail("invitation", { invitedBy: name.nullable(), link, expiresAt: instant }),
  /** An administrator's link back in. */
  mail("recovery_link", { name, link, expiresAt: instant }),
  /** Asked for by somebody who knows the address: `occasion` says from where. */
  mail("sign_in_link", { name, link, expiresAt: instant, occasion }),
  mail("passkey_added", { name, passkey: name, occasion }),
  mail("passkey_removed", { name, passkey: name, occasion }),
  /** By an administrator. */
  mail("passkey_revoked", { name, passkey: name, at: instant }),
  mail("new_sign_in", { name, occasion }),
  mail("recovery_used", { name, way: z.enum(recoveryWays), occasion }),
  mail("recovery_codes_made", { name, occasion }),
  /** `refused`: the passkey was not accepted. */
  mail("counter_regression", { name, passkey: name, refused: z.boolean(), occasion }),
  mail("account_deleted", { name, byAdministrator: z.boolean(), at: instant }),
  /** To see whether mails arrive. */
  mail("test", { at: instant }),
]);

export type MailTemplate = z.infer<typeof mailTemplateSchema>;
export type MailTemplateName = MailTemplate["template"];
export type MailProps<T extends MailTemplateName> = Extract<MailTemplate, { template: T }>["props"];
export type Occasion = z.infer<typeof occasion>;

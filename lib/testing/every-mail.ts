/** One of each mail, with what a person could have typed and done. */
import type { MailTemplate, MailTemplateName } from "#lib/mail-templates/schema.ts";

export interface SampleFacts {
  readonly name: string;
  readonly passkey: string;
  readonly link: string;
}

/** By name, so that the compiler asks for those that are added. */
export function everyMail({ name, passkey, link }: SampleFacts, now: Date): MailTemplate[] {
  const at = now.toISOString();
  const expiresAt = new Date(now.getTime() + 30 * 60_000).toISOString();
  const occasion = {
    at,
    ip: "2001:db8:85a3::8a2e:370:7334",
    userAgent: "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36",
  };
  const mails: { [T in MailTemplateName]: Extract<MailTemplate, { template: T }>["props"] } = {
    verify_email: { name, link, expiresAt, change: true },
    email_change_requested: { name, occasion },
    email_changed: { name, occasion },
    invitation: { invitedBy: name, link, expiresAt },
    recovery_link: { name, link, expiresAt },
    sign_in_link: { name, link, expiresAt, occasion },
    passkey_added: { name, passkey, occasion },
    passkey_removed: { name, passkey, occasion },
    passkey_revoked: { name, passkey, at },
    new_sign_in: { name, occasion },
    recovery_used: { name, way: "recovery_code", occasion },
    recovery_codes_made: { name, occasion },
    counter_regression: { name, passkey, refused: false, occasion },
    account_deleted: { name, byAdministrator: false, at },
    test: { at },
  };
  return Object.entries(mails).map(([template, props]) => ({ template, props }) as MailTemplate);
}

/** The way from a notice to the person's passkeys; a plain address of ours, without anything secret in it. */
import type { Desk, MailContent } from "../mail-content.ts";

export function accountAction({ t, baseUrl }: Desk): NonNullable<MailContent["action"]> {
  return { label: t("mail.seePasskeys"), url: `${baseUrl}/account` };
}

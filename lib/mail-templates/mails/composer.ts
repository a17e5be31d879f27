/** What turns the facts of one kind of mail into what it says. */
import type { Desk, MailContent } from "../mail-content.ts";
import type { MailProps, MailTemplateName } from "../schema.ts";

export type Composer<T extends MailTemplateName> = (desk: Desk, props: MailProps<T>) => MailContent;

/** The composers of some mails, by name. */
export type Composers<T extends MailTemplateName> = { readonly [K in T]: Composer<K> };

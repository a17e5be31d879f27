/** What a mail says, before it is text or HTML: both parts are made of this, so neither says less. */
import type { Config } from "#lib/config/load-config.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";

export interface MailContent {
  readonly subject: string;
  readonly title: string;
  /** The display name of whom it is for; absent where nobody knows it. */
  readonly name?: string;
  readonly paragraphs: readonly string[];
  readonly facts?: readonly Fact[];
  readonly action?: { readonly label: string; readonly url: string };
  /** After the action: until when, and what to do if it was somebody else. */
  readonly closing: readonly string[];
  /** Why somebody without an account gets it. */
  readonly stranger?: boolean;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** A value that is written from left to right in every language. */
  readonly code?: boolean;
}

/** How the instance that writes looks; whatever is absent is as it came. */
export interface MailLook {
  /** What it is called; else `RP_NAME`. */
  readonly name?: string;
  /** `#rrggbb`: buttons, links and the line at the card's edge, and what stands on a button. */
  readonly accent?: Readonly<
    Record<"light" | "dark", { readonly accent: string; readonly onAccent: string }>
  >;
  /** In place of the name: from our own origin alone, and the name for whoever loads no pictures. */
  readonly logo?: { readonly url: string; readonly width: number; readonly height: number };
  /** Whom to ask. */
  readonly support?: { readonly text: string; readonly href?: string };
}

/** What every mail is composed with. */
export interface Desk {
  readonly t: Translate;
  readonly locale: Locale;
  readonly now: Date;
  /** What the instance is called. */
  readonly instance: string;
  readonly baseUrl: Config["baseUrl"];
  readonly look: MailLook;
}

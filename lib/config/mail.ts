/** SMTP_URL and MAIL_FROM: where mails are handed over, and whom they come from. */
import { isIP } from "node:net";
import { z } from "zod";

export interface MailConfig {
  readonly host: string;
  readonly port: number;
  /** `implicit`: TLS from the first byte. `starttls`: no mail without it. `never`: in the clear. */
  readonly tls: "implicit" | "starttls" | "never";
  readonly credentials: { readonly user: string; readonly password: string } | undefined;
  readonly from: { readonly name: string; readonly address: string };
}

type SmtpServer = Omit<MailConfig, "from">;

const shape = "must be such as smtp://user:password@mail.example.com:587, smtps:// or ?tls=never";

/**
 * `smtps://` is TLS from the first byte; `smtp://` needs STARTTLS, but on this machine, where nobody can listen in.
 * `?tls=required` and `?tls=never` say it explicitly. The value holds a password: no message repeats it.
 */
export const smtpUrl = z
  .string()
  .max(2048)
  .transform((text, context): SmtpServer => {
    const server = readSmtpUrl(text);
    if (server) return server;
    context.addIssue({ code: "custom", message: shape });
    return z.NEVER;
  });

function readSmtpUrl(text: string): SmtpServer | undefined {
  const url = URL.parse(text);
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === "") return undefined;
  if (!["", "/"].includes(url.pathname) || url.hash !== "") return undefined;
  const { tls, ...others } = Object.fromEntries(url.searchParams);
  if (Object.keys(others).length > 0 || ![undefined, "required", "never"].includes(tls)) return undefined;
  const implicit = url.protocol === "smtps:";
  if (implicit && tls === "never") return undefined;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const user = decode(url.username);
  const password = decode(url.password);
  if (user === undefined || password === undefined) return undefined;
  const clear = tls === "never" || (tls === undefined && isLoopback(host));
  return {
    host,
    port: url.port === "" ? (implicit ? 465 : 587) : Number(url.port),
    tls: implicit ? "implicit" : clear ? "never" : "starttls",
    credentials: user === "" ? undefined : { user, password },
  };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function isLoopback(host: string): boolean {
  if (isIP(host) === 4) return host.startsWith("127.");
  return host === "::1" || host === "localhost";
}

const senderName = /^[^\p{Cc}\p{Cs}<>"]{0,64}$/u;

/** `id@example.com`, or with a name: `Example <id@example.com>`. */
export const mailFrom = z
  .string()
  .max(400)
  .transform((text, context) => {
    const [, quoted = "", bracketed] = /^(.*?)\s*<([^<>]*)>$/.exec(text.trim()) ?? [];
    const address = z
      .email()
      .max(254)
      .safeParse(bracketed ?? text.trim());
    const name = quoted.replace(/^"(.*)"$/, "$1");
    if (address.success && senderName.test(name)) return { name, address: address.data };
    context.addIssue({
      code: "custom",
      message: "must be an address such as id@example.com, or Example <id@example.com>",
    });
    return z.NEVER;
  });

interface MailVariables {
  readonly SMTP_URL?: SmtpServer | undefined;
  readonly MAIL_FROM?: MailConfig["from"] | undefined;
  readonly RP_NAME: string;
  readonly EMAIL_SIGN_IN: "off" | "on";
}

export function deriveMail({
  SMTP_URL,
  MAIL_FROM,
  RP_NAME,
}: Omit<MailVariables, "EMAIL_SIGN_IN">): MailConfig | undefined {
  if (!SMTP_URL || !MAIL_FROM) return undefined;
  const name = MAIL_FROM.name === "" ? RP_NAME : MAIL_FROM.name;
  return Object.freeze({ ...SMTP_URL, from: Object.freeze({ ...MAIL_FROM, name }) });
}

/** One without the other sends nothing, which nobody would notice. */
export function checkMail({ SMTP_URL, MAIL_FROM, EMAIL_SIGN_IN }: Omit<MailVariables, "RP_NAME">): string[] {
  if (SMTP_URL && !MAIL_FROM) return ["MAIL_FROM must name the address that mails come from"];
  if (MAIL_FROM && !SMTP_URL) return ["SMTP_URL must name the server that MAIL_FROM is for"];
  return EMAIL_SIGN_IN === "on" && !SMTP_URL
    ? ["EMAIL_SIGN_IN=on needs a mail server: set SMTP_URL and MAIL_FROM"]
    : [];
}

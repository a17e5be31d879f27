/** Hands one mail over to the operator's SMTP server (RFC 5321), on a connection of its own. */
import type { SMTPTransportOptions } from "nodemailer";
import type { Config } from "#lib/config/load-config.ts";
import type { MailConfig } from "#lib/config/mail.ts";
import { connectToServer } from "./connect-to-server.ts";
import { MailFailure, mailFailureOf } from "./mail-failure.ts";
import { type Mail, mailSchema } from "./schema.ts";

/** A server that takes longer has a problem of its own. */
const patience = {
  connectionTimeout: 15_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
  socketCloseTimeout: 1_000,
} as const;

/**
 * Resolves to the server's last answer once it has taken the mail over; `signal` closes the connection.
 * @throws MailFailure, also when no server is configured
 */
export async function sendMail(
  { config }: { readonly config: Pick<Config, "mail" | "baseUrl"> },
  mail: Mail,
  signal: AbortSignal,
): Promise<string> {
  if (!config.mail) throw new MailFailure("no mail server is configured", "not configured", false);
  const { from } = config.mail;
  const { to, subject, text, html, reference } = mailSchema.parse(mail);
  // Loaded with the first mail: a start needs none.
  const { createTransport } = await import("nodemailer");
  const transport = createTransport(transportOptions(config.mail, new URL(config.baseUrl).hostname, signal));
  try {
    const { response } = await transport.sendMail({
      // A copy: the configuration is frozen, and nodemailer writes into what it is given.
      from: { ...from },
      to: { name: "", address: to },
      // Told outright, so that no parser of ours or theirs finds further addresses in the header.
      envelope: { from: from.address, to: [to] },
      subject,
      text,
      ...(html === undefined ? {} : { html }),
      messageId: `<${reference}@${from.address.split("@")[1]}>`,
      // No answer by a machine, please (RFC 3834).
      headers: { "Auto-Submitted": "auto-generated" },
      xMailer: false,
      disableFileAccess: true,
      disableUrlAccess: true,
      signal,
    });
    return response;
  } catch (error) {
    throw mailFailureOf(error);
  }
}

/** `name` is what we call ourselves to the server; the machine's own name is nobody's business. */
function transportOptions(
  { host, port, tls, credentials }: MailConfig,
  name: string,
  signal: AbortSignal,
): SMTPTransportOptions {
  return {
    ...patience,
    host,
    port,
    name,
    getSocket: (_options, callback) => {
      connectToServer(host, port, signal).then(
        (connection) => callback(null, { connection }),
        (error: Error) => callback(error),
      );
    },
    secure: tls === "implicit",
    requireTLS: tls === "starttls",
    ignoreTLS: tls === "never",
    tls: { minVersion: "TLSv1.2", rejectUnauthorized: true },
    ...(credentials ? { auth: { user: credentials.user, pass: credentials.password } } : {}),
  };
}

/** What arrives at a real SMTP server, as its recipients read it. */
import { type ReadMail, readMail } from "#lib/testing/read-mail.ts";
import { startSmtpServer } from "#lib/testing/smtp-server.ts";

export interface Mailbox {
  /** Environment of an instance that sends its mails here. */
  readonly variables: Record<string, string>;
  /** Every mail to that address so far, the oldest first. */
  mailsTo(address: string): Promise<ReadMail[]>;
  /** Waits for one whose subject holds `subject`. */
  waitFor(address: string, subject: string): Promise<ReadMail>;
  /** From now on the server says of these that it knows nobody there; without any it takes all mail again. */
  refuse(...addresses: string[]): void;
  close(): Promise<void>;
}

const patienceMs = 20_000;

export async function openMailbox(): Promise<Mailbox> {
  const server = await startSmtpServer();
  const mailsTo = (address: string) =>
    Promise.all(server.received.filter(({ to }) => to.includes(address)).map(readMail));
  return {
    variables: { SMTP_URL: `smtp://localhost:${server.port}`, MAIL_FROM: "id@example.com" },
    mailsTo,
    waitFor: async (address, subject) => {
      for (const deadline = Date.now() + patienceMs; ; ) {
        const found = (await mailsTo(address)).findLast((mail) => mail.subject.includes(subject));
        if (found) return found;
        if (Date.now() > deadline) throw new Error(`no mail about "${subject}" came to ${address}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    refuse: (...addresses) => {
      server.refuseWith = (to) => (addresses.includes(to) ? { code: 550, words: "no such user" } : undefined);
    },
    close: () => server.close(),
  };
}

/** The address in a mail that leads to such a page. */
export function linkIn({ text }: Pick<ReadMail, "text">, path: string): string {
  const link = text.split(/\s+/).find((word) => word.includes(path));
  if (link === undefined) throw new Error(`the mail has no link to ${path}`);
  return link;
}

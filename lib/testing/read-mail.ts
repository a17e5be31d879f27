/** A mail as it came over the wire → what a mail program shows of it. */
import PostalMime from "postal-mime";
import type { ReceivedMail } from "./smtp-server.ts";

export interface ReadMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Names of the headers, in lower case, in their order. */
  readonly headers: readonly string[];
}

export async function readMail({ raw }: Pick<ReceivedMail, "raw">): Promise<ReadMail> {
  const { to = [], subject = "", text = "", html = "", headers } = await PostalMime.parse(raw);
  return {
    to: to.map(({ address = "" }) => address),
    subject,
    text,
    html,
    headers: headers.map(({ key }) => key),
  };
}

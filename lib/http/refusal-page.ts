/** A refusal as a page of its own, where no page of ours explains it. */
import { errorTable } from "#lib/errors/codes.ts";
import type { DomainError } from "#lib/errors/domain-error.ts";
import { setWaitHeaders } from "./envelope.ts";
import { htmlPage } from "./html-page.ts";

export const refusalTitle = "This did not work";

export function refusalPage({ requestId }: { readonly requestId: string }, refusal: DomainError): Response {
  const { status, message } = errorTable[refusal.code];
  const paragraphs = [refusal.publicMessage ?? message];
  const page = htmlPage({ status, title: refusalTitle, paragraphs, requestId });
  setWaitHeaders(page, refusal);
  return page;
}

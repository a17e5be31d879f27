/** A refusal as a page of its own, where no page of ours explains it. */
import { errorTable } from "#lib/errors/codes.ts";
import type { DomainError } from "#lib/errors/domain-error.ts";
import { refusalWords } from "#lib/errors/refusal-words.ts";
import { setWaitHeaders } from "./envelope.ts";
import { htmlPage } from "./html-page.ts";
import type { PageLook } from "./page-look.ts";

export function refusalPage(look: PageLook, refusal: DomainError): Response {
  const page = htmlPage(look, {
    status: errorTable[refusal.code].status,
    title: look.t("protocolError.title"),
    paragraphs: [refusalWords(look.t, refusal)],
  });
  setWaitHeaders(page, refusal);
  return page;
}

"use client";
/** Says that something has happened since the page was made, and leads to it. Nothing moves under the reader's eyes. */
import { useEffect, useState } from "react";
import { callRoute } from "#components/passkey/call-api.ts";
import type { NewerEvents as Answer } from "#lib/audit-log/schema.ts";

interface NewerEventsProps {
  /** Below `/api/v1/`. */
  readonly question: string;
  /** Where the first page of the same list is. */
  readonly href: string;
  /** With {count}. */
  readonly label: string;
  readonly locale: string;
}

const everyMs = 20_000;
/** Ten minutes after the reader last looked: an open page must not keep a session alive for ever. */
const mostQuestions = 30;

export function NewerEvents({ question, href, label, locale }: NewerEventsProps) {
  const [answer, setAnswer] = useState<Answer>();

  useEffect(() => {
    const stopping = new AbortController();
    let asked = 0;
    const look = async () => {
      if (document.visibilityState !== "visible" || asked >= mostQuestions) return;
      asked += 1;
      try {
        setAnswer(await callRoute<Answer>({ method: "GET", path: question }, stopping.signal));
      } catch {
        // Asked again at the next turn; a reader who was signed out learns it from the next page.
      }
    };
    const again = () => {
      asked = 0;
      void look();
    };
    const timer = setInterval(() => void look(), everyMs);
    document.addEventListener("visibilitychange", again, { signal: stopping.signal });
    return () => {
      clearInterval(timer);
      stopping.abort();
    };
  }, [question]);

  const count = new Intl.NumberFormat(locale).format(answer?.count ?? 0);
  return (
    <div role="status" className="min-h-9">
      {answer === undefined || answer.count === 0 ? null : (
        <a href={href} className="button button-secondary button-small">
          {label.replace("{count}", answer.more ? `${count}+` : count)}
        </a>
      )}
    </div>
  );
}

"use client";
/** New recovery codes, which are shown here and never again: to be copied, saved or printed. */
import { Copy, Download, Printer } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";

export interface MadeCodesLabels {
  readonly title: string;
  readonly body: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly download: string;
  readonly print: string;
  /** The lines above the codes, on paper and in the file; the first holds `{account}`. */
  readonly fileTitle: string;
  readonly fileHow: string;
  readonly fileName: string;
}

interface MadeCodesPanelProps {
  readonly codes: readonly string[];
  /** The username. */
  readonly account: string;
  readonly labels: MadeCodesLabels;
  /** Of the heading: the page has one of the first level already, or has none. */
  readonly level: 1 | 2;
  /** The way on. */
  readonly children: ReactNode;
}

export function MadeCodesPanel({ codes, account, labels, level, children }: MadeCodesPanelProps) {
  const Heading = `h${level}` as const;
  const fileTitle = labels.fileTitle.replace("{account}", account);
  const [status, setStatus] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  async function copy() {
    try {
      await navigator.clipboard.writeText(codes.join("\n"));
      setStatus(labels.copied);
    } catch {
      setStatus(labels.notCopied);
    }
  }

  return (
    <div data-settled>
      <Heading ref={heading} tabIndex={-1} className="text-xl font-semibold outline-none">
        {labels.title}
      </Heading>
      <p className="mt-2 text-muted">{labels.body}</p>
      <div className="print-alone mt-4 rounded-md bg-sunken p-4">
        <div className="hidden print:block">
          <p dir="auto">{fileTitle}</p>
          <p dir="auto">{labels.fileHow}</p>
        </div>
        <ol
          className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,15.5rem),1fr))] gap-x-6 gap-y-1 print:mt-4 print:grid-cols-1"
          dir="ltr"
        >
          {codes.map((code) => (
            <li key={code}>
              <code className="mono">{code}</code>
            </li>
          ))}
        </ol>
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <button type="button" className="button button-secondary button-small" onClick={() => void copy()}>
          <Copy aria-hidden="true" size="1.125em" />
          {labels.copy}
        </button>
        <button
          type="button"
          className="button button-secondary button-small"
          onClick={() => save(codes, { ...labels, fileTitle })}
        >
          <Download aria-hidden="true" size="1.125em" />
          {labels.download}
        </button>
        <button
          type="button"
          className="button button-secondary button-small"
          onClick={() => globalThis.print()}
        >
          <Printer aria-hidden="true" size="1.125em" />
          {labels.print}
        </button>
      </div>
      <p role="status" className="mt-2 min-h-5 text-sm text-muted">
        {status}
      </p>
      {children}
    </div>
  );
}

/** A file that the browser makes: the codes do not travel once more. */
function save(codes: readonly string[], { fileTitle, fileHow, fileName }: MadeCodesLabels): void {
  const text = [fileTitle, fileHow, "", ...codes, ""].join("\r\n");
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${fileName}.txt`;
  link.click();
  // Browsers read the file after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

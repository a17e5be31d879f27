/** A token as an app would find it: its parts, the key that vouches for it, and what an app checks. */
import { Check, X } from "lucide-react";
import { Panel } from "./panel.tsx";

export interface TokenWords {
  readonly header: string;
  readonly payload: string;
  /** Of the key, or that there is none. */
  readonly key: string;
  readonly opaque: string;
}

interface TokenViewProps {
  readonly title: string;
  readonly header: object | undefined;
  readonly payload: object | undefined;
  readonly checks: readonly { readonly label: string; readonly passed: boolean }[];
  readonly words: TokenWords;
}

export function TokenView({ title, header, payload, checks, words }: TokenViewProps) {
  if (!header || !payload)
    return (
      <Panel title={title}>
        <p className="text-muted">{words.opaque}</p>
      </Panel>
    );
  return (
    <Panel title={title} lead={words.key}>
      <ul className="mb-4 flex flex-wrap gap-x-5 gap-y-1.5">
        {checks.map(({ label, passed }) => {
          const Icon = passed ? Check : X;
          return (
            <li
              key={label}
              className={`inline-flex items-center gap-1.5 ${passed ? "text-ok-soft-fg" : "font-medium text-danger"}`}
            >
              <Icon aria-hidden="true" size={16} />
              {label}
            </li>
          );
        })}
      </ul>
      <div className="grid gap-3 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <Json label={words.header} value={header} />
        <Json label={words.payload} value={payload} />
      </div>
    </Panel>
  );
}

export function Json({ label, value }: { readonly label: string; readonly value: object }) {
  return (
    <figure className="min-w-0">
      <figcaption className="text-muted">{label}</figcaption>
      <pre
        className="mono mt-1 rounded-md bg-sunken p-3 break-words whitespace-pre-wrap"
        dir="ltr"
        translate="no"
      >
        {JSON.stringify(value, undefined, 2)}
      </pre>
    </figure>
  );
}

/** What an app needs to know of this instance: settings to paste, and addresses. */
import { CopyBlock } from "./copy-block.tsx";

export interface ShownConnection {
  readonly settings: readonly { readonly where: string; readonly text: string }[];
  readonly addresses: readonly { readonly label: string; readonly value: string }[];
}

interface ConnectionProps extends ShownConnection {
  readonly words: { readonly copy: string; readonly copied: string };
}

export function Connection({ settings, addresses, words }: ConnectionProps) {
  return (
    <div className="grid gap-5">
      {settings.map(({ where, text }) => (
        <CopyBlock key={where} label={where} text={text} {...words} />
      ))}
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(8rem,auto)_minmax(0,1fr)]">
        {addresses.map(({ label, value }) => (
          <div key={label} className="sm:contents">
            <dt className="text-muted">{label}</dt>
            <dd className="mono text-xs break-all sm:text-sm" dir="ltr">
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Why a passkey screen does nothing without JavaScript, and what works in its place. */
import { Notice } from "./notice.tsx";

interface NoScriptProps {
  readonly title: string;
  readonly body: string;
  readonly ways?: readonly { readonly href: string; readonly label: string }[];
}

export function NoScript({ title, body, ways = [] }: NoScriptProps) {
  return (
    <noscript>
      <div className="mt-6">
        <Notice tone="warn">
          <p className="font-semibold">{title}</p>
          <p className="mt-1">{body}</p>
          {ways.map(({ href, label }) => (
            <p key={href} className="mt-2">
              <a className="text-link" href={href}>
                {label}
              </a>
            </p>
          ))}
        </Notice>
      </div>
    </noscript>
  );
}

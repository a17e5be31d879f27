/** Why a passkey screen does nothing without JavaScript. */
import { Notice } from "./notice.tsx";

export function NoScript({ title, body }: { readonly title: string; readonly body: string }) {
  return (
    <noscript>
      <div className="mt-6">
        <Notice tone="warn">
          <p className="font-semibold">{title}</p>
          <p className="mt-1">{body}</p>
        </Notice>
      </div>
    </noscript>
  );
}

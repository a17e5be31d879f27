"use client";
/** Single keys for tables, what they do, and the switch that turns them off (WCAG 2.1.4). */
import { Keyboard } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { handleTableKey } from "./table-keys.ts";

interface KeyboardHelpProps {
  readonly words: {
    readonly button: string;
    readonly title: string;
    readonly lead: string;
    readonly use: string;
    readonly close: string;
  };
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: string }[];
}

const preference = "table-keys";

export function KeyboardHelp({ words, keys }: KeyboardHelpProps) {
  const [used, setUsed] = useState(true);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => setUsed(localStorage.getItem(preference) !== "off"), []);
  useEffect(() => {
    if (!used) return;
    const pressed = (event: KeyboardEvent) => handleTableKey(event, () => dialog.current?.showModal());
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [used]);

  function use(on: boolean) {
    setUsed(on);
    if (on) localStorage.removeItem(preference);
    else localStorage.setItem(preference, "off");
  }

  return (
    <>
      <button
        type="button"
        className="language-button pointer-coarse:hidden"
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        <Keyboard aria-hidden="true" size="1.125em" />
        <span>{words.button}</span>
      </button>
      <dialog
        ref={dialog}
        aria-labelledby={`${id}-title`}
        className="auth-card m-auto text-sm text-fg shadow-(--shadow-pop)"
      >
        <h2 id={`${id}-title`} className="text-lg font-semibold">
          {words.title}
        </h2>
        <p className="mt-2 text-muted">{words.lead}</p>
        <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-2">
          {keys.map(({ keys: names, does }) => (
            <div key={does} className="contents">
              <dt className="flex gap-1" dir="ltr">
                {names.map((name) => (
                  <kbd
                    key={name}
                    className="mono min-w-6 rounded-sm border border-control px-1.5 text-center"
                  >
                    {name}
                  </kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="mt-5 flex min-h-6 items-center gap-2.5 font-medium">
          <input
            type="checkbox"
            checked={used}
            onChange={(event) => use(event.target.checked)}
            className="size-4.5 shrink-0 accent-(--accent)"
          />
          {words.use}
        </label>
        <button
          type="button"
          className="button button-secondary mt-5"
          onClick={() => dialog.current?.close()}
        >
          {words.close}
        </button>
      </dialog>
    </>
  );
}

"use client";
/** What else leads in: other authenticators by the browser, and pages of ours that need no passkey here. */
import type { ReactNode } from "react";
import type { PasskeyHint } from "./ceremonies.ts";

/** A page that lets somebody in without a passkey in this browser. */
export interface OtherWay {
  readonly href: string;
  readonly label: string;
  readonly icon: ReactNode;
}

export interface OtherWaysLabels {
  readonly otherWays: string;
  readonly otherWaysBody: string;
  readonly usePhone: string;
  readonly useSecurityKey: string;
}

/** Drawn on the server, which saves the browser a library. */
export interface OtherWaysIcons {
  readonly phone: ReactNode;
  readonly securityKey: ReactNode;
  readonly disclosure: ReactNode;
}

interface OtherWaysProps {
  readonly labels: OtherWaysLabels;
  readonly icons: OtherWaysIcons;
  readonly ways: readonly OtherWay[];
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  /** Whether the browser can ask for passkeys here: without a script, or in an old browser, only the pages are left. */
  readonly canAsk: boolean;
  readonly busy: boolean;
  readonly onChoose: (hint: PasskeyHint, trigger: HTMLElement) => void;
}

export function OtherWays(props: OtherWaysProps) {
  const { labels, icons, ways, open, onToggle, canAsk, busy, onChoose } = props;
  if (!canAsk && ways.length === 0) return null;
  return (
    <details
      className="group mt-5 border-t border-border pt-2"
      open={open}
      onToggle={(event) => onToggle(event.currentTarget.open)}
    >
      <summary className="flex min-h-11 cursor-pointer list-none items-center justify-between rounded-md text-sm font-semibold [&::-webkit-details-marker]:hidden">
        {labels.otherWays}
        <span className="text-muted group-open:rotate-180">{icons.disclosure}</span>
      </summary>
      {canAsk ? <p className="mt-1 text-sm text-muted">{labels.otherWaysBody}</p> : null}
      <div className="mt-3 grid gap-2">
        {canAsk ? (
          <>
            <HintButton busy={busy} onChoose={(trigger) => onChoose("hybrid", trigger)}>
              {icons.phone}
              {labels.usePhone}
            </HintButton>
            <HintButton busy={busy} onChoose={(trigger) => onChoose("security-key", trigger)}>
              {icons.securityKey}
              {labels.useSecurityKey}
            </HintButton>
          </>
        ) : null}
        {ways.map(({ href, label, icon }) => (
          <a key={href} className="button button-secondary w-full" href={href}>
            {icon}
            {label}
          </a>
        ))}
      </div>
    </details>
  );
}

interface HintButtonProps {
  readonly busy: boolean;
  readonly onChoose: (trigger: HTMLElement) => void;
  readonly children: ReactNode;
}

function HintButton({ busy, onChoose, children }: HintButtonProps) {
  return (
    <button
      type="button"
      className="button button-secondary w-full"
      aria-disabled={busy}
      onClick={(event) => onChoose(event.currentTarget)}
    >
      {children}
    </button>
  );
}

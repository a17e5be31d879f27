"use client";
/** The accounts that this browser knows, each to continue with or to be forgotten. Forgetting needs no JavaScript. */
import type { ReactNode } from "react";

export interface KnownAccount {
  readonly id: string;
  readonly username: string;
  readonly avatar: ReactNode;
  /** "Continue as Ana". */
  readonly label: ReactNode;
  readonly forgetLabel: string;
}

interface KnownAccountsProps {
  readonly accounts: readonly KnownAccount[];
  readonly forgetAction: string;
  readonly forgetIcon: ReactNode;
  readonly busy: boolean;
  readonly onChoose: (account: KnownAccount, trigger: HTMLElement) => void;
}

export function KnownAccounts({ accounts, forgetAction, forgetIcon, busy, onChoose }: KnownAccountsProps) {
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {accounts.map((account) => (
        <li key={account.id} className="flex items-center gap-1">
          <button
            type="button"
            className="flex min-h-14 min-w-0 grow items-center gap-3 rounded-md border border-control bg-surface px-3 py-2 text-start hover:bg-sunken aria-disabled:opacity-60"
            aria-disabled={busy}
            onClick={(event) => onChoose(account, event.currentTarget)}
          >
            {account.avatar}
            <span className="min-w-0">
              <span className="block font-medium">{account.label}</span>
              <span className="block truncate text-sm text-muted" dir="auto">
                {account.username}
              </span>
            </span>
          </button>
          <form method="post" action={forgetAction}>
            <input type="hidden" name="account" value={account.id} />
            <button
              type="submit"
              className="grid size-11 place-items-center rounded-md text-muted hover:bg-sunken hover:text-fg"
              aria-label={account.forgetLabel}
              title={account.forgetLabel}
            >
              {forgetIcon}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

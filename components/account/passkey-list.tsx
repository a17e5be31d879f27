/** The person's passkeys by kind, each with its name, state and use. */
import type { ReactNode } from "react";
import { kindOf } from "./passkey-kind.ts";
import { type ListedPasskey, type PasskeyContext, PasskeyRow } from "./passkey-row.tsx";

interface PasskeyListProps extends PasskeyContext {
  readonly passkeys: readonly ListedPasskey[];
  /** That would let the person in without any passkey. */
  readonly codesLeft: number;
}

export function PasskeyList({ passkeys, codesLeft, ...shared }: PasskeyListProps) {
  const { t } = shared;
  const onlyWay = passkeys.length === 1 ? codesLeft : undefined;
  const onKeys = passkeys.filter((passkey) => kindOf(passkey) === "securityKey");
  const onDevices = passkeys.filter((passkey) => kindOf(passkey) !== "securityKey");
  return (
    <div className="grid gap-6">
      {onDevices.length > 0 ? (
        <PasskeyGroup title={t("passkeys.onDevices")} id="on-devices">
          {onDevices.map((passkey) => (
            <PasskeyRow key={passkey.id} {...shared} codesLeft={onlyWay} passkey={passkey} />
          ))}
        </PasskeyGroup>
      ) : null}
      {onKeys.length > 0 ? (
        <PasskeyGroup title={t("passkeys.onKeys")} id="on-keys">
          {onKeys.map((passkey) => (
            <PasskeyRow key={passkey.id} {...shared} codesLeft={onlyWay} passkey={passkey} />
          ))}
        </PasskeyGroup>
      ) : null}
    </div>
  );
}

interface PasskeyGroupProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

function PasskeyGroup({ id, title, children }: PasskeyGroupProps) {
  return (
    <div>
      <h2 id={id} className="text-sm font-medium text-muted">
        {title}
      </h2>
      <ul
        aria-labelledby={id}
        className="mt-2 divide-y divide-border rounded-lg border border-border bg-surface"
      >
        {children}
      </ul>
    </div>
  );
}

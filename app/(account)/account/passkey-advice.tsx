/** One passkey is one lost device away from no account. */
import { Notice } from "#components/ui/notice.tsx";
import type { Passkey } from "#lib/credentials/list-passkeys.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface PasskeyAdviceProps {
  readonly t: Translate;
  readonly passkeys: readonly Passkey[];
}

export function PasskeyAdvice({ t, passkeys }: PasskeyAdviceProps) {
  const [only] = passkeys;
  if (passkeys.length > 1) return null;
  return (
    <Notice tone="warn">
      <p className="font-semibold">{only ? t("passkeys.nudgeTitle") : t("passkeys.empty")}</p>
      <p className="mt-1">{adviceText(t, only)}</p>
    </Notice>
  );
}

function adviceText(t: Translate, only: Passkey | undefined): string {
  if (!only) return t("passkeys.emptyBody");
  return only.backupEligible ? t("passkeys.nudgeBody") : t("passkeys.nudgeDeviceBound");
}

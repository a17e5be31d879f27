/** The keys of one algorithm in the order of their lives: the one to come, the one that signs, those that did. */
import { ConfirmDialog } from "#components/admin/confirm-dialog.tsx";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { Badge } from "#components/ui/badge.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { SigningKey } from "#lib/signing-keys/schema.ts";
import { revokeSigningKey } from "./actions.ts";

interface KeyListProps {
  readonly t: Translate;
  readonly locale: Locale;
  readonly keys: readonly SigningKey[];
  /** Without it nothing can be revoked. */
  readonly ceremony: CeremonyLabels | undefined;
}

const places: readonly SigningKey["state"][] = ["next", "active", "retiring", "retired"];
const tones = { next: "info", active: "ok", retiring: "neutral", retired: "neutral" } as const;

export function KeyList({ t, locale, keys, ceremony }: KeyListProps) {
  const inOrder = places.flatMap((state) => keys.filter((key) => key.state === state).toReversed());
  const live = inOrder.filter(({ state }) => state !== "retired");
  const retired = inOrder.filter(({ state }) => state === "retired");
  const row = (key: SigningKey) => (
    <KeyRow key={key.kid} t={t} locale={locale} signingKey={key} ceremony={ceremony} />
  );
  return (
    <>
      <ol className="timeline">{live.map(row)}</ol>
      {retired.length === 0 ? null : (
        <details className="mt-3">
          <summary className="cursor-pointer text-muted">
            {t("adminSigningKeys.retired", { count: retired.length })}
          </summary>
          <ol className="timeline mt-3">{retired.map(row)}</ol>
        </details>
      )}
    </>
  );
}

interface KeyRowProps extends Omit<KeyListProps, "keys"> {
  readonly signingKey: SigningKey;
}

function KeyRow({ t, locale, signingKey, ceremony }: KeyRowProps) {
  const { kid, state, revokedAt } = signingKey;
  const short = kid.slice(0, 8);
  return (
    <li data-state={state} className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="min-w-0 grow basis-72">
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={revokedAt ? "warn" : tones[state]}>
            {t(`adminSigningKeys.states.${revokedAt ? "revoked" : state}`)}
          </Badge>
          <span className="mono text-xs break-all text-muted" dir="ltr">
            {kid}
          </span>
        </p>
        <p className="mt-1">
          <Sentence t={t} locale={locale} signingKey={signingKey} />
        </p>
      </div>
      {ceremony && revokedAt === null ? (
        <ConfirmDialog
          action={revokeSigningKey}
          ceremony={ceremony}
          trigger={t("adminSigningKeys.revoke")}
          triggerLabel={t("adminSigningKeys.revokeNamed", { kid: short })}
          title={t("adminSigningKeys.revokeTitle", { kid: short })}
          body={t(state === "retired" ? "adminSigningKeys.revokeRetired" : "adminSigningKeys.revokeBody")}
          confirm={t("adminSigningKeys.revoke")}
          cancel={t("admin.action.cancel")}
          done={t("admin.action.done")}
          typed={{ label: t("admin.action.typeName", { name: short }), value: short }}
        >
          <input type="hidden" name="kid" value={kid} />
        </ConfirmDialog>
      ) : null}
    </li>
  );
}

function Sentence({ t, locale, signingKey }: Omit<KeyRowProps, "ceremony">) {
  const at = (date: Date | null) => () =>
    date === null ? "—" : <LocalTime value={date.toISOString()} locale={locale} detail="minute" />;
  const { state, createdAt, activatedAt, retiringAt, retiredAt, revokedAt } = signingKey;
  if (revokedAt) return t.rich("adminSigningKeys.wasRevoked", { when: at(revokedAt) });
  switch (state) {
    case "next":
      return t.rich("adminSigningKeys.isNext", { when: at(createdAt), from: at(signingKey.signsFrom) });
    case "active":
      return t.rich(
        signingKey.rotationRequestedAt ? "adminSigningKeys.isHandingOver" : "adminSigningKeys.isActive",
        { when: at(activatedAt), until: at(signingKey.rotatesAt) },
      );
    case "retiring":
      return t.rich("adminSigningKeys.isRetiring", {
        when: at(retiringAt),
        until: at(signingKey.publishedUntil),
      });
    case "retired":
      return t.rich("adminSigningKeys.isRetired", { when: at(activatedAt), until: at(retiredAt) });
  }
}

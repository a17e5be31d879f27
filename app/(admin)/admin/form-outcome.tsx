/** How the plain form ended that has led back here: only browsers without script see it. */
import { Notice } from "#components/ui/notice.tsx";
import { type ErrorCode, errorTable } from "#lib/errors/codes.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { SearchParams } from "../../search-params.ts";

interface FormOutcomeProps {
  readonly t: Translate;
  readonly query: Awaited<SearchParams>;
}

export function FormOutcome({ t, query }: FormOutcomeProps) {
  const { outcome, field } = query;
  if (typeof outcome !== "string") return null;
  if (outcome === "done")
    return (
      <div className="mt-4" role="status">
        <Notice tone="info">{t("admin.action.done")}</Notice>
      </div>
    );
  const code = outcome in errorTable ? (outcome as ErrorCode) : "INTERNAL_ERROR";
  return (
    <div className="mt-4" role="alert">
      <Notice tone="warn">
        <p>{t(`errors.${code}`)}</p>
        {typeof field === "string" && /^[A-Za-z0-9.]{1,40}$/.test(field) ? (
          <p className="mono" dir="ltr">
            {field}
          </p>
        ) : null}
      </Notice>
    </div>
  );
}

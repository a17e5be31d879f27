/** Says that nobody here has checked the app's name, and whose word it is. */
import { Notice } from "#components/ui/notice.tsx";
import type { Translate } from "#lib/i18n/translator.ts";

interface SelfDescribedProps {
  readonly t: Translate;
  readonly source: { readonly host?: string } | undefined;
}

export function SelfDescribed({ t, source }: SelfDescribedProps) {
  if (!source) return null;
  const { host } = source;
  return (
    <div className="mt-4">
      <Notice tone="warn">
        {host === undefined
          ? t("consent.registeredItself")
          : t.rich("consent.describedBy", {
              host: () => (
                <span className="mono font-medium" dir="ltr">
                  {host}
                </span>
              ),
            })}
      </Notice>
    </div>
  );
}

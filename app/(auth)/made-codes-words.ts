/** The words that stand around new recovery codes, on the screen and on paper. */
import type { MadeCodesLabels } from "#components/recovery/made-codes.tsx";
import type { Config } from "#lib/config/load-config.ts";
import type { PageLanguage } from "../page-context.ts";

export function madeCodesWords(
  { t, instance }: Pick<PageLanguage, "t" | "instance">,
  { baseUrl }: Pick<Config, "baseUrl">,
): MadeCodesLabels {
  return {
    title: t("recoveryCodes.madeTitle"),
    body: t("recoveryCodes.madeBody"),
    copy: t("recoveryCodes.copy"),
    copied: t("recoveryCodes.copied"),
    notCopied: t("recoveryCodes.notCopied"),
    download: t("recoveryCodes.download"),
    print: t("recoveryCodes.print"),
    fileTitle: t("recoveryCodes.file", { account: "{account}", instance }),
    fileHow: t("recoveryCodes.fileHow", { url: `${baseUrl}/sign-in/recovery-code` }),
    fileName: t("recoveryCodes.fileName"),
  };
}

/** In a card that ends with a no: whom this instance names for such cases. Nothing where it names nobody. */
import { Support } from "#components/ui/support.tsx";
import { pageBrandView } from "./page-brand.ts";
import { pageLanguage } from "./page-context.ts";

export async function WhoToAsk() {
  const { support } = await pageBrandView();
  const { t } = await pageLanguage();
  if (!support) return null;
  return (
    <p className="mt-2">
      {t("common.help")} <Support contact={support} />
    </p>
  );
}

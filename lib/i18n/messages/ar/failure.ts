/** A page failed. The document carries these words in its own language; the English ones are also in the browser's script. */
import type { Translated } from "../../translated.ts";
import type { failure as english } from "../en/failure.ts";

export const failure: Translated<typeof english> = {
  title: "حدث خطأ ما",
  body: "الخطأ من جانبنا وقد تم تسجيله. حاول مرة أخرى، وإذا تكرر الأمر فأبلغ القائمين على هذا العنوان.",
  retry: "إعادة المحاولة",
  home: "الانتقال إلى حسابك",
  reference: "المرجع",
};

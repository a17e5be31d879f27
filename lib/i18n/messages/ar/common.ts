/** What several screens say. */
import type { Translated } from "../../translated.ts";
import type { common as english } from "../en/common.ts";

export const common: Translated<typeof english> = {
  backToSignIn: "العودة إلى تسجيل الدخول",
  email: "البريد الإلكتروني",
  emailExample: "ana@example.com",
  expiredRequest: "انتهت صلاحية هذا الطلب",
  expiredRequestBody: "بقي الطلب مفتوحًا وقتًا طويلًا أو سبق الرد عليه. عُد إلى التطبيق وابدأ من جديد.",
  footerLinks: "روابط",
  help: "للمساعدة:",
  noScriptTitle: "JavaScript متوقفة",
  noScript:
    "تحتاج مفاتيح المرور إلى JavaScript: فبها وحدها يخاطب المتصفح جهازك. فعِّلها لهذا العنوان ثم أعد تحميل الصفحة.",
  skipToContent: "الانتقال إلى المحتوى",
};

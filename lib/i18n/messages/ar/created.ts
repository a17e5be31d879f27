/** A passkey was created. */
import type { Translated } from "../../translated.ts";
import type { created as english } from "../en/created.ts";

export const created: Translated<typeof english> = {
  title: "تم إنشاء مفتاح المرور",
  saved: "حُفظ باسم «{name}».",
  synced: "تتم مزامنته، فيمكنك استخدامه على أجهزتك الأخرى أيضًا.",
  notSynced:
    "لا يمكنه مغادرة الجهاز أو المفتاح المحفوظ عليه. أضف مفتاح مرور ثانيًا حتى لا تفقد حسابك إذا فقدته.",
  continue: "متابعة",
  continueToApp: "المتابعة إلى {app}",
  addSecond: "إضافة مفتاح مرور ثانٍ",
  secondHint: "استخدم جهازًا آخر أو هاتفك أو مفتاح أمان.",
  secondTitle: "تم إنشاء مفتاح المرور الثاني",
};

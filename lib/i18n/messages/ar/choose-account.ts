/** Choosing among the accounts of a browser. */
import type { Translated } from "../../translated.ts";
import type { chooseAccount as english } from "../en/choose-account.ts";

export const chooseAccount: Translated<typeof english> = {
  title: "اختيار حساب",
  toApp: "اختر حسابًا لاستخدام {app}",
  lead: "سُجِّل الدخول بهذه الحسابات في هذا المتصفح.",
  leadOne: "سُجِّل الدخول بهذا الحساب في هذا المتصفح.",
  current: "قيد الاستخدام الآن",
  hinted: "يقترحه التطبيق",
  another: "استخدام حساب آخر",
};

/** Making the first administrator. */
import type { Translated } from "../../translated.ts";
import type { setUp as english } from "../en/set-up.ts";

export const setUp: Translated<typeof english> = {
  title: "إعداد {instance}",
  lead: "أنشئ حساب الإدارة الأول. يعمل هذا الرابط مرة واحدة.",
  ownership: "ستتبع مفاتيح المرور العنوان <host>{rpId}</host>. إذا تغيَّر لاحقًا بطلت كلها.",
  secure: "الاتصال بهذا العنوان آمن.",
  local: "هذا العنوان على جهازك نفسه.",
  button: "إنشاء مفتاح المرور الأول",
  invalidTitle: "رابط الإعداد هذا غير صالح",
  invalidBody: "استُخدم من قبل أو انتهت صلاحيته.",
  invalidHelp: "يستطيع من يشغِّل الخادم إنشاء رابط جديد بالأمر:",
  doneAlready: "إذا كان هنا حساب إدارة من قبل، فلا يُعطى رابط جديد.",
};

/** Adding a passkey. */
import type { Translated } from "../../translated.ts";
import type { addPasskey as english } from "../en/add-passkey.ts";

export const addPasskey: Translated<typeof english> = {
  title: "إضافة مفتاح مرور",
  body: "يسألك المتصفح أين يُحفظ: على هذا الجهاز أو على هاتفك أو على مفتاح أمان.",
  create: "إنشاء مفتاح المرور",
  createHint: "لا يتغير شيء قبل حفظ مفتاح المرور.",
  stepUpTitle: "أكِّد هويتك",
  stepUpBody: "أكِّد هويتك لإضافة مفتاح مرور إلى {account}. يسري هذا التأكيد لمدة 10 دقائق.",
  confirm: "التأكيد بمفتاح مرور",
  cancel: "إلغاء",
  done: "تم",
  doneTitle: "تمت إضافة مفتاح المرور",
  added: "حُفظ باسم «{name}».",
};

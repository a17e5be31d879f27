/** A passkey of this device's own, offered after a sign-in with one from elsewhere. */
import type { Translated } from "../../translated.ts";
import type { thisDevice as english } from "../en/this-device.ts";

export const thisDevice: Translated<typeof english> = {
  title: "هل تريد إضافة مفتاح مرور على هذا الجهاز؟",
  lead: "تم تسجيل دخولك بمفتاح مرور من جهاز آخر. إذا أضفت مفتاحًا هنا فلن تحتاج إلى الجهاز الآخر في المرة القادمة.",
  own: "على جهاز يخصك فقط: من يستطيع فتح قفله يمكنه تسجيل الدخول باسمك.",
  add: "إضافة مفتاح مرور هنا",
  hint: "لن يُطرح عليك هذا السؤال مجددًا في هذا المتصفح لمدة 30 يومًا.",
  notNow: "ليس الآن",
};

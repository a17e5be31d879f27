/** Letting in a device without a browser. */
import type { Translated } from "../../translated.ts";
import type { device as english } from "../en/device.ts";

export const device: Translated<typeof english> = {
  title: "ربط جهاز",
  lead: "اكتب الرمز الذي يعرضه جهازك.",
  leadWithCode: "تأكد من أن جهازك يعرض هذا الرمز نفسه.",
  code: "الرمز",
  codeHint: "ثمانية أحرف لاتينية. لا فرق بين الأحرف الكبيرة والصغيرة، والشَّرطة غير لازمة.",
  unknownCode: "لا يوجد جهاز ينتظر بهذا الرمز. تحقق منه أو ابدأ من جديد على الجهاز.",
  continue: "متابعة",
  question: "هل تريد ربط جهاز بتطبيق <app></app>؟",
  account: "سيُسجَّل الدخول عليه باسم {name} ({username}).",
  askedFrom: "جاء الطلب من",
  askedWith: "أُرسل الطلب باستخدام",
  asked: "وقت الطلب",
  warning:
    "لا تتابع إلا إذا بدأت ذلك بنفسك على جهاز أمامك. إذا أرسل إليك أحدهم الرمز أو رابطًا، فقد تكون خدعة لاستخدام حسابك.",
  allow: "أنا من بدأ ذلك: السماح",
  decline: "رفض",
  allowedTitle: "تم ربط جهازك",
  allowedBody: "تابع على الجهاز. يمكنك إغلاق هذه الصفحة.",
  declinedTitle: "لم يُسمح للجهاز بالدخول",
  declinedBody: "لم يحصل أحد على شيء. يمكنك إغلاق هذه الصفحة.",
  goneTitle: "لم يعد الجهاز ينتظر",
  goneBody: "استغرق الأمر وقتًا طويلًا أو سبق الرد على السؤال. ابدأ من جديد على الجهاز.",
  again: "كتابة رمز آخر",
};

/** Opening an account. */
import type { Translated } from "../../translated.ts";
import type { signUp as english } from "../en/sign-up.ts";

export const signUp: Translated<typeof english> = {
  title: "أنشئ حسابك",
  lead: "جهازك هو الذي ينشئ المفتاح، ولا تغادره بصمتك ولا صورة وجهك أبدًا.",
  displayName: "اسمك",
  displayNameHint: "هكذا تراك التطبيقات والآخرون.",
  emailHint: "تسجِّل الدخول بمفتاح مرور، أما البريد الإلكتروني فيميِّز الحسابات.",
  button: "إنشاء مفتاح المرور",
  hint: "يسألك المتصفح أين يُحفظ مفتاح المرور.",
  haveAccount: "لديك حساب من قبل؟",
  signIn: "تسجيل الدخول",
  closedTitle: "إنشاء الحسابات غير متاح",
  inviteTitle: "بدعوة فقط",
  closedBody: "لا يقبل {instance} حسابات جديدة في الوقت الحالي.",
  inviteBody: "الانضمام إلى {instance} بدعوة فقط.",
  askBody: "تواصل مع القائمين عليه: يستطيع الشخص أو الشركة التي أعطتك هذا العنوان إنشاء حساب لك.",
  alreadySignedIn: "سُجِّل دخولك باسم {name}. سيُضاف الحساب الجديد إلى هذا المتصفح ويُعرض بدلًا منه.",
};

/** Signing out. */
import type { Translated } from "../../translated.ts";
import type { signOut as english } from "../en/sign-out.ts";

export const signOut: Translated<typeof english> = {
  title: "هل تريد تسجيل الخروج؟",
  lead: "سُجِّل دخولك باسم {name}.",
  fromApp: "يطلب {app} تسجيل خروجك من {instance}.",
  consequence: "قد تبقى مسجَّل الدخول في التطبيقات التي فتحتها عبر {instance} إلى أن تسجِّل الخروج منها.",
  confirm: "تسجيل الخروج",
  forget: "نسياني أيضًا في هذا المتصفح لأن آخرين يستخدمونه",
  stay: "البقاء مسجَّل الدخول",
  doneTitle: "تم تسجيل خروجك",
  doneBody: "انتهت جلستك في هذا المتصفح. مفاتيح المرور باقية في مكانها.",
  signInAgain: "تسجيل الدخول مرة أخرى",
  all: "تسجيل الخروج من جميع الحسابات هنا",
  stillSignedIn: "لا يزال <name></name> مسجَّل الدخول في هذا المتصفح.",
  goOn: "المتابعة بهذا الحساب",
  next: "تسجيل الخروج منه أيضًا",
  framesTitle: "جارٍ تسجيل خروجك",
  framesBody: "انتهت جلستك هنا. يجري إبلاغ تطبيقاتك، وقد يستغرق ذلك بضع ثوانٍ.",
  framesContinue: "متابعة",
};

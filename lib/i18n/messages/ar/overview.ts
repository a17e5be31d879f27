/** The first page of the account. */
import type { Translated } from "../../translated.ts";
import type { overview as english } from "../en/overview.ts";

export const overview: Translated<typeof english> = {
  attention: "من أجل أمانك",
  advice: {
    counterTitle: "تحقّق من {passkey}",
    counterBody: "لم يزد عدّاده عند تسجيل الدخول، فربما نُسخ. إذا لم تعرف السبب فأزِله وأنشئ غيره.",
    counterAction: "عرض مفاتيح المرور",
    passkeyAction: "إضافة مفتاح مرور",
    codesTitle: "أنشئ رموز استرداد",
    codesBody: "تتيح لك الدخول عند فقدان جميع مفاتيح المرور. احفظها على ورق بعيدًا عن أجهزتك.",
    codesLeftTitle:
      "{left, plural, zero {لم تبقَ رموز استرداد} one {بقي رمز استرداد واحد فقط} two {بقي رمزا استرداد فقط} few {بقيت # رموز استرداد فقط} many {بقي # رمز استرداد فقط} other {بقي # رمز استرداد فقط}}",
    codesLeftBody: "أنشئ مجموعة جديدة قبل استخدام الأخير. عندها تبطل الرموز القديمة.",
    codesAction: "رموز الاسترداد",
    emailTitle: "أكّد بريدك الإلكتروني",
    emailBody: "تُرسل التنبيهات الخاصة بحسابك إلى {email}، ولم يثبت بعد أنه لك.",
    emailAction: "الانتقال إلى ملفك الشخصي",
  },
  apps: "تطبيقاتك",
  appsEmpty: "ستظهر هنا التطبيقات التي يمكنك فتحها بهذا الحساب.",
  used: "استُخدم {relative}",
  notUsed: "لم يُستخدم بعد",
  signIns: "عمليات تسجيل الدخول الأخيرة",
  allActivity: "كل النشاط",
  glance: "لمحة سريعة",
  appCount:
    "{count, plural, zero {لا تطبيقات لديها وصول} one {تطبيق واحد لديه وصول} two {تطبيقان لديهما وصول} few {# تطبيقات لديها وصول} many {# تطبيقًا لديه وصول} other {# تطبيق لديه وصول}}",
};

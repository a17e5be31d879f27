/** The browser without a passkey, which waits to be let in from another one. */
import type { Translated } from "../../translated.ts";
import type { deviceSignIn as english } from "../en/device-sign-in.ts";

export const deviceSignIn: Translated<typeof english> = {
  title: "تسجيل الدخول بجهاز آخر",
  lead: "اسمح لهذا المتصفح بالدخول من هاتف أو حاسوب لديك عليه مفتاح مرور. لا حاجة إلى البلوتوث.",
  afterwards: "سيبقى دخولك مسجَّلًا هنا ساعة واحدة، ويمكنك إضافة مفتاح مرور إلى هذا المتصفح.",
  start: "عرض الرمز",
  scan: "امسح هذا الرمز بهاتفك، أو افتح العنوان على جهاز لديك عليه مفتاح مرور.",
  qr: "رمز QR يفتح {url}",
  address: "العنوان",
  code: "الرمز",
  compare: "تعرض الشاشتان",
  waiting: "في انتظار موافقتك.",
  timeLeft: "صالح لمدة {time}",
  timeOver: "انتهت الصلاحية",
  done: "لقد وافقت",
  notYet: "لم تتم الموافقة بعد. وافق على الجهاز الآخر ثم حاول مرة أخرى.",
  approved: "تمت الموافقة. جارٍ المتابعة…",
  continue: "متابعة",
  offline: "يبدو أنك غير متصل بالإنترنت. تواصل هذه الصفحة السؤال.",
  unreachable: "لا يستجيب الخادم. تواصل هذه الصفحة السؤال.",
  overTitle: "انتهت صلاحية هذا الرمز",
  overBody: "يصلح الرمز خمس دقائق ولمرة واحدة.",
  again: "عرض رمز جديد",
  deniedTitle: "لم يُسمح لهذا المتصفح بالدخول",
  deniedBody: "كان الرد على الجهاز الآخر بالرفض. يمكنك البدء من جديد.",
  refusedTitle: "لم تعد هذه الموافقة صالحة",
  refusedBody: "تغيَّر شيء في الحساب في هذه الأثناء. ابدأ من جديد أو تواصل مع القائمين على {instance}.",
};

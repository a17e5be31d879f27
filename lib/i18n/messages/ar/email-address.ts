/** A person's e-mail address: having it checked, and changing to another one. */
import type { Translated } from "../../translated.ts";
import type { emailAddress as english } from "../en/email-address.ts";

export const emailAddress: Translated<typeof english> = {
  lead: "اسم المستخدم الخاص بك هنا، والعنوان الذي تصل إليه الرسائل. وقد تتعرف عليك التطبيقات من خلاله.",
  confirmed: "مؤكَّد",
  unconfirmed: "غير مؤكَّد",
  verify: "إرسال رابط تأكيد",
  pendingVerify: "أرسلنا رابطًا إلى {email}. افتحه خلال يوم في متصفح سجَّلت الدخول فيه.",
  pendingChange:
    "أرسلنا رابطًا إلى {email}. افتحه خلال يوم في متصفح سجَّلت الدخول فيه. وحتى ذلك الحين يبقى بريدك كما هو.",
  withdraw: "التراجع عن الطلب",
  withdrawn: "تم التراجع. لم يعد الرابط في الرسالة يعمل.",
  change: "استخدام بريد آخر",
  newLabel: "البريد الإلكتروني الجديد",
  send: "إرسال الرابط",
  confirmHint: "ستؤكد هويتك أولًا بمفتاح مرور.",
  sent: "تم الإرسال. تفقَّد صندوق بريدك.",
  same: "هذا هو بريدك بالفعل، وهو مؤكَّد.",
  noMail: "لا تُرسَل رسائل من هنا، لذلك لا يمكن تغيير البريد إلا من الإدارة. اسأل القائمين على {instance}.",
  changed: "أصبح بريدك الإلكتروني {email}.",
  verified: "تم تأكيد {email}.",
  page: {
    title: "أكِّد بريدك الإلكتروني",
    change: "سيصبح البريد الإلكتروني لحسابك بدلًا من {old}.",
    verify: "هذا هو البريد الإلكتروني لحسابك.",
    account: "سُجِّل الدخول باسم",
    confirm: "تأكيد",
    later: "ليس الآن",
    deadTitle: "هذا الرابط لا يعمل",
    deadBody: "استُخدم أو استُبدل، أو مضى عليه أكثر من يوم. يمكنك طلب رابط جديد من ملفك الشخصي.",
    toProfile: "إلى ملفك الشخصي",
    foreignTitle: "هذا الرابط لحساب آخر",
    foreignBody: "إذا كنت قد طلبته، فسجِّل الدخول بالحساب الذي يخصه. وإلا فأغلق هذه الصفحة: لن يحدث شيء.",
    switch: "استخدام حساب آخر",
    takenTitle: "هذا البريد مستخدَم",
    takenBody: "يستخدمه حساب آخر هنا. سجِّل الدخول إلى ذلك الحساب، أو غيِّر بريده أولًا.",
  },
};

/** What has happened to the account. `told` has a sentence for each action of the trail that concerns people. */
import type { Translated } from "../../translated.ts";
import type { activity as english } from "../en/activity.ts";

export const activity: Translated<typeof english> = {
  title: "النشاط",
  lead: "ما حدث في حسابك، ومن أين.",
  filter: "عرض",
  all: "الكل",
  kinds: {
    sign_ins: "عمليات تسجيل الدخول",
    passkeys: "مفاتيح المرور",
    apps: "التطبيقات",
    account: "الحساب",
  },
  today: "اليوم",
  yesterday: "أمس",
  pages: "الصفحات",
  newer: "الأحدث",
  older: "الأقدم",
  empty: "لم يحدث شيء بعد",
  emptyBody: "ستظهر هنا عمليات تسجيل الدخول والتغييرات في مفاتيح المرور وزيارات التطبيقات.",
  emptyKind: "لا شيء من هذا النوع",
  showAll: "عرض الكل",
  notYou: "هل يوجد هنا شيء لم تقم به أنت؟",
  notYouBody:
    "<sessions>سجّل خروج المتصفحات الأخرى</sessions>، ثم <passkeys>أزِل مفاتيح المرور</passkeys> التي لا تعرفها.",
  somePasskey: "(محذوف)",
  someApp: "(تطبيق محذوف)",
  failed: "مرفوض",
  told: {
    instance: {
      set_up: "تم إعداد هذا النظام بحسابك.",
    },
    user: {
      role_changed: "غيّر أحد المسؤولين دورك.",
      created: "{via, select, invitation {أنشأت حسابك بدعوة.} other {أنشأت حسابك.}}",
      changed: "غيّر أحد المسؤولين ملفك الشخصي.",
      disabled: "عطّل أحد المسؤولين حسابك.",
      enabled: "أعاد أحد المسؤولين تفعيل حسابك.",
    },
    profile: {
      changed: "غيّرت ملفك الشخصي.",
    },
    passkey: {
      registered: "أضفت مفتاح المرور <passkey></passkey>.",
      registration_failed: "تعذّرت إضافة مفتاح مرور.",
      counter_regressed: "ربما نُسخ <passkey></passkey>: لم يزد عدّاده.",
      renamed: "غيّرت اسم مفتاح المرور من «<from></from>» إلى «<to></to>».",
      removed: "أزلت مفتاح المرور <passkey></passkey>.",
      revoked: "أبطل أحد المسؤولين مفتاح المرور <passkey></passkey>.",
    },
    session: {
      created:
        "{method, select, passkey {تسجيل دخول باستخدام <passkey></passkey>.} recovery_code {تسجيل دخول برمز استرداد.} recovery_link {تسجيل دخول برابط من المسؤول يُستخدم مرة واحدة.} email_link {تسجيل دخول برابط من رسالة بريد.} device_approval {تسجيل دخول بموافقة من متصفح آخر.} other {تسجيل دخول.}}",
      upgraded: "أكّدت تسجيل الدخول هذا بمفتاح مرور جديد.",
      ended:
        "{by, select, sign_out {سجّلت الخروج.} sign_out_elsewhere {سجّلت خروج متصفح آخر.} too_many_accounts {تم تسجيل خروجك: كان في متصفح واحد عدد كبير من الحسابات.} passkey_removed {تم تسجيل خروج متصفح مع مفتاح المرور الذي أزلته.} passkey_revoked {تم تسجيل خروج متصفح مع مفتاح المرور الذي أُبطل.} administrator {سجّل أحد المسؤولين خروجك من متصفح.} user_disabled {تم تسجيل خروجك لأن حسابك عُطّل.} other {تم تسجيل خروج متصفح.}}",
    },
    sign_in: {
      failed:
        "{reason, select, user_disabled {رُفض تسجيل دخول باستخدام <passkey></passkey>: حسابك معطّل.} counter {رُفض تسجيل دخول باستخدام <passkey></passkey>: ربما نُسخ المفتاح.} credential_revoked {رُفض تسجيل دخول باستخدام <passkey></passkey>: أُزيل هذا المفتاح.} other {لم ينجح تسجيل دخول باستخدام <passkey></passkey>.}}",
    },
    device_approval: {
      approved: "سمحت لمتصفح آخر بالدخول.",
      denied: "رفضت دخول متصفح آخر.",
      refused: "متصفح كنت قد سمحت له تأخر أو رُفض.",
    },
    recovery_codes: {
      created: "أنشأت رموز استرداد جديدة.",
    },
    recovery: {
      failed: "رُفضت محاولة للدخول إلى حسابك بلا مفتاح مرور.",
    },
    step_up: {
      succeeded: "أكّدت هويتك باستخدام <passkey></passkey>.",
      failed: "لم ينجح تأكيد هويتك.",
    },
    consent: {
      granted: "سمحت لـ <app></app>.",
      denied: "لم تسمح لـ <app></app>.",
      revoked:
        "{self, select, yes {سحبت ما سمحت به لـ <app></app>.} other {سحب أحد المسؤولين ما سمحت به لـ <app></app>.}}",
    },
    authorization: {
      issued: "تسجيل دخول إلى <app></app>.",
    },
    refresh_token: {
      replayed: "استُخدم رمز من <app></app> مرتين، فانتهى وصوله.",
    },
    code: {
      replayed: "استُخدم رمز تسجيل دخول إلى <app></app> مرتين، فانتهى وصوله.",
    },
    device: {
      code_refused: "أدخلت رمز جهاز غير صالح.",
      approved: "وصلت جهازًا بحسابك من أجل <app></app>.",
      denied: "رفضت جهازًا من أجل <app></app>.",
    },
    group: {
      manager_added: "صرت تدير المجموعة <name></name>.",
      manager_removed: "لم تعد تدير المجموعة <name></name>.",
      member_added: "انضممت إلى المجموعة <name></name>.",
      member_removed: "لم تعد عضوًا في المجموعة <name></name>.",
    },
    claim: {
      set: "حدّد أحد المسؤولين «<name></name>»، وقد تعرفه التطبيقات عنك.",
      removed: "أزال أحد المسؤولين «<name></name>»، وكان يمكن للتطبيقات معرفته عنك.",
    },
    data: {
      exported: "أخذت نسخة من بياناتك.",
    },
    email: {
      requested: "طلبت رابطًا لتأكيد بريد إلكتروني.",
      confirmed: "أكّدت بريدك الإلكتروني.",
      withdrawn: "تراجعت عن تغيير بريدك الإلكتروني.",
    },
    recovery_link: {
      created: "أنشأ أحد المسؤولين رابطًا إلى حسابك يُستخدم مرة واحدة.",
    },
    sign_in_link: {
      requested:
        "{failed, select, yes {طُلب رابط تسجيل دخول ولم يُرسل.} other {أُرسل رابط تسجيل دخول إلى بريدك الإلكتروني.}}",
    },
    api_key: {
      created: "أُنشئ مفتاح واجهة برمجة التطبيقات <name></name> باسمك.",
      revoked: "أُنهي مفتاح واجهة برمجة التطبيقات <name></name>.",
    },
    outbox: {
      given_up: "تعذّر تسليم رسالة بريد إليك.",
    },
  },
};

/** The first page of the administration. */
import type { Translated } from "../../translated.ts";
import type { adminOverview as english } from "../en/admin-overview.ts";

export const adminOverview: Translated<typeof english> = {
  title: "نظرة عامة",
  attention: "يحتاج إلى انتباه",
  allWell: "كل شيء على ما يرام.",
  allWellBody: "لا شيء يحتاج إلى انتباهك.",
  look: "عرض",
  lookAt: "عرض: {what}",
  asTable: "العرض كجدول",
  kinds: {
    database: "قاعدة البيانات ليست بخير.",
    signing_keys: "لا يوجد مفتاح توقيع صالح.",
    disk: "القرص ممتلئ تقريبًا.",
    clock: "الساعات غير متفقة.",
    metadata: "بيانات أدوات المصادقة ليست حديثة.",
    mail: "البريد لا يصل.",
    undelivered:
      "{more, select, yes {تعذّر تسليم أكثر من {count, number} رسالة هذا الأسبوع.} other {{count, plural, zero {لم تتعذّر أي رسالة هذا الأسبوع.} one {تعذّر تسليم رسالة واحدة هذا الأسبوع.} two {تعذّر تسليم رسالتين هذا الأسبوع.} few {تعذّر تسليم # رسائل هذا الأسبوع.} many {تعذّر تسليم # رسالة هذا الأسبوع.} other {تعذّر تسليم # رسالة هذا الأسبوع.}}}}",
    key_rotation:
      "{count, plural, zero {لا مفاتيح توقيع متأخرة.} one {كان يجب تبديل مفتاح توقيع واحد.} two {كان يجب تبديل مفتاحي توقيع.} few {كان يجب تبديل # مفاتيح توقيع.} many {كان يجب تبديل # مفتاح توقيع.} other {كان يجب تبديل # مفتاح توقيع.}}",
    client_secrets:
      "{more, select, yes {سيفقد أكثر من {count, number} تطبيق آخر سر له قريبًا.} other {{count, plural, zero {لن يفقد أي تطبيق سره.} one {سيفقد تطبيق واحد آخر سر له قريبًا.} two {سيفقد تطبيقان آخر سر لهما قريبًا.} few {ستفقد # تطبيقات آخر سر لها قريبًا.} many {سيفقد # تطبيقًا آخر سر له قريبًا.} other {سيفقد # تطبيق آخر سر له قريبًا.}}}}",
    api_keys:
      "{more, select, yes {سينتهي أكثر من {count, number} مفتاح API قريبًا.} other {{count, plural, zero {لن ينتهي أي مفتاح API.} one {سينتهي مفتاح API واحد قريبًا.} two {سينتهي مفتاحا API قريبًا.} few {ستنتهي # مفاتيح API قريبًا.} many {سينتهي # مفتاح API قريبًا.} other {سينتهي # مفتاح API قريبًا.}}}}",
    clone_suspected:
      "{more, select, yes {ربما نُسخ أكثر من {count, number} مفتاح مرور.} other {{count, plural, zero {لم يُنسخ أي مفتاح مرور.} one {ربما نُسخ مفتاح مرور واحد.} two {ربما نُسخ مفتاحا مرور.} few {ربما نُسخت # مفاتيح مرور.} many {ربما نُسخ # مفتاح مرور.} other {ربما نُسخ # مفتاح مرور.}}}}",
    no_passkey:
      "{count, plural, zero {لدى الجميع مفتاح مرور.} one {شخص واحد بلا مفتاح مرور.} two {شخصان بلا مفتاح مرور.} few {# أشخاص بلا مفتاح مرور.} many {# شخصًا بلا مفتاح مرور.} other {# شخص بلا مفتاح مرور.}}",
    one_passkey:
      "{count, plural, zero {لدى الجميع أكثر من مفتاح مرور.} one {شخص واحد لديه مفتاح مرور واحد فقط.} two {شخصان لدى كل منهما مفتاح مرور واحد فقط.} few {# أشخاص لدى كل منهم مفتاح مرور واحد فقط.} many {# شخصًا لدى كل منهم مفتاح مرور واحد فقط.} other {# شخص لدى كل منهم مفتاح مرور واحد فقط.}}",
  },
  advice: {
    database: "تجيب ببطء أو لا تجيب.",
    signing_keys: "لا يمكن لأحد تسجيل الدخول إلى تطبيق.",
    disk: "أفرغ مساحة قبل أن تتوقف قاعدة البيانات.",
    clock: "اضبط هذا الجهاز وقاعدة البيانات على خادم الوقت نفسه.",
    metadata: "من دونها لا يُوثق بشهادات الأجهزة.",
    mail: "بالبريد يُنبَّه الأشخاص ويعودون إلى حساباتهم.",
    undelivered: "رسائل وإشعارات خروج تُركت بعد عدة محاولات.",
    key_rotation: "تتبدل المفاتيح تلقائيًا، لكن شيئًا يمنع ذلك.",
    client_secrets: "أنشئ سرًا جديدًا خلال أسبوعين قبل أن يفشل تسجيل الدخول.",
    api_keys: "ستتوقف البرامج التي تستخدمها خلال أسبوعين.",
    clone_suspected: "اسأل عن صاحبه، وأبطله عند الشك.",
    no_passkey: "لا يمكنهم تسجيل الدخول. رابط الاسترداد يعيدهم.",
    one_passkey: "من يفقده لن يتمكن من الدخول. اطلب منهم إضافة مفتاح ثانٍ.",
  },
  signIns: {
    title: "تسجيل الدخول",
    summary: "في آخر 30 يومًا: نجح {succeeded, number} وفشل {failed, number}.",
    day: "اليوم",
    succeeded: "نجح",
    failed: "فشل",
    utc: "الأيام بتوقيت UTC",
    picture: "عمليات تسجيل الدخول في كل يوم من آخر 30 يومًا. الأكثر في يوم واحد: {count, number}، في {day}.",
    column: "{day}: نجح {succeeded, number} وفشل {failed, number}",
    all: "تسجيل الدخول في سجل التدقيق",
    allFailed: "تسجيل الدخول الذي فشل في سجل التدقيق",
  },
  reasons: {
    title: "لماذا فشل تسجيل الدخول",
    summary: "الأكثر: <reason></reason> ({count, number}).",
    none: "لم يفشل أي تسجيل دخول في آخر 30 يومًا.",
    reason: "السبب",
    count: "عمليات تسجيل الدخول",
    known: {
      credential_unknown: "مفتاح مرور غير معروف",
      credential_revoked: "مفتاح مرور أُزيل",
      credential_not_allowed: "مفتاح مرور لحساب آخر",
      user_disabled: "حساب معطّل",
      counter: "مفتاح مرور ربما نُسخ",
      signature: "توقيع غير صحيح",
      challenge_unknown: "متأخر أو أُرسل مرتين",
      user_verification: "لم يُتحقق من الشخص",
      origin: "من موقع آخر",
      malformed_response: "إجابة غير سليمة",
      unknown: "لم يُذكر سبب",
    },
  },
  providers: {
    title: "أين تُحفظ مفاتيح المرور",
    summary: "الأكثر في {name}: {count, number}.",
    none: "لا توجد مفاتيح مرور بعد.",
    unknown: "منتج غير معروف",
    name: "المنتج",
    passkeys: "مفاتيح المرور",
    all: "كل مفاتيح المرور",
  },
};

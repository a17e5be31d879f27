/** The rules of signing up and in, in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminPolicy as english } from "../en/admin-policy.ts";

export const adminPolicy: Translated<typeof english> = {
  title: "قواعد تسجيل الدخول",
  lead: "من يمكنه الانضمام، وكم تدوم الجلسة، وأي مفاتيح مرور تفتح حسابًا.",
  general: "التسجيل والجلسات",
  generalLead: "يسري التغيير على كل النسخ خلال ثوانٍ. ما يحدده متغير بيئة لا يتغيّر إلا هناك.",
  settings: {
    signUp: "التسجيل",
    sessionIdleTimeoutSeconds: "تسجيل الخروج بعد خمول مدته",
    sessionMaxLifetimeSeconds: "تسجيل الخروج في أقصى حد بعد",
    userVerification: "البصمة أو الوجه أو الرمز",
    attestation: "إثبات المصدر",
    counterPolicy: "علامات نسخ المفتاح",
  },
  hints: {
    signUp: "تعمل الدعوات ما لم يكن التسجيل مغلقًا.",
    sessionIdleTimeoutSeconds: "قد تُبقي التطبيقات الأشخاص مسجّلين مدة أطول من جهتها.",
    sessionMaxLifetimeSeconds: "يسري على الجلسات التي تبدأ من الآن.",
    userVerification: "هل يتحقق الجهاز ممن يحمله؟ من دون «إلزامي» قد يكفي مفتاح مسروق وحده.",
    attestation: "هل يُطلب من المفاتيح الجديدة ذكر الطراز الذي يحفظها؟ قواعد الطرازات تطلبه على أي حال.",
    counterPolicy: "عدّاد لا يزيد قد يعني أن شخصًا آخر يملك نسخة.",
  },
  choices: {
    signUp: {
      open: "مفتوح: يمكن لأي شخص إنشاء حساب",
      invite: "بدعوة",
      closed: "مغلق",
    },
    userVerification: {
      required: "إلزامي",
      preferred: "حيث يستطيع الجهاز",
      discouraged: "لا يُطلب",
    },
    attestation: {
      none: "لا يُطلب",
      indirect: "يُطلب، ويجوز أن يكون مجهول الهوية",
      direct: "يُطلب",
      enterprise: "يُطلب مع الرقم التسلسلي للأجهزة المُدارة",
    },
    counterPolicy: {
      warn: "السماح بالدخول ووسم المفتاح وإعلام صاحبه",
      refuse: "رفض تسجيل الدخول",
    },
  },
  amount: "العدد",
  unit: "الوحدة",
  units: {
    minutes: "دقائق",
    hours: "ساعات",
    days: "أيام",
  },
  lasts: {
    minutes:
      "{count, plural, zero {أقل من دقيقة} one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}",
    hours:
      "{count, plural, zero {أقل من ساعة} one {ساعة واحدة} two {ساعتان} few {# ساعات} many {# ساعة} other {# ساعة}}",
    days: "{count, plural, zero {أقل من يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}",
  },
  isDefault: "افتراضي",
  isChanged: "مُغيَّر",
  isLocked: "تحدده البيئة",
  defaultIs: "الافتراضي: {value}",
  policy: "مفاتيح المرور المسموح بها",
  policyLead: "للجميع، عند كل تسجيل دخول، وللمفاتيح الموجودة أيضًا. يمكن للمجموعات أن تطلب أكثر.",
  deviceBoundOnly: "فقط المفاتيح التي تبقى على جهاز واحد",
  requireUserVerification: "يجب أن يتحقق الجهاز من البصمة أو الوجه أو الرمز",
  trustedOnly: "فقط الطرازات المثبتة ببيانات موثوقة",
  trustNeedsMetadata: "يحتاج إلى بيانات الأجهزة: عيّن MDS_BLOB و MDS_ROOT.",
  formats: "أنواع الإثبات",
  formatsHint: "اتركها كلها محددة ما لم تعلم أنك تحتاج بعضها فقط. معظم المفاتيح المتزامنة لا تأتي بأي إثبات.",
  formatNone: "none: بلا إثبات",
  models: "الطرازات",
  modelModes: {
    any: "أي طراز",
    only: "المحددة فقط",
    except: "الكل ما عدا المحددة",
  },
  others: "طرازات أخرى",
  othersHint: "معرّفات AAGUID، واحد في كل سطر. لا يُصدَّق الطراز إلا بقدر إثباته.",
  warningTitle: "هذا يمنع أشخاصًا من الدخول",
  warningWord: "منع",
  warningConfirm: "حفظ رغم ذلك",
  refused:
    "{count, plural, zero {لا يُرفض أي مفتاح.} one {يُرفض مفتاح مرور واحد منذ تسجيل الدخول التالي.} two {يُرفض مفتاحا مرور منذ تسجيل الدخول التالي.} few {تُرفض # مفاتيح مرور منذ تسجيل الدخول التالي.} many {يُرفض # مفتاح مرور منذ تسجيل الدخول التالي.} other {يُرفض # مفتاح مرور منذ تسجيل الدخول التالي.}}",
  refusedMany: "يُرفض أكثر من {count, number} مفتاح مرور منذ تسجيل الدخول التالي.",
  shutOut:
    "{count, plural, zero {لا يبقى أحد بلا مفتاح.} one {شخص واحد ليس لديه مفتاح آخر ويحتاج إلى رابط استرداد.} two {شخصان ليس لديهما مفتاح آخر ويحتاجان إلى رابط استرداد.} few {# أشخاص ليس لديهم مفتاح آخر ويحتاجون إلى رابط استرداد.} many {# شخصًا ليس لديهم مفتاح آخر ويحتاجون إلى رابط استرداد.} other {# شخص ليس لديهم مفتاح آخر ويحتاجون إلى رابط استرداد.}}",
  shutOutMany: "أكثر من {count, number} شخص ليس لديهم مفتاح آخر ويحتاجون إلى رابط استرداد.",
  administratorsLeft:
    "{count, plural, zero {لا يستطيع أي مسؤول الدخول.} one {يستطيع مسؤول واحد الدخول بعد ذلك.} two {يستطيع مسؤولان الدخول بعد ذلك.} few {يستطيع # مسؤولين الدخول بعد ذلك.} many {يستطيع # مسؤولًا الدخول بعد ذلك.} other {يستطيع # مسؤول الدخول بعد ذلك.}}",
  noAdministratorLeft: "لن يستطيع أي مسؤول الدخول بعد ذلك.",
};

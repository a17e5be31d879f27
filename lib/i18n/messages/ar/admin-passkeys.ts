/** The passkeys of all people in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminPasskeys as english } from "../en/admin-passkeys.ts";

export const adminPasskeys: Translated<typeof english> = {
  title: "مفاتيح المرور",
  lead: "كل ما يفتح حسابًا هنا.",
  searchLabel: "لمن: الاسم أو عنوان البريد",
  passkey: "مفتاح المرور",
  person: "الشخص",
  ofPerson: "{name} لدى {person}",
  model: "الطراز",
  anyModel: "أي طراز",
  unstatedModel: "طراز غير مذكور",
  kind: "النوع",
  anyKind: "أي نوع",
  kinds: {
    synced: "متزامن",
    not_backed_up: "لم يُنسخ احتياطيًا بعد",
    device_bound: "على جهاز واحد",
    security_key: "مفتاح أمان",
  },
  state: "الاستخدام",
  anyState: "كل ما يعمل",
  states: {
    never_used: "لم يُستخدم قط",
    unused: "غير مستخدم منذ 90 يومًا",
    clone_suspected: "يُشتبه بنسخه",
    revoked: "مُبطَل",
  },
  trust: "إثبات المصدر",
  anyTrust: "أي إثبات",
  trusts: {
    none: "لا شيء",
    self: "من نفسه",
    unverified: "لم يُفحص",
    trusted: "مُثبت",
  },
  used: "آخر استخدام",
  added: "تاريخ الإضافة",
  copied: "يُشتبه بنسخه",
  copiedHint:
    "عند تسجيل دخول ما لم يزد عدّاد كل واحد من هذه المفاتيح، كما يحدث لو كانت لدى شخص آخر نسخة منه. اسأل صاحبه عن نسخة احتياطية مستعادة؛ فإن لم يعرف شيئًا عنها فأبطل المفتاح.",
  revokedBecause: "أُبطل: {reason}",
  revoke: "إبطال",
  revokeSelected: "إبطال المحدد",
  revokeSelectedTitle: "إبطال مفاتيح المرور المحددة؟",
  revokeBody: "تتوقف عن العمل فورًا وتنتهي الجلسات التي فتحتها. من ليس لديه مفتاح آخر يحتاج إلى رابط استرداد.",
  revokeModel: "إبطال كل هذا الطراز",
  revokeModelTitle: "إبطال كل مفاتيح المرور من {name}؟",
  revokeModelCount:
    "{count, plural, zero {لا ينهي هذا أي مفتاح مرور.} one {ينهي هذا مفتاح مرور واحدًا.} two {ينهي هذا مفتاحي مرور.} few {ينهي هذا # مفاتيح مرور.} many {ينهي هذا # مفتاح مرور.} other {ينهي هذا # مفتاح مرور.}}",
  revokeModelMany: "ينهي هذا أكثر من {count, number} مفتاح مرور.",
  revokeModelBody:
    "تتوقف عن العمل فورًا وتنتهي الجلسات التي فتحتها. من ليس لديه مفتاح آخر يحتاج إلى رابط استرداد. يبقى مفتاحك الأخير ومفتاح آخر مسؤول.",
  revokeModelConfirm: "إبطالها كلها",
  reason: "السبب",
  reasonHint: "يُحفظ مع مفتاح المرور وفي سجل التدقيق.",
};

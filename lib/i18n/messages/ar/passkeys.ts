/** The list of passkeys. */
import type { Translated } from "../../translated.ts";
import type { passkeys as english } from "../en/passkeys.ts";

export const passkeys: Translated<typeof english> = {
  title: "مفاتيح المرور",
  lead: "كل واحد منها يفتح حسابك. احتفظ باثنين على الأقل، في مكانين مختلفين.",
  count:
    "{count, plural, zero {لا مفاتيح مرور} one {مفتاح مرور واحد} two {مفتاحا مرور} few {# مفاتيح مرور} many {# مفتاح مرور} other {# مفتاح مرور}}",
  onDevices: "مفاتيح المرور على أجهزتك",
  onKeys: "مفاتيح المرور على مفاتيح الأمان",
  add: "إضافة مفتاح مرور",
  synced: "متزامن",
  notBackedUp: "لم يُنسخ احتياطيًا بعد",
  deviceOnly: "على هذا الجهاز فقط",
  securityKey: "مفتاح أمان",
  usedForSession: "مستخدَم في هذه الجلسة",
  copiedTitle: "ربما نُسخ مفتاح المرور هذا",
  copiedBody:
    "عند تسجيل دخول في <when></when> لم يزد عدّاده، كما يحدث لو كانت لدى شخص آخر نسخة منه. إذا لم تعرف سببًا عاديًا، كاستعادة نسخة احتياطية، فأزِله وأنشئ غيره.",
  created: "أُنشئ في <when></when>",
  lastUsed: "آخر استخدام: {relative}",
  neverUsed: "لم يُستخدم بعد",
  browserOn: "{browser} على {system}",
  unnamed: "مفتاح مرور",
  empty: "لا توجد مفاتيح مرور",
  emptyBody: "ليس لديك أي مفتاح. أضف واحدًا قبل أن تغادر، وإلا فلن تتمكن من الدخول مرة أخرى.",
  nudgeTitle: "أضف مفتاح مرور ثانيًا",
  nudgeBody: "إذا فقدت مفتاحك الوحيد فقدت الحساب. ضع مفتاحًا ثانيًا على هاتفك أو على مفتاح أمان.",
  nudgeDeviceBound:
    "لا يمكن لمفتاح المرور الوحيد لديك مغادرة جهازه. ضع مفتاحًا ثانيًا على هاتفك أو على مفتاح أمان.",
  windowLeft: "تم التأكيد، المتبقي {time}",
  windowClosed: "ستؤكد هويتك أولًا",
};

/** Where somebody is signed in. */
import type { Translated } from "../../translated.ts";
import type { sessions as english } from "../en/sessions.ts";

export const sessions: Translated<typeof english> = {
  title: "الجلسات",
  lead: "المتصفحات التي سجّلت الدخول فيها. تسجيل خروج أحدها يسجّل خروجك أيضًا من التطبيقات التي فتحتها فيه، إن كانت تدعم ذلك.",
  count:
    "{count, plural, zero {لا جلسات} one {جلسة واحدة} two {جلستان} few {# جلسات} many {# جلسة} other {# جلسة}}",
  thisBrowser: "هذا المتصفح",
  idle: "خاملة",
  unknownBrowser: "متصفح غير معروف",
  methods: {
    passkey: "تسجيل الدخول باستخدام <passkey></passkey>",
    recovery_code: "تسجيل الدخول برمز استرداد",
    recovery_link: "تسجيل الدخول برابط من المسؤول يُستخدم مرة واحدة",
    email_link: "تسجيل الدخول برابط من رسالة بريد",
    device_approval: "سُمح بالدخول من متصفح آخر",
  },
  somePasskey: "مفتاح مرور",
  weaker: "بلا مفتاح مرور",
  lastActive: "آخر نشاط: {relative}",
  apps: "التطبيقات: <names></names>",
  end: "تسجيل الخروج",
  endNamed: "تسجيل الخروج من {browser}",
  endTitle: "هل تريد تسجيل خروج {browser}؟",
  endBody: "على من يستخدم ذلك المتصفح تسجيل الدخول مرة أخرى بأحد مفاتيح المرور الخاصة بك.",
  ended: "تم تسجيل خروج ذلك المتصفح.",
  endOthers: "تسجيل الخروج من كل مكان آخر",
  endOthersTitle: "هل تريد تسجيل الخروج من كل مكان آخر؟",
  endOthersBody: "على جميع المتصفحات عدا هذا تسجيل الدخول مرة أخرى بأحد مفاتيح المرور الخاصة بك.",
  endedOthers: "تم تسجيل خروجك من كل مكان آخر.",
  onlyHere: "لست مسجّل الدخول في أي مكان آخر.",
  keep: "إبقاء كما هو",
};

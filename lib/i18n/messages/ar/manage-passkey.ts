/** Renaming and removing a passkey. */
import type { Translated } from "../../translated.ts";
import type { managePasskey as english } from "../en/manage-passkey.ts";

export const managePasskey: Translated<typeof english> = {
  rename: "إعادة التسمية",
  renameNamed: "إعادة تسمية {name}",
  nameLabel: "اسم مفتاح المرور",
  nameInvalid: "أدخل اسمًا لا يزيد على 64 حرفًا.",
  save: "حفظ",
  cancel: "إلغاء",
  confirmHint: "ستؤكد هويتك أولًا بمفتاح مرور.",
  renamed: "أصبح اسمه «{name}».",
  remove: "إزالة",
  removeNamed: "إزالة {name}",
  removeTitle: "هل تريد إزالة «{name}»؟",
  removeBody:
    "لن تتمكن بعدها من تسجيل الدخول به، وستُسجَّل خروج المتصفحات التي سُجِّل الدخول فيها به. لا يمكن التراجع عن ذلك.",
  removeBodyHere:
    "لن تتمكن بعدها من تسجيل الدخول به، وستُسجَّل خروج المتصفحات التي سُجِّل الدخول فيها به، ومنها هذا المتصفح. لا يمكن التراجع عن ذلك.",
  removeBodyLast:
    "هذا آخر مفتاح مرور لديك. ستُسجَّل خروج جميع المتصفحات التي سُجِّل الدخول فيها به، ومنها هذا المتصفح، وبعدها لن تدخل إلا {count, plural, zero {برمز استرداد} one {برمز الاسترداد الأخير} two {بأحد رمزي الاسترداد} few {بأحد رموز الاسترداد الـ#} many {بأحد رموز الاسترداد الـ#} other {بأحد رموز الاسترداد الـ#}}. لا يمكن التراجع عن ذلك.",
  removeConfirmHint: "ستؤكد هويتك أولًا. استخدم مفتاح مرور غير هذا لتبقى مسجَّل الدخول هنا.",
  lastTitle: "لا يمكنك إزالة «{name}» بعد",
  lastBody: "هذا هو طريقك الوحيد إلى الحساب. أضف مفتاحًا آخر أولًا.",
  close: "إغلاق",
  removedTitle: "تمت إزالة مفتاح المرور",
  removedBody: "لم يعد «{name}» يفتح حسابك. أزِله من مدير كلمات المرور أيضًا.",
  removedHere: "لم يعد «{name}» يفتح حسابك، وتم تسجيل خروجك هنا. أزِله من مدير كلمات المرور أيضًا.",
  done: "تم",
  signInAgain: "تسجيل الدخول مرة أخرى",
};

/** What is done to many rows of a table at once. */
import type { Translated } from "../../translated.ts";
import type { adminBulk as english } from "../en/admin-bulk.ts";

export const adminBulk: Translated<typeof english> = {
  label: "تغيير المحدَّد",
  what: "الإجراء",
  apply: "تنفيذ",
  clear: "إلغاء التحديد",
  confirm: "متابعة",
  stop: "إيقاف",
  undo: "تراجع",
  progress: "{past} من {total}",
  unchanged: "كما كان: {count}",
  all: "تحديد كل النتائج المطابقة ({count, number})",
  allFirst: "تحديد أول {count, number} من النتائج المطابقة",
  disable: "تعطيل",
  disableBody: "يُسجَّل خروجهم من كل مكان فورًا ولا يستطيعون تسجيل الدخول بعد ذلك. التراجع لا يعيد أي جلسة.",
  enable: "تفعيل",
  enableBody: "يستطيعون تسجيل الدخول من جديد.",
  endSessions: "إنهاء جلساتهم",
  endSessionsBody: "يُسجَّل خروجهم من كل أجهزتهم ومن كل التطبيقات.",
  group: "المجموعة",
  groupBody: "يتغير فورًا ما تسمح به المجموعة لأعضائها.",
  addToGroup: "إضافة إلى مجموعة",
  removeFromGroup: "إزالة من مجموعة",
  removeMembers: "إزالة من المجموعة",
  disableApps: "لن يستطيع أحد تسجيل الدخول إليها، وتنتهي رموزها فورًا. تفعيلها لاحقًا لا يعيد أي رمز.",
  enableApps: "يمكن تسجيل الدخول إليها من جديد.",
};

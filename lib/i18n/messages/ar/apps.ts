/** The apps that somebody signed in to, and the ones that they may go to. */
import type { Translated } from "../../translated.ts";
import type { apps as english } from "../en/apps.ts";

export const apps: Translated<typeof english> = {
  title: "التطبيقات",
  lead: "التطبيقات التي سجّلت الدخول إليها بهذا الحساب، وما يراه كل منها عنك.",
  open: "فتح {app}",
  firstParty: "جزء من {instance}",
  selfRegistered: "سجّل نفسه",
  disabled: "موقوف",
  firstAllowed: "منذ <when></when>",
  lastUsed: "آخر تسجيل دخول: {relative}",
  sees: "يرى: {claims}",
  maySee: "قد يرى: {claims}",
  seesNothing: "لا يرى سوى معرّف يميّز حسابك عن غيره.",
  exactly: "ماذا بالضبط؟",
  exactlyNamed: "ماذا يرى {app} بالضبط؟",
  offline: "يمكنه الاستمرار في استخدام ذلك في غيابك.",
  resources: "يمكنه استخدام هذه الخدمات باسمك:",
  revoke: "سحب الوصول",
  revokeNamed: "سحب الوصول: {app}",
  revokeTitle: "هل تريد سحب وصول {app}؟",
  revokeBody:
    "لن يتمكن {app} من استخدام حسابك بعد الآن، حتى في غيابك، وسيُطلب منه تسجيل خروجك. وقد يحتفظ بما عرفه من قبل. وإذا سجّلت الدخول إليه مجددًا فسيسألك من جديد.",
  revokeBodyFirstParty:
    "يفقد {app} الوصول الآن، حتى في غيابك، وسيُطلب منه تسجيل خروجك. ولأنه جزء من {instance} فسيستعيده بلا سؤال عندما تسجّل الدخول إليه.",
  keep: "الإبقاء عليه",
  revoked: "سُحب الوصول.",
  empty: "لا توجد تطبيقات بعد",
  emptyBody: "عندما تسجّل الدخول إلى تطبيق بهذا الحساب سيظهر هنا مع ما يراه عنك.",
};

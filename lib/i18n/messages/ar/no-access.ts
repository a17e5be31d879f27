/** Why an app may not be used. */
import type { Translated } from "../../translated.ts";
import type { noAccess as english } from "../en/no-access.ts";

export const noAccess: Translated<typeof english> = {
  title: "لا يمكنك الوصول إلى {app}",
  pageTitle: "لا يوجد إذن بالوصول",
  group: "حسابك ليس في مجموعة يمكنها استخدام {app}.",
  groupHelp: "اطلب من القائمين على {instance} إضافتك، أو استخدم حسابًا آخر.",
  user_verification: "يطلب {app} مفتاح مرور يتحقق من بصمتك أو وجهك أو رمز PIN.",
  user_verificationHelp: "المفتاح الذي استخدمته لم يتحقق من ذلك. حاول مرة أخرى أو استخدم مفتاح مرور آخر.",
  device_bound: "يطلب {app} مفتاح مرور لا يمكنه مغادرة جهازه، مثل المحفوظ على مفتاح أمان.",
  device_boundHelp: "المفتاح الذي استخدمته تتم مزامنته بين الأجهزة. استخدم مفتاح مرور آخر.",
  account: "سُجِّل الدخول باسم",
  anotherPasskey: "استخدام مفتاح مرور آخر",
  anotherAccount: "استخدام حساب آخر",
  back: "العودة إلى {app}",
};

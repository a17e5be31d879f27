/** An account that an administrator has shut. */
import type { Translated } from "../../translated.ts";
import type { disabledAccount as english } from "../en/disabled-account.ts";

export const disabledAccount: Translated<typeof english> = {
  title: "هذا الحساب معطَّل",
  body: "مفتاح المرور صحيح، لكن لا يمكن لأحد تسجيل الدخول إلى هذا الحساب حاليًا.",
  help: "تواصل مع القائمين على {instance}: يمكن للشخص أو الجهة التي أعطتك هذا العنوان إعادة تفعيله.",
  another: "استخدام حساب آخر",
};

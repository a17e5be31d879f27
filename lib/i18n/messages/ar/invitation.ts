/** Signing up by invitation. */
import type { Translated } from "../../translated.ts";
import type { invitation as english } from "../en/invitation.ts";

export const invitation: Translated<typeof english> = {
  title: "دعوتك إلى {instance}",
  lead: "أنشئ حسابك. جهازك هو الذي ينشئ المفتاح، ولا تغادره بصمتك ولا صورة وجهك أبدًا.",
  from: "يدعوك {name}.",
  until: "الدعوة صالحة حتى <when></when>.",
  emailHint: "الدعوة مخصصة لهذا البريد الإلكتروني.",
  invalidTitle: "هذه الدعوة غير صالحة",
  invalidBody: "استُخدمت أو سُحبت أو انتهت صلاحيتها. اطلب دعوة جديدة ممن دعاك.",
  doneAlready: "إذا كنت قد أنشأت حسابك بها، فسجِّل الدخول.",
};

/** What people let apps have, in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminConsents as english } from "../en/admin-consents.ts";

export const adminConsents: Translated<typeof english> = {
  title: "الموافقات",
  lead: "ما سمح به الناس للتطبيقات.",
  client: "التطبيق",
  anyClient: "أي تطبيق",
  person: "الشخص",
  scopes: "يحق له",
  nothing: "لا شيء سوى تسجيل الدخول",
  changed: "آخر تغيير",
  given: "الموافقة",
  asked: "منحها الشخص",
  firstParty: "لم تُطلب: التطبيق تطبيقنا",
  revoke: "سحب",
  revokeOne: "سحب ما لدى {app} عن {person}",
  revokeTitle: "سحب ما لدى {app} عن {person}؟",
  revokeBody: "تنتهي رموزه لهذا الشخص فورًا، ويسأل من جديد عند تسجيل الدخول التالي.",
  empty: "لا موافقات بعد",
  emptyBody: "من يسجّل الدخول إلى تطبيق يظهر هنا مع ما يحق للتطبيق.",
};

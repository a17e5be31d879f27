/** The list of people in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminUsers as english } from "../en/admin-users.ts";

export const adminUsers: Translated<typeof english> = {
  title: "المستخدمون",
  lead: "كل من لديه حساب هنا.",
  caption: "المستخدمون",
  name: "الاسم",
  role: "الدور",
  status: "الحالة",
  passkeys: "مفاتيح المرور",
  seen: "آخر تسجيل دخول",
  created: "تاريخ الانضمام",
  searchLabel: "الاسم أو عنوان البريد الإلكتروني",
  anyRole: "أي دور",
  anyStatus: "أي حالة",
  roles: {
    user: "مستخدم",
    auditor: "مدقق",
    helpdesk: "الدعم الفني",
    admin: "مدير",
  },
  states: {
    active: "نشط",
    disabled: "معطّل",
    never_seen: "لم يسجّل الدخول قط",
    no_passkey: "بلا مفتاح مرور",
    one_passkey: "بمفتاح مرور واحد فقط",
  },
};

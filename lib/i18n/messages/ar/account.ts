/** The account's overview. */
import type { Translated } from "../../translated.ts";
import type { account as english } from "../en/account.ts";

export const account: Translated<typeof english> = {
  title: "حسابك",
  navLabel: "الحساب",
  areas: { security: "الأمان", you: "أنت" },
  pages: {
    overview: "نظرة عامة",
    apps: "التطبيقات",
    passkeys: "مفاتيح المرور",
    recoveryCodes: "رموز الاسترداد",
    sessions: "الجلسات",
    activity: "النشاط",
  },
  greeting: "مرحبًا، <name></name>",
  lead: "تسجِّل الدخول بمفاتيح المرور. لا توجد كلمة مرور تُنسى أو تُسرق.",
  roles: { user: "عضو", auditor: "التدقيق", helpdesk: "الدعم الفني", admin: "الإدارة" },
  signOut: "تسجيل الخروج",
};

/** The frame of the administration: its pages, lists and forms. */
import type { Translated } from "../../translated.ts";
import type { admin as english } from "../en/admin.ts";

export const admin: Translated<typeof english> = {
  navLabel: "الإدارة",
  account: "حسابك",
  areas: {
    people: "الأشخاص",
    apps: "التطبيقات",
    activity: "النشاط",
    system: "النظام",
  },
  pages: {
    overview: "نظرة عامة",
    users: "المستخدمون",
    credentials: "مفاتيح المرور",
    groups: "المجموعات",
    invitations: "الدعوات",
    clients: "التطبيقات",
    consents: "الموافقات",
    sessions: "الجلسات",
    audit: "سجل التدقيق",
    policy: "قواعد تسجيل الدخول",
    branding: "المظهر",
    mail: "البريد",
    keys: "مفاتيح التوقيع",
    apiKeys: "مفاتيح API",
    health: "الحالة",
  },
  list: {
    search: "بحث",
    apply: "تطبيق",
    clear: "مسح",
    newer: "السابق",
    older: "التالي",
    pages: "الصفحات",
    select: "تحديد",
    selectOne: "تحديد {name}",
    selected: "المحدد",
    count:
      "{count, plural, zero {لا شيء} one {مدخل واحد} two {مدخلان} few {# مدخلات} many {# مدخلًا} other {# مدخل}}",
    countMore: "أكثر من {count, number}",
    none: "لا يوجد شيء بعد.",
    noMatch: "لا نتائج. جرّب كلمات أقل أو عوامل تصفية أخرى.",
    never: "أبدًا",
    all: "الكل",
  },
  bulk: {
    close: "إغلاق",
    selected: "المحدد: {count}",
    done: "تم: {count}",
    refused: "لم يتم: {count}",
  },
  action: {
    save: "حفظ",
    saved: "تم الحفظ.",
    done: "تم.",
    cancel: "إلغاء",
    typeName: "اكتب {name} للتأكيد",
  },
  error: "حدث خطأ ما. حاول مرة أخرى.",
};

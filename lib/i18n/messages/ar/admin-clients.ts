/** The list of apps in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminClients as english } from "../en/admin-clients.ts";

export const adminClients: Translated<typeof english> = {
  title: "التطبيقات",
  lead: "ما يسجّل الناس الدخول إليه عبر هذا الخادم.",
  add: "إضافة تطبيق",
  searchLabel: "الاسم أو معرّف العميل",
  name: "الاسم",
  kind: "النوع",
  groups: "من يحق له استخدامه",
  everybody: "الجميع",
  lastError: "آخر خطأ",
  noError: "لا يوجد",
  state: "الحالة",
  source: "الجهة المسجِّلة",
  anyState: "أي حالة",
  anySource: "أي جهة مسجِّلة",
  empty: "لا توجد تطبيقات بعد",
  emptyBody: "أضف أول تطبيق: اختر نوعه، واذكر عنوانه، ثم انسخ الإعدادات إليه.",
  kinds: {
    public: "عام",
    confidential: "سري",
    service: "آلة",
  },
  states: {
    enabled: "مفعّل",
    disabled: "معطّل",
  },
  sources: {
    manual: "الإدارة",
    dynamic: "التطبيق نفسه",
    metadata_document: "مستند التطبيق",
  },
};

/** Ways through the administration by keyboard, and lists as files. */
import type { Translated } from "../../translated.ts";
import type { adminReach as english } from "../en/admin-reach.ts";

export const adminReach: Translated<typeof english> = {
  palette: {
    open: "انتقال إلى…",
    title: "الانتقال إلى صفحة أو شخص أو مجموعة أو تطبيق",
    placeholder: "الاسم أو عنوان البريد الإلكتروني",
    none: "لا توجد نتائج.",
    searching: "جارٍ البحث…",
    found: "النتائج: {count}",
    failed: "تعذر البحث. حاول مرة أخرى.",
  },
  keys: {
    button: "لوحة المفاتيح",
    title: "اختصارات لوحة المفاتيح",
    lead: "في القوائم، ما دمت لا تكتب.",
    use: "استخدام المفاتيح المفردة",
    search: "الانتقال إلى البحث",
    move: "الصف التالي والسابق",
    select: "تحديد الصف",
    open: "فتح الصف",
    help: "عرض هذه المساعدة",
    palette: "الانتقال إلى أي مكان",
  },
  export: {
    csv: "CSV",
    jsonl: "JSON Lines",
    label: "تصدير النتائج",
    as: "تصدير النتائج بصيغة {format}",
    running: "العناصر: {count} · {size}",
    done: "تم التصدير. العناصر: {count} · {size}",
  },
};

/** The page about the API. */
import type { Translated } from "../../translated.ts";
import type { apiDocs as english } from "../en/api-docs.ts";

export const apiDocs: Translated<typeof english> = {
  title: "واجهة API",
  lead: "ما تستطيع البرامج فعله هنا. كل عملية تُفحص وفق هذا الوصف.",
  contents: "المحتويات",
  search: "البحث في العمليات",
  nothing: "لا توجد نتائج.",
  document: "وثيقة OpenAPI 3.1",
  english: "وصف العمليات بالإنجليزية.",
  keys: "ترسل برامج الإدارة مفتاح API بوصفه رمز حامل. يسمح المفتاح بما تذكره صلاحياته، ويُنشأ في الإدارة ضمن النظام.",
  envelope:
    "الإجابات بصيغة JSON وفيها «data»، وفي الرفض «error» برمز يُبنى عليه ورسالة. ومعرّف الطلب يدل على كليهما في السجل.",
  pages: "القوائم صفحة بعد صفحة: يحدد «limit» العدد، وقيمة «nextCursor» في صفحة هي «after» في التي تليها.",
  repeats:
    "يمكن تكرار النداء الذي يحمل Idempotency-Key ولا يُنفّذ إلا مرة واحدة. ووجود ETag في If-Match يُفشل التغيير إذا سبقك إليه غيرك.",
  access: {
    anyone: "الجميع",
    optional: "الجميع، وأكثر لمن سجّل الدخول",
    session: "جلسة",
    key: "مفتاح API أو جلسة",
  },
  permission: "الصلاحية:",
  parameters: "المعاملات",
  body: "المتن",
  file: "المتن: ملف",
  answer: "الإجابة",
  refusals: "حالات الرفض",
  example: "مثال",
  required: "مطلوب",
  link: "مرجع واجهة API",
};

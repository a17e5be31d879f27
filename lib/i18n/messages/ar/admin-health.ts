/** The state of the system in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminHealth as english } from "../en/admin-health.ts";

export const adminHealth: Translated<typeof english> = {
  title: "الحالة",
  lead: "هل كل ما يحتاجه الأشخاص والتطبيقات بخير الآن؟",
  statuses: {
    healthy: "كل شيء بخير",
    degraded: "يحتاج إلى انتباه",
    unhealthy: "معطّل",
  },
  detail: "التفصيل",
  parts: {
    database: {
      name: "قاعدة البيانات",
      means: "كل ما يُعرف هنا موجود فيها.",
      todo: "تحقق من أن PostgreSQL يعمل ويمكن الوصول إليه ولديه اتصالات متاحة.",
    },
    signing_keys: {
      name: "مفاتيح التوقيع",
      means: "بدونها لا يمكن الدخول إلى أي تطبيق.",
      todo: "انظر صفحة مفاتيح التوقيع، وهل ملف المفاتيح يخص قاعدة البيانات هذه.",
    },
    clock: {
      name: "الساعة",
      means: "وفقًا لها تنتهي الرموز.",
      todo: "دع NTP يضبط ساعة هذا الجهاز وساعة قاعدة البيانات.",
    },
    metadata: {
      name: "بيانات أجهزة المصادقة",
      means: "تثبت أي طراز يحفظ مفتاح المرور.",
      todo: "تحقق من إمكانية الوصول إلى ملف أو عنوان MDS_BLOB، وأي جذر يسميه MDS_ROOT.",
    },
    mail: {
      name: "البريد",
      means: "به يُنبَّه الأشخاص ويعودون إلى حساباتهم.",
      todo: "انظر صفحة البريد: فيها ما لم يصل وسببه.",
    },
    disk: {
      name: "القرص",
      means: "تتوقف قاعدة البيانات المدمجة حين يمتلئ.",
      todo: "أفسح مكانًا حيث يقع مجلد البيانات.",
    },
  },
  partsTitle: "الأجزاء",
  arrivalTitle: "كيف وصلت إلى هنا",
  arrivalLead: "مقروء من هذا الطلب نفسه: قد يكون ما يسبق Latchkey مضبوطًا خطأ دون أن يلاحظ أحد.",
  arrival: {
    address_fits: "العنوان الذي استخدمته هو BASE_URL.",
    address_differs:
      "جئت من عنوان غير BASE_URL. لا تعمل مفاتيح المرور إلا هناك: اجعل الوكيل يمرر المضيف أو صحّح BASE_URL.",
    https: "يقول الوكيل إنك جئت عبر HTTPS.",
    https_untold: "لا يقول الوكيل هل جئت عبر HTTPS. اجعله يعيّن X-Forwarded-Proto.",
    not_https: "يقول الوكيل إنك جئت بلا HTTPS. اجعله يوجّه الجميع إلى https://.",
    local: "BASE_URL على هذا الجهاز، فلا حاجة إلى HTTPS.",
    client_address_known: "تصل عناوين الأشخاص: ترى الحدود والسجل كل واحد منها.",
    proxy_unknown:
      "يمرر وكيلٌ العناوين لكن TRUSTED_PROXIES لا يسميه: يبدو أن الجميع يأتون منه ويتشاركون حدوده.",
    proxy_silent:
      "ما يسبقنا لا يمرر العناوين: يبدو أن الجميع يأتون منه ويتشاركون الحدود. اجعله يعيّن X-Forwarded-For وسمّه في TRUSTED_PROXIES.",
  },
  jobsTitle: "الأعمال المجدولة",
  jobsLead: "ما يُنجز مرة واحدة لكل النسخ يعرض آخر تشغيل على أي منها.",
  job: "العمل",
  every: "كل",
  last: "آخر تشغيل",
  took: "المدة",
  jobStatus: "الحالة",
  jobStatuses: {
    well: "جيد",
    failing: "يفشل",
    waiting: "لم يعمل بعد",
  },
  everywhere: "على هذه النسخة",
  failedAt: "فشل",
  programTitle: "البرنامج",
  version: "الإصدار",
  runtime: "Node.js",
  database: "قاعدة البيانات",
  databases: {
    embedded: "مدمجة",
    external: "خادم PostgreSQL",
  },
  started: "بدأ",
  copyTitle: "لتقرير",
  copyLead: "بلا أسرار ولا أسماء ولا عناوين.",
  copyLabel: "الحالة نصًا",
  copy: "نسخ",
  copied: "تم النسخ",
  rows: "الصفوف",
};

/** Groups that somebody manages without being an administrator. */
import type { Translated } from "../../translated.ts";
import type { managedGroups as english } from "../en/managed-groups.ts";

export const managedGroups: Translated<typeof english> = {
  page: "مجموعاتك",
  title: "المجموعات التي تديرها",
  lead: "تضيف أشخاصًا إلى هذه المجموعات وتزيلهم منها.",
  none: "لا تدير أي مجموعة.",
  count:
    "{count, plural, zero {لا أعضاء} one {عضو واحد} two {عضوان} few {# أعضاء} many {# عضوًا} other {# عضو}}",
  membersLead: "يحصل أعضاؤها فورًا على ما تسمح به المجموعة.",
  back: "كل المجموعات التي تديرها",
  empty: "لا أحد فيها بعد.",
  add: "إضافة إلى المجموعة",
  email: "عنوان البريد الإلكتروني",
  emailHint: "العنوان كاملًا، كما يُستخدم في تسجيل الدخول.",
  added: "تمت الإضافة.",
  remove: "إزالة",
  removeNamed: "إزالة {name}",
  removeTitle: "إزالة {name} من المجموعة؟",
  removeBody: "ينتهي فورًا ما تسمح به المجموعة لهذا الشخص.",
  removed: "تمت الإزالة.",
  since: "عضو منذ",
  more: "عرض المزيد",
  managers: "الإدارة",
  managersLead: "يضيفون أشخاصًا إلى هذه المجموعة ويزيلونهم منها من دون أن يكونوا مسؤولين.",
  managersNone: "لا يغيّر أعضاءها إلا المسؤولون.",
  addManager: "تكليف بالإدارة",
  removeManager: "إنهاء الإدارة",
  removeManagerNamed: "إنهاء إدارة {name}",
  removeManagerTitle: "إنهاء إدارة {name} للمجموعة؟",
  removeManagerBody: "يبقى أعضاء المجموعة كما هم.",
};

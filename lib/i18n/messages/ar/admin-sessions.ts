/** The sessions of all people in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminSessions as english } from "../en/admin-sessions.ts";

export const adminSessions: Translated<typeof english> = {
  title: "الجلسات",
  lead: "المتصفحات التي سُجّل الدخول فيها الآن.",
  searchLabel: "الاسم أو البريد أو عنوان IP",
  person: "الشخص",
  device: "الجهاز",
  method: "سُجّل الدخول بواسطة",
  started: "البداية",
  seen: "آخر ظهور",
  apps: "التطبيقات",
  onDevice: "{person}، {device}",
  fromAddress: "كل ما يأتي من {ip}",
  app: "التطبيق",
  anyApp: "أي تطبيق",
  state: "الحالة",
  anyState: "أي حالة",
  states: {
    in_use: "قيد الاستخدام",
    idle: "خاملة",
    weaker: "بلا مفتاح مرور",
  },
  age: "العمر",
  anyAge: "أي عمر",
  ages: {
    day: "أقدم من يوم",
    week: "أقدم من أسبوع",
    month: "أقدم من 30 يومًا",
  },
  methods: {
    passkey: "مفتاح مرور",
    recovery_code: "رمز استرداد",
    recovery_link: "رابط استرداد",
    email_link: "رابط بالبريد",
    device_approval: "متصفح آخر",
  },
  end: "إنهاؤها",
  endSelected: "إنهاء المحدد",
  endTitle: "إنهاء الجلسات المحددة؟",
  endBody:
    "يُسجَّل خروج هذه المتصفحات فورًا، وكذلك التطبيقات التي فُتحت فيها إن كانت تستجيب لذلك. يمكن للأشخاص الدخول مجددًا.",
};

/** Recovery codes: making, keeping and replacing them. */
import type { Translated } from "../../translated.ts";
import type { recoveryCodes as english } from "../en/recovery-codes.ts";

export const recoveryCodes: Translated<typeof english> = {
  title: "رموز الاسترداد",
  lead: "لليوم الذي تُفقد فيه كل مفاتيح المرور: أحد عشرة رموز يعيدك إلى حسابك، وكل رمز مرة واحدة.",
  noneTitle: "ليست لديك رموز استرداد",
  noneBody: "أنشئها الآن واحتفظ بها في مكان تجدها فيه من دون أجهزتك: على ورق أو عند شخص تثق به.",
  left: "{left, plural, =0 {لم يبق شيء من {total}} zero {لم يبق شيء من {total}} one {بقي رمز واحد من {total}} two {بقي رمزان من {total}} few {بقيت # من {total}} many {بقي # من {total}} other {بقي # من {total}}}",
  madeAt: "أُنشئت في <when></when>",
  fewLeft: "بقي منها القليل. أنشئ رموزًا جديدة قبل أن تحتاج إليها.",
  make: "إنشاء رموز استرداد",
  replace: "إنشاء رموز جديدة",
  confirmHint: "ستؤكد هويتك أولًا بمفتاح مرور.",
  replaceTitle: "استبدال رموز الاسترداد؟",
  replaceBody: "تتوقف الرموز التي لديك عن العمل فورًا، حتى المكتوبة على ورق. وستحصل على عشرة رموز جديدة.",
  cancel: "إلغاء",
  madeTitle: "رموز الاسترداد الجديدة",
  madeBody: "تظهر الآن فقط. احتفظ بها في مكان تجدها فيه من دون أجهزتك؛ كل رمز يعمل مرة واحدة.",
  copy: "نسخ",
  copied: "تم النسخ.",
  notCopied: "لم يسمح هذا المتصفح بالنسخ. حدِّد الرموز وانسخها بنفسك.",
  download: "حفظ كملف",
  print: "طباعة",
  done: "احتفظت بها",
  file: "رموز الاسترداد للحساب {account} في {instance}",
  fileHow: "كل رمز يعمل مرة واحدة، على العنوان {url}",
  fileName: "recovery-codes",
  offer: "إنشاء رموز استرداد أيضًا",
  offerHint: "عشرة رموز على ورق، لليوم الذي يُفقد فيه مفتاح المرور.",
};

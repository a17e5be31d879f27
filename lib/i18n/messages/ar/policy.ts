/** Which kinds of authenticators will do. */
import type { Translated } from "../../translated.ts";
import type { policy as english } from "../en/policy.ts";

export const policy: Translated<typeof english> = {
  notAllowed: "هذا النوع من أدوات المصادقة غير مسموح به هنا.",
  useModels: "استخدم {models}.",
  anotherModel: "طرازًا آخر معتمدًا",
  useApproved: "استخدم طرازًا اعتمدته الإدارة لديك.",
  useAnotherModel: "استخدم طرازًا آخر.",
  useDeviceBound: "استخدم مفتاح أمان أو أداة مصادقة أخرى تُبقي مفتاح المرور على جهاز واحد.",
  mustProve: "يجب أن تستطيع الأداة إثبات طرازها، وأن يُسمح للمتصفح بنقل ذلك.",
  mustVerify: "يجب أن تتحقق من بصمتك أو وجهك أو رمز PIN.",
  nothingWillDo: "القواعد التي تسري عليك لا تترك أي أداة مقبولة. تواصل مع الإدارة لديك.",
  brokenModel: "أداة المصادقة {name} معروفة بأنها غير آمنة ولم تعد مقبولة. استخدم طرازًا آخر.",
  brokenUnnamedModel: "هذا الطراز من أدوات المصادقة معروف بأنه غير آمن ولم يعد مقبولًا. استخدم طرازًا آخر.",
};

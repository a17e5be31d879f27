/** The page of a request by an app that cannot be answered. */
import type { Translated } from "../../translated.ts";
import type { protocolError as english } from "../en/protocol-error.ts";

export const protocolError: Translated<typeof english> = {
  title: "تعذر إتمام ذلك",
  reference: "المرجع",
  refused:
    "أرسل التطبيق طلبًا لا يمكن الرد عليه. عُد وحاول مرة أخرى، وإذا تكرر الأمر فأبلغ القائمين على التطبيق. هذه المعلومات لمطوِّره:",
  facts: {
    app: "التطبيق",
    sent: "قيمة {name} المُرسلة",
    registered: "قيمة {name} المسجَّلة",
  },
  reasons: {
    client_id_missing: "لم يذكر التطبيق أي تطبيق هو: client_id غير موجود.",
    unknown_client: "لا يوجد هنا تطبيق مسجَّل بقيمة client_id المُرسلة. راجع إعدادات التطبيق.",
    redirect_uri_missing: "لم يذكر التطبيق إلى أين تكون العودة: redirect_uri غير موجود.",
    redirect_uri_not_registered: "طلب التطبيق العودة إلى عنوان غير مسجَّل له. يجب أن يتطابق العنوان حرفًا بحرف.",
    post_logout_redirect_uri_not_registered:
      "طلب التطبيق العودة إلى عنوان غير مسجَّل له. يجب أن يتطابق العنوان حرفًا بحرف.",
    invalid_request_uri:
      "أشار التطبيق إلى طلب غير معروف هنا: ربما استُخدم من قبل أو مضى عليه وقت طويل أو لم يُرسل أصلًا. عُد إلى التطبيق وابدأ من جديد.",
    invalid_id_token_hint: "أرسل التطبيق id_token_hint لم يصدر من هنا.",
    id_token_hint_of_other_client: "أرسل التطبيق id_token_hint يخص تطبيقًا آخر.",
    interaction_finished: "اكتمل هذا الطلب من قبل أو استغرق وقتًا طويلًا. عُد إلى التطبيق وابدأ من جديد.",
    test_sign_in_unknown:
      "هذا ليس ردًّا على اختبار بدأه هذا المتصفح وما زال جاريًا. افتح صفحة التطبيق وابدأ الاختبار من جديد.",
    malformed_form: "أُرسل النموذج من دون إجابة. عُد إلى الخلف.",
  },
};

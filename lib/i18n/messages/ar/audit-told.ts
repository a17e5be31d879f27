/**
 * The events of the trail in sentences, for who reads what others did. Names are filled in where the tags stand. The
 * act is a noun after the name, since a verb would have to know whether a man or a woman did it.
 */
import type { Translated } from "../../translated.ts";
import type { auditTold as english } from "../en/audit-told.ts";

export const auditTold: Translated<typeof english> = {
  instance: { set_up: "<person></person>: إعداد هذا النظام." },
  set_up_link: { created: "<actor></actor>: إنشاء رابط لإعداد هذا النظام." },
  invitation: {
    created:
      "{named, select, yes {<actor></actor>: دعوة <name></name>.} other {<actor></actor>: إنشاء دعوة.}}",
    revoked: "<actor></actor>: سحب دعوة.",
    used: "<person></person>: استخدام دعوة.",
  },
  users: { exported: "<actor></actor>: تصدير قائمة الأشخاص." },
  user: {
    created:
      "{via, select, invitation {<person></person>: إنشاء حساب بدعوة.} set_up {<person></person>: إنشاء أول حساب.} other {<person></person>: إنشاء حساب.}}",
    changed: "<actor></actor>: تغيير الملف الشخصي لـ <person></person>.",
    disabled: "<actor></actor>: تعطيل حساب <person></person>.",
    enabled: "<actor></actor>: إعادة تفعيل حساب <person></person>.",
    deleted:
      "{self, select, yes {<actor></actor>: حذف الحساب الخاص.} other {<actor></actor>: حذف حساب <person></person>.}}",
    role_changed: "<actor></actor>: تغيير دور <person></person> من «<from></from>» إلى «<to></to>».",
  },
  profile: { changed: "<person></person>: تغيير الملف الشخصي." },
  data: { exported: "<actor></actor>: أخذ نسخة من البيانات الشخصية." },
  email: {
    requested: "<person></person>: طلب رابط لتأكيد عنوان بريد.",
    confirmed: "<person></person>: تأكيد عنوان بريد.",
    withdrawn: "<person></person>: سحب عنوان بريد جديد.",
  },
  passkey: {
    registered: "<person></person>: إضافة مفتاح المرور <passkey></passkey>.",
    registration_failed:
      "{known, select, yes {<person></person>: تعذّرت إضافة مفتاح مرور.} other {تعذّرت إضافة مفتاح مرور.}}",
    counter_regressed: "ربما نُسخ مفتاح المرور <passkey></passkey> الخاص بـ <person></person>: لم يزد عدّاده.",
    renamed: "<person></person>: تغيير اسم مفتاح المرور من «<from></from>» إلى «<to></to>».",
    removed: "<person></person>: إزالة مفتاح المرور <passkey></passkey>.",
    revoked: "<actor></actor>: إبطال مفتاح المرور <passkey></passkey> الخاص بـ <person></person>.",
  },
  conformance: {
    registered: "أضافت أداة المطابقة مفتاح مرور.",
    registration_failed: "رُفض مفتاح مرور من أداة المطابقة.",
    assertion_verified: "سجّلت أداة المطابقة الدخول.",
    assertion_failed: "رُفض تسجيل دخول من أداة المطابقة.",
  },
  session: {
    created:
      "{method, select, passkey {<person></person>: تسجيل دخول باستخدام <passkey></passkey>.} recovery_code {<person></person>: تسجيل دخول برمز استرداد.} recovery_link {<person></person>: تسجيل دخول برابط استرداد.} email_link {<person></person>: تسجيل دخول برابط من رسالة بريد.} device_approval {<person></person>: تسجيل دخول بموافقة من متصفح آخر.} other {<person></person>: تسجيل دخول.}}",
    upgraded: "<person></person>: تأكيد تسجيل دخول بمفتاح المرور الجديد <passkey></passkey>.",
    ended:
      "{by, select, sign_out {<person></person>: تسجيل خروج.} sign_out_elsewhere {<person></person>: تسجيل خروج متصفح آخر.} too_many_accounts {انتهت جلسة <person></person>: كان في متصفح واحد عدد كبير من الحسابات.} passkey_removed {انتهت جلسة <person></person> في متصفح مع مفتاح المرور الذي أُزيل.} passkey_revoked {انتهت جلسة <person></person> في متصفح مع مفتاح المرور الذي أُبطل.} administrator {<actor></actor>: إنهاء جلسة <person></person> في متصفح.} user_disabled {انتهت جلسة <person></person> لأن الحساب عُطّل.} account_deleted {انتهت جلسة <person></person> لأن الحساب حُذف.} app_revoked {انتهت جلسة <person></person> في تطبيق انتهى وصوله.} other {انتهت جلسة <person></person>.}}",
  },
  sign_in: {
    failed: "{known, select, yes {لم ينجح تسجيل دخول لـ <person></person>.} other {لم ينجح تسجيل دخول.}}",
  },
  device_approval: {
    requested: "طلب متصفح أن يُسمح له من متصفح آخر.",
    approved: "<person></person>: السماح لمتصفح آخر بالدخول.",
    denied: "<person></person>: رفض دخول متصفح آخر.",
    refused: "متصفح سمح له <person></person> تأخر أو رُفض.",
  },
  recovery_codes: { created: "<person></person>: إنشاء رموز استرداد جديدة." },
  recovery_link: { created: "<actor></actor>: إنشاء رابط استرداد لـ <person></person>." },
  sign_in_link: {
    requested:
      "{failed, select, yes {طُلب رابط تسجيل دخول ولم يُرسل.} other {أُرسل رابط تسجيل دخول إلى <person></person>.}}",
  },
  recovery: {
    failed:
      "{known, select, yes {لم تنجح محاولة لاسترداد حساب <person></person>.} other {لم تنجح محاولة لاسترداد حساب.}}",
  },
  step_up: {
    succeeded: "<person></person>: تأكيد الهوية باستخدام <passkey></passkey>.",
    failed: "{known, select, yes {لم ينجح تأكيد من <person></person>.} other {لم ينجح تأكيد بمفتاح المرور.}}",
  },
  client: {
    test_finished:
      "{failed, select, yes {<actor></actor>: تسجيل دخول تجريبي إلى <app></app> لم ينجح.} other {<actor></actor>: تجربة تسجيل الدخول إلى <app></app>.}}",
    test_begun: "<actor></actor>: بدء تسجيل دخول تجريبي إلى <app></app>.",
    logo_removed: "<actor></actor>: إزالة شعار <app></app>.",
    logo_set: "<actor></actor>: وضع شعار جديد لـ <app></app>.",
    created: "<actor></actor>: إضافة التطبيق <app></app>.",
    updated: "<actor></actor>: تغيير التطبيق <app></app>.",
    disabled: "<actor></actor>: تعطيل التطبيق <app></app>.",
    enabled: "<actor></actor>: إعادة تفعيل التطبيق <app></app>.",
    deleted: "<actor></actor>: حذف التطبيق <app></app>.",
    groups_changed: "<actor></actor>: تغيير المجموعات التي يمكنها استخدام <app></app>.",
    secret_added: "<actor></actor>: إنشاء سر جديد لـ <app></app>.",
    secret_removed: "<actor></actor>: إزالة سر من <app></app>.",
    registration_refused: "لم يتمكن تطبيق من تسجيل نفسه.",
    document_refused: "تعذّر استخدام وصف <app></app>.",
    authentication_failed: "لم يتمكن <app></app> من إثبات هويته.",
  },
  registration_token: {
    created: "<actor></actor>: إنشاء الرمز <name></name> الذي تسجّل به التطبيقات نفسها.",
    removed: "<actor></actor>: إزالة الرمز <name></name> الذي كانت تسجّل به التطبيقات نفسها.",
  },
  consent: {
    granted: "<person></person>: السماح لـ <app></app>.",
    denied:
      "{known, select, yes {<person></person>: عدم السماح لـ <app></app>.} other {لم يُسمح لـ <app></app>.}}",
    revoked:
      "{self, select, yes {<person></person>: سحب ما سُمح به لـ <app></app>.} other {<actor></actor>: سحب ما سمح به <person></person> لـ <app></app>.}}",
  },
  authorization: {
    issued: "<person></person>: تسجيل دخول إلى <app></app>.",
    refused:
      "{known, select, yes {رُفض تسجيل دخول <person></person> إلى <app></app>.} other {رُفض تسجيل دخول إلى <app></app>.}}",
  },
  token: {
    issued:
      "{known, select, yes {حصل <app></app> على رموز وصول لـ <person></person>.} other {حصل <app></app> على رمز وصول خاص به.}}",
    refused: "طلب <app></app> رموز وصول ولم يحصل عليها.",
    revoked: "أنهى <app></app> رمز وصول.",
  },
  refresh_token: {
    replayed: "استُخدم رمز تحديث من <app></app> مرتين، فانتهى وصوله إلى <person></person>.",
  },
  code: {
    replayed:
      "{known, select, yes {استُخدم رمز تسجيل دخول <person></person> إلى <app></app> مرتين، فانتهى وصوله.} other {استُخدم رمز تسجيل دخول إلى <app></app> مرتين.}}",
  },
  device: {
    requested: "طلب جهاز الاتصال من أجل <app></app>.",
    refused: "رُفض جهاز طلب الاتصال من أجل <app></app>.",
    code_refused:
      "{known, select, yes {<person></person>: إدخال رمز جهاز لا يعمل.} other {أُدخل رمز جهاز لا يعمل.}}",
    approved: "<person></person>: توصيل جهاز من أجل <app></app>.",
    denied: "<person></person>: رفض جهاز من أجل <app></app>.",
  },
  signing_key: {
    created: "<actor></actor>: إنشاء مفتاح التوقيع <kid></kid>.",
    activated: "مفتاح التوقيع <kid></kid> يوقّع من الآن.",
    rotation_requested: "<actor></actor>: طلب مفاتيح توقيع جديدة.",
    retired: "تقاعد مفتاح التوقيع <kid></kid>.",
    revoked: "<actor></actor>: إبطال مفتاح التوقيع <kid></kid>.",
  },
  metadata: {
    loaded: "حُمّلت بيانات جديدة عن أدوات المصادقة.",
    refused: "رُفضت بيانات جديدة عن أدوات المصادقة.",
  },
  settings: { changed: "<actor></actor>: تغيير قواعد التسجيل وتسجيل الدخول." },
  attestation_policy: { changed: "<actor></actor>: تغيير مفاتيح المرور المسموح بها." },
  group: {
    created: "<actor></actor>: إنشاء المجموعة <group></group>.",
    changed: "<actor></actor>: تغيير المجموعة <group></group>.",
    deleted: "<actor></actor>: حذف المجموعة <group></group>.",
    manager_added: "<actor></actor>: تكليف <person></person> بإدارة المجموعة <group></group>.",
    manager_removed: "<actor></actor>: إنهاء إدارة <person></person> للمجموعة <group></group>.",
    member_added:
      "{self, select, yes {<person></person>: الانضمام إلى المجموعة <group></group>.} other {<actor></actor>: إضافة <person></person> إلى المجموعة <group></group>.}}",
    member_removed:
      "{self, select, yes {<person></person>: مغادرة المجموعة <group></group>.} other {<actor></actor>: إزالة <person></person> من المجموعة <group></group>.}}",
  },
  claim: {
    set: "{known, select, yes {<actor></actor>: تعيين البيان <name></name> لـ <person></person>.} other {<actor></actor>: تعيين البيان <name></name> للمجموعة <group></group>.}}",
    removed:
      "{known, select, yes {<actor></actor>: إزالة البيان <name></name> من <person></person>.} other {<actor></actor>: إزالة البيان <name></name> من المجموعة <group></group>.}}",
  },
  branding: {
    reset: "<actor></actor>: إعادة هذا النظام إلى مظهره الأول.",
    image_removed: "<actor></actor>: إزالة صورة من مظهر هذا النظام.",
    image_set: "<actor></actor>: وضع صورة في مظهر هذا النظام.",
    changed: "<actor></actor>: تغيير مظهر هذا النظام.",
  },
  mail: {
    tested:
      "{failed, select, yes {<actor></actor>: إرسال رسالة تجريبية لم تُقبل.} other {<actor></actor>: إرسال رسالة تجريبية.}}",
  },
  outbox: {
    given_up: "{known, select, yes {تعذّر تسليم رسالة إلى <person></person>.} other {تعذّر تسليم رسالة.}}",
    retried: "<actor></actor>: إعادة محاولة إرسال رسالة.",
    discarded: "<actor></actor>: تجاهل رسالة لم تصل.",
  },
  api_key: {
    created: "<actor></actor>: إنشاء مفتاح API <name></name>.",
    revoked: "<actor></actor>: إنهاء مفتاح API <name></name>.",
  },
  audit: { exported: "<actor></actor>: تصدير سجل التدقيق." },
  list: {
    exported:
      "<actor></actor>: تصدير {list, select, passkeys {قائمة مفاتيح المرور} sessions {قائمة الجلسات} groups {قائمة المجموعات} apps {قائمة التطبيقات} other {قائمة}}.",
  },
  rate_limit: { exceeded: "وردت طلبات كثيرة جدًا من عنوان واحد." },
};

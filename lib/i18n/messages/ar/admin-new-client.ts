/** Adding an app in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminNewClient as english } from "../en/admin-new-client.ts";

export const adminNewClient: Translated<typeof english> = {
  title: "إضافة تطبيق",
  titleOf: "إضافة تطبيق: {kind}",
  lead: "ما نوعه؟ الإعدادات الصحيحة تأتي مع الجواب.",
  back: "كل الأنواع",
  kinds: {
    grafana: {
      name: "Grafana",
      hint: "لوحات معلومات، عبر OAuth العام.",
    },
    gitea: {
      name: "Gitea أو Forgejo",
      hint: "استضافة Git، عبر مصدر مصادقة.",
    },
    nextcloud: {
      name: "Nextcloud",
      hint: "ملفات وتقاويم، مع تطبيقه user_oidc.",
    },
    immich: {
      name: "Immich",
      hint: "صور، في المتصفح وعلى الهاتف.",
    },
    proxmox: {
      name: "Proxmox VE",
      hint: "أجهزة افتراضية، كنطاق OpenID Connect.",
    },
    "oauth2-proxy": {
      name: "oauth2-proxy",
      hint: "أمام صفحة ليس لها تسجيل دخول خاص بها.",
    },
    "argo-cd": {
      name: "Argo CD",
      hint: "عمليات النشر، مباشرة دون Dex.",
    },
    web: {
      name: "تطبيق ويب",
      hint: "يعمل على خادم ويستطيع حفظ سر.",
    },
    "single-page": {
      name: "تطبيق صفحة واحدة",
      hint: "يعمل في المتصفح وحده ولا يحفظ سرًا.",
    },
    native: {
      name: "تطبيق محلي أو سطر أوامر",
      hint: "يعمل على أجهزة الناس.",
    },
    machine: {
      name: "آلة",
      hint: "تسجّل الدخول باسمها هي، ولا أحد أمامها.",
    },
  },
  name: "الاسم",
  nameHint: "ما يراه الناس عند تسجيل الدخول.",
  appUrl: "عنوان التطبيق",
  appUrlHint: "كما يُفتح في المتصفح. يملأ العناوين أدناه.",
  redirectUris: "عناوين إعادة التوجيه",
  redirectUrisHint: "عنوان في كل سطر. يعود الناس بعد تسجيل الدخول إلى هذه العناوين بالضبط.",
  postLogout: "العناوين بعد تسجيل الخروج",
  groups: "من يحق له استخدامه",
  groupsHint: "أعضاء المجموعات التي تختارها. من دون اختيار: الجميع.",
  groupsNone: "لا توجد مجموعات بعد، فيحق للجميع استخدامه.",
  firstParty: "لا تُطلب موافقة أحد: التطبيق تطبيقنا",
  submit: "إضافة التطبيق",
  setUp: "يُضبط على",
  authentication: "مصادقة التطبيق",
  pkce: "PKCE",
  required: "مطلوب",
  optional: "اختياري",
  scopes: "النطاقات",
  idToken: "رمز الهوية",
  withClaims: "يتضمن البيانات أيضًا",
  methods: {
    none: "لا شيء: لا يحفظ سرًا",
    client_secret_basic: "السر في الترويسة (Basic)",
    client_secret_post: "السر في نص الطلب (POST)",
    client_secret_jwt: "توقيع بالسر",
    private_key_jwt: "توقيع بمفتاح خاص به",
  },
  made: "أُضيف {name}",
  secret: "سر العميل",
  once: "يظهر هذه المرة فقط. الإعدادات أدناه تتضمنه.",
  settings: "للّصق في {kind}",
  open: "فتح صفحة التطبيق",
  copy: "نسخ",
  copied: "تم النسخ",
  address: {
    clientId: "معرّف العميل",
    issuer: "المُصدِر",
    discovery: "الاكتشاف",
    authorize: "التفويض",
    token: "الرمز",
    userinfo: "UserInfo",
    jwks: "المفاتيح",
    endSession: "تسجيل الخروج",
  },
};

/** The words of the picture's form. */
import type { PictureWords } from "#components/account/picture-form.tsx";
import type { Translate } from "#lib/i18n/translator.ts";

export function pictureWords(t: Translate): PictureWords {
  const broken = t("profile.picture.broken");
  const busy = t("profile.picture.busy");
  return {
    hint: t("profile.picture.hint"),
    choose: t("profile.picture.choose"),
    another: t("profile.picture.another"),
    send: t("profile.picture.send"),
    remove: t("profile.picture.remove"),
    sending: t("profile.picture.sending"),
    saved: t("profile.picture.saved"),
    removed: t("profile.picture.removed"),
    problems: {
      PAYLOAD_TOO_LARGE: t("profile.picture.tooLarge"),
      UNSUPPORTED_MEDIA_TYPE: t("profile.picture.unknown"),
      INVALID_PICTURE: broken,
      none: t("profile.picture.none"),
      RATE_LIMIT_EXCEEDED: busy,
      SERVICE_UNAVAILABLE: busy,
      UNAUTHENTICATED: t("ceremony.failure.signedOut"),
      OFFLINE: t("ceremony.failure.offline"),
      otherwise: t("ceremony.failure.server"),
    },
  };
}

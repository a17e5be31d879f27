/** The words of the sign-in panel, and the ways beside a passkey that this instance offers. */
import {
  ChevronDownIcon,
  HashIcon,
  KeyRoundIcon,
  MailIcon,
  QrCodeIcon,
  SmartphoneIcon,
  XIcon,
} from "lucide-react";
import type { OtherWay } from "#components/passkey/other-ways.tsx";
import type { SignInLabels } from "#components/passkey/sign-in-panel.tsx";
import type { Config } from "#lib/config/load-config.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { type SignInGoal, signInAddress } from "../sign-in-address.ts";

export function panelWords(t: Translate): SignInLabels {
  return {
    button: t("signIn.button"),
    hint: t("signIn.hint"),
    or: t("signIn.or"),
    fieldLabel: t("signIn.fieldLabel"),
    fieldHint: t("signIn.fieldHint"),
    another: t("signIn.another"),
    known: t("signIn.known"),
    otherWays: t("signIn.otherWays"),
    otherWaysBody: t("signIn.otherWaysBody"),
    usePhone: t("signIn.usePhone"),
    useSecurityKey: t("signIn.useSecurityKey"),
    done: t("ceremony.signedIn"),
  };
}

const icon = { "aria-hidden": true, size: "1.125em", className: "shrink-0" } as const;

export const panelIcons = {
  phone: <SmartphoneIcon {...icon} />,
  securityKey: <KeyRoundIcon {...icon} />,
  disclosure: <ChevronDownIcon {...icon} size="1.25em" />,
  forget: <XIcon {...icon} />,
};

/** They work without JavaScript, too. */
export function waysWithoutPasskey(
  t: Translate,
  { deviceApproval, emailSignIn }: Pick<Config, "deviceApproval" | "emailSignIn">,
  goal: SignInGoal,
): OtherWay[] {
  const device = {
    href: signInAddress("/sign-in/device", goal),
    label: t("signIn.useDevice"),
    icon: <QrCodeIcon {...icon} />,
  };
  const code = {
    href: signInAddress("/sign-in/recovery-code", goal),
    label: t("recovery.byCode"),
    icon: <HashIcon {...icon} />,
  };
  const mail = {
    href: signInAddress("/sign-in/email", goal),
    label: t("recovery.byMail"),
    icon: <MailIcon {...icon} />,
  };
  return [...(deviceApproval ? [device] : []), code, ...(emailSignIn ? [mail] : [])];
}

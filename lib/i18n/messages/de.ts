/** The German catalogue. */
import type { Translated } from "../translated.ts";
import { account } from "./de/account.ts";
import { activity } from "./de/activity.ts";
import { addPasskey } from "./de/add-passkey.ts";
import { admin } from "./de/admin.ts";
import { adminApiKeys } from "./de/admin-api-keys.ts";
import { adminAudit } from "./de/admin-audit.ts";
import { adminBranding } from "./de/admin-branding.ts";
import { adminBulk } from "./de/admin-bulk.ts";
import { adminClient } from "./de/admin-client.ts";
import { adminClients } from "./de/admin-clients.ts";
import { adminConsents } from "./de/admin-consents.ts";
import { adminGroups } from "./de/admin-groups.ts";
import { adminHealth } from "./de/admin-health.ts";
import { adminInvitations } from "./de/admin-invitations.ts";
import { adminMail } from "./de/admin-mail.ts";
import { adminNewClient } from "./de/admin-new-client.ts";
import { adminOverview } from "./de/admin-overview.ts";
import { adminPasskeys } from "./de/admin-passkeys.ts";
import { adminPerson } from "./de/admin-person.ts";
import { adminPolicy } from "./de/admin-policy.ts";
import { adminReach } from "./de/admin-reach.ts";
import { adminSessions } from "./de/admin-sessions.ts";
import { adminSigningKeys } from "./de/admin-signing-keys.ts";
import { adminTestSignIn } from "./de/admin-test-sign-in.ts";
import { adminUsers } from "./de/admin-users.ts";
import { apiDocs } from "./de/api-docs.ts";
import { approve } from "./de/approve.ts";
import { apps } from "./de/apps.ts";
import { auditActs } from "./de/audit-acts.ts";
import { auditTold } from "./de/audit-told.ts";
import { ceremony } from "./de/ceremony.ts";
import { chooseAccount } from "./de/choose-account.ts";
import { common } from "./de/common.ts";
import { consent } from "./de/consent.ts";
import { created } from "./de/created.ts";
import { device } from "./de/device.ts";
import { deviceSignIn } from "./de/device-sign-in.ts";
import { disabledAccount } from "./de/disabled-account.ts";
import { emailAddress } from "./de/email-address.ts";
import { errors } from "./de/errors.ts";
import { failure } from "./de/failure.ts";
import { fields } from "./de/fields.ts";
import { handOver } from "./de/hand-over.ts";
import { invitation } from "./de/invitation.ts";
import { language } from "./de/language.ts";
import { mail } from "./de/mail.ts";
import { managePasskey } from "./de/manage-passkey.ts";
import { managedGroups } from "./de/managed-groups.ts";
import { myData } from "./de/my-data.ts";
import { noAccess } from "./de/no-access.ts";
import { notFound } from "./de/not-found.ts";
import { overview } from "./de/overview.ts";
import { passkeys } from "./de/passkeys.ts";
import { places } from "./de/places.ts";
import { policy } from "./de/policy.ts";
import { problems } from "./de/problems.ts";
import { profile } from "./de/profile.ts";
import { protocolError } from "./de/protocol-error.ts";
import { recovery } from "./de/recovery.ts";
import { recoveryCodes } from "./de/recovery-codes.ts";
import { refusals } from "./de/refusals.ts";
import { sessions } from "./de/sessions.ts";
import { setUp } from "./de/set-up.ts";
import { signIn } from "./de/sign-in.ts";
import { signOut } from "./de/sign-out.ts";
import { signUp } from "./de/sign-up.ts";
import { theme } from "./de/theme.ts";
import { thisDevice } from "./de/this-device.ts";
import type { en } from "./en.ts";

export const de: Translated<typeof en> = {
  account,
  activity,
  addPasskey,
  admin,
  adminApiKeys,
  adminAudit,
  adminConsents,
  adminBulk,
  adminClient,
  adminClients,
  adminGroups,
  adminInvitations,
  adminNewClient,
  adminOverview,
  adminPasskeys,
  adminPerson,
  adminPolicy,
  adminSessions,
  adminReach,
  adminTestSignIn,
  adminSigningKeys,
  adminMail,
  adminHealth,
  adminBranding,
  adminUsers,
  apiDocs,
  approve,
  apps,
  auditActs,
  auditTold,
  ceremony,
  chooseAccount,
  common,
  consent,
  created,
  device,
  deviceSignIn,
  disabledAccount,
  emailAddress,
  errors,
  failure,
  fields,
  handOver,
  invitation,
  language,
  mail,
  managedGroups,
  managePasskey,
  myData,
  noAccess,
  notFound,
  overview,
  passkeys,
  places,
  policy,
  problems,
  profile,
  protocolError,
  recovery,
  recoveryCodes,
  refusals,
  sessions,
  setUp,
  signIn,
  signOut,
  signUp,
  theme,
  thisDevice,
};

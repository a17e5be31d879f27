/** The Arabic catalogue. */
import type { Translated } from "../translated.ts";
import { account } from "./ar/account.ts";
import { activity } from "./ar/activity.ts";
import { addPasskey } from "./ar/add-passkey.ts";
import { admin } from "./ar/admin.ts";
import { adminApiKeys } from "./ar/admin-api-keys.ts";
import { adminAudit } from "./ar/admin-audit.ts";
import { adminBranding } from "./ar/admin-branding.ts";
import { adminBulk } from "./ar/admin-bulk.ts";
import { adminClient } from "./ar/admin-client.ts";
import { adminClients } from "./ar/admin-clients.ts";
import { adminConsents } from "./ar/admin-consents.ts";
import { adminGroups } from "./ar/admin-groups.ts";
import { adminHealth } from "./ar/admin-health.ts";
import { adminInvitations } from "./ar/admin-invitations.ts";
import { adminMail } from "./ar/admin-mail.ts";
import { adminNewClient } from "./ar/admin-new-client.ts";
import { adminOverview } from "./ar/admin-overview.ts";
import { adminPasskeys } from "./ar/admin-passkeys.ts";
import { adminPerson } from "./ar/admin-person.ts";
import { adminPolicy } from "./ar/admin-policy.ts";
import { adminReach } from "./ar/admin-reach.ts";
import { adminSessions } from "./ar/admin-sessions.ts";
import { adminSigningKeys } from "./ar/admin-signing-keys.ts";
import { adminTestSignIn } from "./ar/admin-test-sign-in.ts";
import { adminUsers } from "./ar/admin-users.ts";
import { apiDocs } from "./ar/api-docs.ts";
import { approve } from "./ar/approve.ts";
import { apps } from "./ar/apps.ts";
import { auditActs } from "./ar/audit-acts.ts";
import { auditTold } from "./ar/audit-told.ts";
import { ceremony } from "./ar/ceremony.ts";
import { chooseAccount } from "./ar/choose-account.ts";
import { common } from "./ar/common.ts";
import { consent } from "./ar/consent.ts";
import { created } from "./ar/created.ts";
import { device } from "./ar/device.ts";
import { deviceSignIn } from "./ar/device-sign-in.ts";
import { disabledAccount } from "./ar/disabled-account.ts";
import { emailAddress } from "./ar/email-address.ts";
import { errors } from "./ar/errors.ts";
import { failure } from "./ar/failure.ts";
import { fields } from "./ar/fields.ts";
import { handOver } from "./ar/hand-over.ts";
import { invitation } from "./ar/invitation.ts";
import { language } from "./ar/language.ts";
import { mail } from "./ar/mail.ts";
import { managePasskey } from "./ar/manage-passkey.ts";
import { managedGroups } from "./ar/managed-groups.ts";
import { myData } from "./ar/my-data.ts";
import { noAccess } from "./ar/no-access.ts";
import { notFound } from "./ar/not-found.ts";
import { overview } from "./ar/overview.ts";
import { passkeys } from "./ar/passkeys.ts";
import { places } from "./ar/places.ts";
import { policy } from "./ar/policy.ts";
import { problems } from "./ar/problems.ts";
import { profile } from "./ar/profile.ts";
import { protocolError } from "./ar/protocol-error.ts";
import { recovery } from "./ar/recovery.ts";
import { recoveryCodes } from "./ar/recovery-codes.ts";
import { refusals } from "./ar/refusals.ts";
import { sessions } from "./ar/sessions.ts";
import { setUp } from "./ar/set-up.ts";
import { signIn } from "./ar/sign-in.ts";
import { signOut } from "./ar/sign-out.ts";
import { signUp } from "./ar/sign-up.ts";
import { theme } from "./ar/theme.ts";
import { thisDevice } from "./ar/this-device.ts";
import type { en } from "./en.ts";

export const ar: Translated<typeof en> = {
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

/** The Spanish catalogue. */
import type { Translated } from "../translated.ts";
import type { en } from "./en.ts";
import { account } from "./es/account.ts";
import { activity } from "./es/activity.ts";
import { addPasskey } from "./es/add-passkey.ts";
import { admin } from "./es/admin.ts";
import { adminApiKeys } from "./es/admin-api-keys.ts";
import { adminAudit } from "./es/admin-audit.ts";
import { adminBranding } from "./es/admin-branding.ts";
import { adminBulk } from "./es/admin-bulk.ts";
import { adminClient } from "./es/admin-client.ts";
import { adminClients } from "./es/admin-clients.ts";
import { adminConsents } from "./es/admin-consents.ts";
import { adminGroups } from "./es/admin-groups.ts";
import { adminHealth } from "./es/admin-health.ts";
import { adminInvitations } from "./es/admin-invitations.ts";
import { adminMail } from "./es/admin-mail.ts";
import { adminNewClient } from "./es/admin-new-client.ts";
import { adminOverview } from "./es/admin-overview.ts";
import { adminPasskeys } from "./es/admin-passkeys.ts";
import { adminPerson } from "./es/admin-person.ts";
import { adminPolicy } from "./es/admin-policy.ts";
import { adminReach } from "./es/admin-reach.ts";
import { adminSessions } from "./es/admin-sessions.ts";
import { adminSigningKeys } from "./es/admin-signing-keys.ts";
import { adminTestSignIn } from "./es/admin-test-sign-in.ts";
import { adminUsers } from "./es/admin-users.ts";
import { apiDocs } from "./es/api-docs.ts";
import { approve } from "./es/approve.ts";
import { apps } from "./es/apps.ts";
import { auditActs } from "./es/audit-acts.ts";
import { auditTold } from "./es/audit-told.ts";
import { ceremony } from "./es/ceremony.ts";
import { chooseAccount } from "./es/choose-account.ts";
import { common } from "./es/common.ts";
import { consent } from "./es/consent.ts";
import { created } from "./es/created.ts";
import { device } from "./es/device.ts";
import { deviceSignIn } from "./es/device-sign-in.ts";
import { disabledAccount } from "./es/disabled-account.ts";
import { emailAddress } from "./es/email-address.ts";
import { errors } from "./es/errors.ts";
import { failure } from "./es/failure.ts";
import { fields } from "./es/fields.ts";
import { handOver } from "./es/hand-over.ts";
import { invitation } from "./es/invitation.ts";
import { language } from "./es/language.ts";
import { mail } from "./es/mail.ts";
import { managePasskey } from "./es/manage-passkey.ts";
import { managedGroups } from "./es/managed-groups.ts";
import { myData } from "./es/my-data.ts";
import { noAccess } from "./es/no-access.ts";
import { notFound } from "./es/not-found.ts";
import { overview } from "./es/overview.ts";
import { passkeys } from "./es/passkeys.ts";
import { places } from "./es/places.ts";
import { policy } from "./es/policy.ts";
import { problems } from "./es/problems.ts";
import { profile } from "./es/profile.ts";
import { protocolError } from "./es/protocol-error.ts";
import { recovery } from "./es/recovery.ts";
import { recoveryCodes } from "./es/recovery-codes.ts";
import { refusals } from "./es/refusals.ts";
import { sessions } from "./es/sessions.ts";
import { setUp } from "./es/set-up.ts";
import { signIn } from "./es/sign-in.ts";
import { signOut } from "./es/sign-out.ts";
import { signUp } from "./es/sign-up.ts";
import { theme } from "./es/theme.ts";
import { thisDevice } from "./es/this-device.ts";

export const es: Translated<typeof en> = {
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

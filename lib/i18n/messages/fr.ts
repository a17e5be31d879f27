/** The French catalogue. */
import type { Translated } from "../translated.ts";
import type { en } from "./en.ts";
import { account } from "./fr/account.ts";
import { activity } from "./fr/activity.ts";
import { addPasskey } from "./fr/add-passkey.ts";
import { admin } from "./fr/admin.ts";
import { adminApiKeys } from "./fr/admin-api-keys.ts";
import { adminAudit } from "./fr/admin-audit.ts";
import { adminBranding } from "./fr/admin-branding.ts";
import { adminBulk } from "./fr/admin-bulk.ts";
import { adminClient } from "./fr/admin-client.ts";
import { adminClients } from "./fr/admin-clients.ts";
import { adminConsents } from "./fr/admin-consents.ts";
import { adminGroups } from "./fr/admin-groups.ts";
import { adminHealth } from "./fr/admin-health.ts";
import { adminInvitations } from "./fr/admin-invitations.ts";
import { adminMail } from "./fr/admin-mail.ts";
import { adminNewClient } from "./fr/admin-new-client.ts";
import { adminOverview } from "./fr/admin-overview.ts";
import { adminPasskeys } from "./fr/admin-passkeys.ts";
import { adminPerson } from "./fr/admin-person.ts";
import { adminPolicy } from "./fr/admin-policy.ts";
import { adminReach } from "./fr/admin-reach.ts";
import { adminSessions } from "./fr/admin-sessions.ts";
import { adminSigningKeys } from "./fr/admin-signing-keys.ts";
import { adminTestSignIn } from "./fr/admin-test-sign-in.ts";
import { adminUsers } from "./fr/admin-users.ts";
import { apiDocs } from "./fr/api-docs.ts";
import { approve } from "./fr/approve.ts";
import { apps } from "./fr/apps.ts";
import { auditActs } from "./fr/audit-acts.ts";
import { auditTold } from "./fr/audit-told.ts";
import { ceremony } from "./fr/ceremony.ts";
import { chooseAccount } from "./fr/choose-account.ts";
import { common } from "./fr/common.ts";
import { consent } from "./fr/consent.ts";
import { created } from "./fr/created.ts";
import { device } from "./fr/device.ts";
import { deviceSignIn } from "./fr/device-sign-in.ts";
import { disabledAccount } from "./fr/disabled-account.ts";
import { emailAddress } from "./fr/email-address.ts";
import { errors } from "./fr/errors.ts";
import { failure } from "./fr/failure.ts";
import { fields } from "./fr/fields.ts";
import { handOver } from "./fr/hand-over.ts";
import { invitation } from "./fr/invitation.ts";
import { language } from "./fr/language.ts";
import { mail } from "./fr/mail.ts";
import { managePasskey } from "./fr/manage-passkey.ts";
import { managedGroups } from "./fr/managed-groups.ts";
import { myData } from "./fr/my-data.ts";
import { noAccess } from "./fr/no-access.ts";
import { notFound } from "./fr/not-found.ts";
import { overview } from "./fr/overview.ts";
import { passkeys } from "./fr/passkeys.ts";
import { places } from "./fr/places.ts";
import { policy } from "./fr/policy.ts";
import { problems } from "./fr/problems.ts";
import { profile } from "./fr/profile.ts";
import { protocolError } from "./fr/protocol-error.ts";
import { recovery } from "./fr/recovery.ts";
import { recoveryCodes } from "./fr/recovery-codes.ts";
import { refusals } from "./fr/refusals.ts";
import { sessions } from "./fr/sessions.ts";
import { setUp } from "./fr/set-up.ts";
import { signIn } from "./fr/sign-in.ts";
import { signOut } from "./fr/sign-out.ts";
import { signUp } from "./fr/sign-up.ts";
import { theme } from "./fr/theme.ts";
import { thisDevice } from "./fr/this-device.ts";

export const fr: Translated<typeof en> = {
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

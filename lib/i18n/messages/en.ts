/** The English catalogue: one file for each area, so that people who work on different screens do not meet. */
import { account } from "./en/account.ts";
import { activity } from "./en/activity.ts";
import { addPasskey } from "./en/add-passkey.ts";
import { admin } from "./en/admin.ts";
import { adminApiKeys } from "./en/admin-api-keys.ts";
import { adminAudit } from "./en/admin-audit.ts";
import { adminBranding } from "./en/admin-branding.ts";
import { adminBulk } from "./en/admin-bulk.ts";
import { adminClient } from "./en/admin-client.ts";
import { adminClients } from "./en/admin-clients.ts";
import { adminConsents } from "./en/admin-consents.ts";
import { adminGroups } from "./en/admin-groups.ts";
import { adminHealth } from "./en/admin-health.ts";
import { adminInvitations } from "./en/admin-invitations.ts";
import { adminMail } from "./en/admin-mail.ts";
import { adminNewClient } from "./en/admin-new-client.ts";
import { adminOverview } from "./en/admin-overview.ts";
import { adminPasskeys } from "./en/admin-passkeys.ts";
import { adminPerson } from "./en/admin-person.ts";
import { adminPolicy } from "./en/admin-policy.ts";
import { adminReach } from "./en/admin-reach.ts";
import { adminSessions } from "./en/admin-sessions.ts";
import { adminSigningKeys } from "./en/admin-signing-keys.ts";
import { adminTestSignIn } from "./en/admin-test-sign-in.ts";
import { adminUsers } from "./en/admin-users.ts";
import { apiDocs } from "./en/api-docs.ts";
import { approve } from "./en/approve.ts";
import { apps } from "./en/apps.ts";
import { auditActs } from "./en/audit-acts.ts";
import { auditTold } from "./en/audit-told.ts";
import { ceremony } from "./en/ceremony.ts";
import { chooseAccount } from "./en/choose-account.ts";
import { common } from "./en/common.ts";
import { consent } from "./en/consent.ts";
import { created } from "./en/created.ts";
import { device } from "./en/device.ts";
import { deviceSignIn } from "./en/device-sign-in.ts";
import { disabledAccount } from "./en/disabled-account.ts";
import { emailAddress } from "./en/email-address.ts";
import { errors } from "./en/errors.ts";
import { failure } from "./en/failure.ts";
import { fields } from "./en/fields.ts";
import { handOver } from "./en/hand-over.ts";
import { invitation } from "./en/invitation.ts";
import { language } from "./en/language.ts";
import { mail } from "./en/mail.ts";
import { managePasskey } from "./en/manage-passkey.ts";
import { managedGroups } from "./en/managed-groups.ts";
import { myData } from "./en/my-data.ts";
import { noAccess } from "./en/no-access.ts";
import { notFound } from "./en/not-found.ts";
import { overview } from "./en/overview.ts";
import { passkeys } from "./en/passkeys.ts";
import { places } from "./en/places.ts";
import { policy } from "./en/policy.ts";
import { problems } from "./en/problems.ts";
import { profile } from "./en/profile.ts";
import { protocolError } from "./en/protocol-error.ts";
import { recovery } from "./en/recovery.ts";
import { recoveryCodes } from "./en/recovery-codes.ts";
import { refusals } from "./en/refusals.ts";
import { sessions } from "./en/sessions.ts";
import { setUp } from "./en/set-up.ts";
import { signIn } from "./en/sign-in.ts";
import { signOut } from "./en/sign-out.ts";
import { signUp } from "./en/sign-up.ts";
import { theme } from "./en/theme.ts";
import { thisDevice } from "./en/this-device.ts";

/** ICU MessageFormat; keys say where a text stands, not what it says. The other languages have exactly these keys. */
export const en = {
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
} as const;

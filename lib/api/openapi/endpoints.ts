/** Every endpoint of the JSON API; a test holds the list against `app/api`. */
import type { DescribedHandler } from "#lib/http/route-contract.ts";
import { deleteApiKey, getApiKeys, postApiKey } from "../admin/api-keys.ts";
import { postPolicyPreview, putPolicy, readPolicy } from "../admin/attestation-policy.ts";
import { getAuditEvents, getNewerAuditEvents, getOneAuditEvent } from "../admin/audit.ts";
import { getAuditExport } from "../admin/audit-export.ts";
import { deleteBranding, patchBranding, readBranding } from "../admin/branding.ts";
import { deleteBrandImage, putBrandImage } from "../admin/branding-images.ts";
import { postClaimsPreview } from "../admin/claims-preview.ts";
import { deleteOneClient, getOneClient, patchClient } from "../admin/client.ts";
import { getClientErrors } from "../admin/client-errors.ts";
import { deleteClientLogo, postClientLogoFetch, putClientLogo } from "../admin/client-logo.ts";
import { deleteOneClientSecret, postClientSecret } from "../admin/client-secrets.ts";
import { postClientDisable, postClientEnable, putClientGroups } from "../admin/client-state.ts";
import { getClients, postClient } from "../admin/clients.ts";
import { deleteConsentOfUser, getConsents, getConsentsOfUser } from "../admin/consents.ts";
import { getCredentialModels, getCredentials, revokeCredentials } from "../admin/credentials.ts";
import {
  deleteGroupClaim,
  deleteUserClaim,
  getGroupClaims,
  getUserClaims,
  putGroupClaim,
  putUserClaim,
} from "../admin/custom-claims.ts";
import { deleteGroup, getGroup, patchGroup } from "../admin/group.ts";
import { deleteGroupPolicy, putGroupPolicy, readGroupPolicy } from "../admin/group-attestation-policy.ts";
import { deleteGroupManager, getGroupManagers, putGroupManager } from "../admin/group-managers.ts";
import { deleteGroupMember, putGroupMember } from "../admin/group-member.ts";
import { getGroupMembers } from "../admin/group-members.ts";
import { getGroups, postGroup } from "../admin/groups.ts";
import { getAdminHealth } from "../admin/health.ts";
import { deleteInvitation, getInvitations, postInvitation } from "../admin/invitations.ts";
import {
  getAppsExport,
  getGroupsExport,
  getPasskeysExport,
  getSessionsExport,
} from "../admin/list-exports.ts";
import { deleteMail, postMailRetry, postTestMail, readMail } from "../admin/mail.ts";
import { getOverview } from "../admin/overview.ts";
import { postRecoveryLink } from "../admin/recovery-link.ts";
import {
  deleteRegistrationTokens,
  getRegistrationTokens,
  postRegistrationToken,
} from "../admin/registration-tokens.ts";
import { revokeCredential } from "../admin/revoke-credential.ts";
import {
  deleteAnySession,
  deleteSessionsOfUser,
  getAllSessions,
  postSessionsEnd,
} from "../admin/sessions.ts";
import { patchSettings, readSettings } from "../admin/settings.ts";
import { getSigningKeys, postSigningKeyRevocation, postSigningKeyRotation } from "../admin/signing-keys.ts";
import { deleteOneUser, getUser, patchUser } from "../admin/user.ts";
import { getGroupsOfUser } from "../admin/user-groups.ts";
import { putUserRole } from "../admin/user-role.ts";
import { postUserDisable, postUserEnable } from "../admin/user-state.ts";
import { getUsers } from "../admin/users.ts";
import { getUsersExport } from "../admin/users-export.ts";
import { getDeviceApproval, postDeviceApprovalDecision } from "../device-approvals/approving.ts";
import {
  getDeviceApprovalState,
  postDeviceApproval,
  postDeviceApprovalCompletion,
} from "../device-approvals/waiting.ts";
import { getHealth, getLiveness } from "../health/health.ts";
import { deleteMe } from "../me/account.ts";
import { getActivity } from "../me/activity.ts";
import { deleteApp, getApps } from "../me/apps.ts";
import {
  deleteEmail,
  getEmail,
  postEmail,
  postEmailConfirmation,
  postEmailVerification,
} from "../me/email.ts";
import { getExport } from "../me/export.ts";
import { deleteManagedMember, getManagedGroups, getManagedMembers, postManagedMember } from "../me/groups.ts";
import { deletePasskey, patchPasskey } from "../me/passkey.ts";
import { getPasskeys } from "../me/passkeys.ts";
import { deletePicture, putPicture } from "../me/picture.ts";
import { getProfile, patchProfile } from "../me/profile.ts";
import { getRecoveryCodes, postRecoveryCodes } from "../me/recovery-codes.ts";
import { deleteSession, getSessions, postEndOtherSessions } from "../me/sessions.ts";
import { getSignals } from "../me/signals.ts";
import { postRecoveryCode } from "../recovery/code.ts";
import { authenticateBegin } from "../webauthn/authenticate-begin.ts";
import { authenticateComplete } from "../webauthn/authenticate-complete.ts";
import { registerBegin } from "../webauthn/register-begin.ts";
import { registerComplete } from "../webauthn/register-complete.ts";
import { stepUpBegin } from "../webauthn/step-up-begin.ts";
import { stepUpComplete } from "../webauthn/step-up-complete.ts";
import { unknownCredential } from "../webauthn/unknown-credential.ts";

export const endpoints: readonly DescribedHandler[] = [
  registerBegin,
  registerComplete,
  authenticateBegin,
  authenticateComplete,
  stepUpBegin,
  stepUpComplete,
  unknownCredential,
  postRecoveryCode,
  postDeviceApproval,
  getDeviceApprovalState,
  postDeviceApprovalCompletion,
  getDeviceApproval,
  postDeviceApprovalDecision,
  getPasskeys,
  patchPasskey,
  deletePasskey,
  getSignals,
  getSessions,
  deleteSession,
  postEndOtherSessions,
  getActivity,
  getRecoveryCodes,
  postRecoveryCodes,
  getApps,
  deleteApp,
  getManagedGroups,
  getManagedMembers,
  postManagedMember,
  deleteManagedMember,
  getProfile,
  patchProfile,
  deleteMe,
  getExport,
  getEmail,
  postEmail,
  deleteEmail,
  postEmailVerification,
  postEmailConfirmation,
  putPicture,
  deletePicture,
  getApiKeys,
  postApiKey,
  deleteApiKey,
  getAuditEvents,
  getOneAuditEvent,
  getNewerAuditEvents,
  getAuditExport,
  getOverview,
  getInvitations,
  postInvitation,
  deleteInvitation,
  getUsers,
  getUsersExport,
  getPasskeysExport,
  getSessionsExport,
  getGroupsExport,
  getAppsExport,
  getUser,
  getGroupsOfUser,
  getUserClaims,
  putUserClaim,
  deleteUserClaim,
  getConsentsOfUser,
  deleteConsentOfUser,
  getConsents,
  patchUser,
  deleteOneUser,
  putUserRole,
  postUserDisable,
  postUserEnable,
  postRecoveryLink,
  deleteSessionsOfUser,
  getAllSessions,
  postSessionsEnd,
  deleteAnySession,
  getCredentials,
  getCredentialModels,
  revokeCredentials,
  revokeCredential,
  readBranding,
  patchBranding,
  deleteBranding,
  putBrandImage,
  deleteBrandImage,
  getClients,
  postClient,
  getOneClient,
  patchClient,
  deleteOneClient,
  postClientDisable,
  postClientEnable,
  putClientGroups,
  putClientLogo,
  deleteClientLogo,
  postClientLogoFetch,
  postClientSecret,
  deleteOneClientSecret,
  getClientErrors,
  getAdminHealth,
  readSettings,
  patchSettings,
  readMail,
  postTestMail,
  postMailRetry,
  deleteMail,
  readPolicy,
  putPolicy,
  postPolicyPreview,
  getGroups,
  postGroup,
  getGroup,
  patchGroup,
  deleteGroup,
  readGroupPolicy,
  putGroupPolicy,
  deleteGroupPolicy,
  getGroupMembers,
  getGroupManagers,
  putGroupManager,
  deleteGroupManager,
  putGroupMember,
  deleteGroupMember,
  getGroupClaims,
  putGroupClaim,
  deleteGroupClaim,
  getRegistrationTokens,
  postRegistrationToken,
  deleteRegistrationTokens,
  postClaimsPreview,
  getSigningKeys,
  postSigningKeyRotation,
  postSigningKeyRevocation,
  getHealth,
  getLiveness,
];

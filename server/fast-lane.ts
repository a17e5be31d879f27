/**
 * The endpoints that machines call, answered without Next's half millisecond by the very same route modules.
 * `fast-lane.test.ts` holds this table against `app/`.
 */
import * as authorizationServer from "#app/.well-known/oauth-authorization-server/route.ts";
import * as openidConfiguration from "#app/.well-known/openid-configuration/route.ts";
import * as passkeyEndpoints from "#app/.well-known/passkey-endpoints/route.ts";
import * as relatedOrigins from "#app/.well-known/webauthn/route.ts";
import * as apiKey from "#app/api/v1/admin/api-keys/[id]/route.ts";
import * as apiKeys from "#app/api/v1/admin/api-keys/route.ts";
import * as policyPreview from "#app/api/v1/admin/attestation-policy/preview/route.ts";
import * as attestationPolicy from "#app/api/v1/admin/attestation-policy/route.ts";
import * as auditEvent from "#app/api/v1/admin/audit/[id]/route.ts";
import * as auditExport from "#app/api/v1/admin/audit/export/route.ts";
import * as newerAuditEvents from "#app/api/v1/admin/audit/newer/route.ts";
import * as auditEvents from "#app/api/v1/admin/audit/route.ts";
import * as brandingImage from "#app/api/v1/admin/branding/images/[slot]/route.ts";
import * as branding from "#app/api/v1/admin/branding/route.ts";
import * as claimsPreview from "#app/api/v1/admin/clients/[id]/claims-preview/route.ts";
import * as clientDisable from "#app/api/v1/admin/clients/[id]/disable/route.ts";
import * as clientEnable from "#app/api/v1/admin/clients/[id]/enable/route.ts";
import * as clientErrors from "#app/api/v1/admin/clients/[id]/errors/route.ts";
import * as clientGroups from "#app/api/v1/admin/clients/[id]/groups/route.ts";
import * as clientLogoFetch from "#app/api/v1/admin/clients/[id]/logo/fetch/route.ts";
import * as clientLogo from "#app/api/v1/admin/clients/[id]/logo/route.ts";
import * as client from "#app/api/v1/admin/clients/[id]/route.ts";
import * as clientSecret from "#app/api/v1/admin/clients/[id]/secrets/[secretId]/route.ts";
import * as clientSecrets from "#app/api/v1/admin/clients/[id]/secrets/route.ts";
import * as clients from "#app/api/v1/admin/clients/route.ts";
import * as consents from "#app/api/v1/admin/consents/route.ts";
import * as revokeCredential from "#app/api/v1/admin/credentials/[id]/revoke/route.ts";
import * as credentialModels from "#app/api/v1/admin/credentials/models/route.ts";
import * as revokeCredentials from "#app/api/v1/admin/credentials/revoke/route.ts";
import * as credentials from "#app/api/v1/admin/credentials/route.ts";
import * as appsExport from "#app/api/v1/admin/exports/apps/route.ts";
import * as groupsExport from "#app/api/v1/admin/exports/groups/route.ts";
import * as passkeysExport from "#app/api/v1/admin/exports/passkeys/route.ts";
import * as sessionsExport from "#app/api/v1/admin/exports/sessions/route.ts";
import * as groupPolicy from "#app/api/v1/admin/groups/[id]/attestation-policy/route.ts";
import * as groupClaim from "#app/api/v1/admin/groups/[id]/claims/[name]/route.ts";
import * as groupClaims from "#app/api/v1/admin/groups/[id]/claims/route.ts";
import * as groupManager from "#app/api/v1/admin/groups/[id]/managers/[userId]/route.ts";
import * as groupManagers from "#app/api/v1/admin/groups/[id]/managers/route.ts";
import * as groupMember from "#app/api/v1/admin/groups/[id]/members/[userId]/route.ts";
import * as groupMembers from "#app/api/v1/admin/groups/[id]/members/route.ts";
import * as group from "#app/api/v1/admin/groups/[id]/route.ts";
import * as groups from "#app/api/v1/admin/groups/route.ts";
import * as adminHealth from "#app/api/v1/admin/health/route.ts";
import * as invitation from "#app/api/v1/admin/invitations/[id]/route.ts";
import * as invitations from "#app/api/v1/admin/invitations/route.ts";
import * as mailRetry from "#app/api/v1/admin/mail/messages/[id]/retry/route.ts";
import * as mailMessage from "#app/api/v1/admin/mail/messages/[id]/route.ts";
import * as mail from "#app/api/v1/admin/mail/route.ts";
import * as testMail from "#app/api/v1/admin/mail/test/route.ts";
import * as overview from "#app/api/v1/admin/overview/route.ts";
import * as registrationTokensOfName from "#app/api/v1/admin/registration-tokens/[name]/route.ts";
import * as registrationTokens from "#app/api/v1/admin/registration-tokens/route.ts";
import * as anySession from "#app/api/v1/admin/sessions/[id]/route.ts";
import * as endSessions from "#app/api/v1/admin/sessions/end/route.ts";
import * as allSessions from "#app/api/v1/admin/sessions/route.ts";
import * as settings from "#app/api/v1/admin/settings/route.ts";
import * as signingKeyRevocation from "#app/api/v1/admin/signing-keys/[kid]/revoke/route.ts";
import * as signingKeyRotation from "#app/api/v1/admin/signing-keys/rotate/route.ts";
import * as signingKeys from "#app/api/v1/admin/signing-keys/route.ts";
import * as userClaim from "#app/api/v1/admin/users/[id]/claims/[name]/route.ts";
import * as userClaims from "#app/api/v1/admin/users/[id]/claims/route.ts";
import * as userConsent from "#app/api/v1/admin/users/[id]/consents/[clientId]/route.ts";
import * as userConsents from "#app/api/v1/admin/users/[id]/consents/route.ts";
import * as userDisable from "#app/api/v1/admin/users/[id]/disable/route.ts";
import * as userEnable from "#app/api/v1/admin/users/[id]/enable/route.ts";
import * as userGroups from "#app/api/v1/admin/users/[id]/groups/route.ts";
import * as recoveryLink from "#app/api/v1/admin/users/[id]/recovery-link/route.ts";
import * as userRole from "#app/api/v1/admin/users/[id]/role/route.ts";
import * as user from "#app/api/v1/admin/users/[id]/route.ts";
import * as userSessions from "#app/api/v1/admin/users/[id]/sessions/route.ts";
import * as usersExport from "#app/api/v1/admin/users/export/route.ts";
import * as users from "#app/api/v1/admin/users/route.ts";
import * as deviceApprovalDecision from "#app/api/v1/device-approvals/[code]/decision/route.ts";
import * as deviceApproval from "#app/api/v1/device-approvals/[code]/route.ts";
import * as deviceApprovalCompletion from "#app/api/v1/device-approvals/current/complete/route.ts";
import * as deviceApprovalState from "#app/api/v1/device-approvals/current/route.ts";
import * as deviceApprovals from "#app/api/v1/device-approvals/route.ts";
import * as live from "#app/api/v1/health/live/route.ts";
import * as health from "#app/api/v1/health/route.ts";
import * as activity from "#app/api/v1/me/activity/route.ts";
import * as app from "#app/api/v1/me/apps/[clientId]/route.ts";
import * as apps from "#app/api/v1/me/apps/route.ts";
import * as emailConfirmation from "#app/api/v1/me/email/confirm/route.ts";
import * as email from "#app/api/v1/me/email/route.ts";
import * as emailVerification from "#app/api/v1/me/email/verify/route.ts";
import * as ownExport from "#app/api/v1/me/export/route.ts";
import * as managedMember from "#app/api/v1/me/groups/[id]/members/[userId]/route.ts";
import * as managedMembers from "#app/api/v1/me/groups/[id]/members/route.ts";
import * as managedGroups from "#app/api/v1/me/groups/route.ts";
import * as passkey from "#app/api/v1/me/passkeys/[id]/route.ts";
import * as passkeys from "#app/api/v1/me/passkeys/route.ts";
import * as picture from "#app/api/v1/me/picture/route.ts";
import * as profile from "#app/api/v1/me/profile/route.ts";
import * as recoveryCodes from "#app/api/v1/me/recovery-codes/route.ts";
import * as me from "#app/api/v1/me/route.ts";
import * as session from "#app/api/v1/me/sessions/[id]/route.ts";
import * as endOtherSessions from "#app/api/v1/me/sessions/end-others/route.ts";
import * as sessions from "#app/api/v1/me/sessions/route.ts";
import * as signals from "#app/api/v1/me/signals/route.ts";
import * as openapi from "#app/api/v1/openapi.json/route.ts";
import * as recoveryCode from "#app/api/v1/recovery/code/route.ts";
import * as authenticateBegin from "#app/api/v1/webauthn/authenticate/begin/route.ts";
import * as authenticateComplete from "#app/api/v1/webauthn/authenticate/complete/route.ts";
import * as registerBegin from "#app/api/v1/webauthn/register/begin/route.ts";
import * as registerComplete from "#app/api/v1/webauthn/register/complete/route.ts";
import * as stepUpBegin from "#app/api/v1/webauthn/step-up/begin/route.ts";
import * as stepUpComplete from "#app/api/v1/webauthn/step-up/complete/route.ts";
import * as unknownCredential from "#app/api/v1/webauthn/unknown-credential/route.ts";
import * as appLogo from "#app/app-logos/[name]/route.ts";
import * as appLogos from "#app/app-logos/route.ts";
import * as assertionOptions from "#app/assertion/options/route.ts";
import * as assertionResult from "#app/assertion/result/route.ts";
import * as attestationOptions from "#app/attestation/options/route.ts";
import * as attestationResult from "#app/attestation/result/route.ts";
import * as brandImage from "#app/brand/[name]/route.ts";
import * as brand from "#app/brand/route.ts";
import * as brandStyles from "#app/brand.css/route.ts";
import * as device from "#app/oauth/device/route.ts";
import * as introspect from "#app/oauth/introspect/route.ts";
import * as jwks from "#app/oauth/jwks/route.ts";
import * as pushed from "#app/oauth/par/route.ts";
import * as registration from "#app/oauth/register/[id]/route.ts";
import * as register from "#app/oauth/register/route.ts";
import * as revoke from "#app/oauth/revoke/route.ts";
import * as token from "#app/oauth/token/route.ts";
import * as userinfo from "#app/oauth/userinfo/route.ts";
import * as servedPicture from "#app/pictures/[name]/route.ts";
import * as pictures from "#app/pictures/route.ts";
import type { FastLane } from "./answer-fast-lane.ts";

export const fastLane: FastLane = {
  "GET /.well-known/oauth-authorization-server": authorizationServer.GET,
  "OPTIONS /.well-known/oauth-authorization-server": authorizationServer.OPTIONS,
  "GET /.well-known/openid-configuration": openidConfiguration.GET,
  "OPTIONS /.well-known/openid-configuration": openidConfiguration.OPTIONS,
  "GET /.well-known/passkey-endpoints": passkeyEndpoints.GET,
  "OPTIONS /.well-known/passkey-endpoints": passkeyEndpoints.OPTIONS,
  "GET /.well-known/webauthn": relatedOrigins.GET,
  "OPTIONS /.well-known/webauthn": relatedOrigins.OPTIONS,
  "GET /api/v1/admin/health": adminHealth.GET,
  "GET /api/v1/admin/mail": mail.GET,
  "POST /api/v1/admin/mail/test": testMail.POST,
  "DELETE /api/v1/admin/mail/messages/[id]": mailMessage.DELETE,
  "POST /api/v1/admin/mail/messages/[id]/retry": mailRetry.POST,
  "GET /api/v1/admin/settings": settings.GET,
  "PATCH /api/v1/admin/settings": settings.PATCH,
  "POST /api/v1/admin/attestation-policy/preview": policyPreview.POST,
  "GET /api/v1/admin/attestation-policy": attestationPolicy.GET,
  "PUT /api/v1/admin/attestation-policy": attestationPolicy.PUT,
  "GET /api/v1/admin/audit": auditEvents.GET,
  "GET /api/v1/admin/audit/[id]": auditEvent.GET,
  "GET /api/v1/admin/audit/export": auditExport.GET,
  "GET /api/v1/admin/audit/newer": newerAuditEvents.GET,
  "GET /api/v1/admin/exports/apps": appsExport.GET,
  "GET /api/v1/admin/exports/groups": groupsExport.GET,
  "GET /api/v1/admin/exports/passkeys": passkeysExport.GET,
  "GET /api/v1/admin/exports/sessions": sessionsExport.GET,
  "GET /api/v1/admin/branding": branding.GET,
  "PATCH /api/v1/admin/branding": branding.PATCH,
  "DELETE /api/v1/admin/branding": branding.DELETE,
  "PUT /api/v1/admin/branding/images/[slot]": brandingImage.PUT,
  "DELETE /api/v1/admin/branding/images/[slot]": brandingImage.DELETE,
  "GET /api/v1/admin/overview": overview.GET,
  "GET /api/v1/admin/clients": clients.GET,
  "POST /api/v1/admin/clients": clients.POST,
  "GET /api/v1/admin/clients/[id]": client.GET,
  "PATCH /api/v1/admin/clients/[id]": client.PATCH,
  "DELETE /api/v1/admin/clients/[id]": client.DELETE,
  "POST /api/v1/admin/clients/[id]/disable": clientDisable.POST,
  "POST /api/v1/admin/clients/[id]/enable": clientEnable.POST,
  "GET /api/v1/admin/clients/[id]/errors": clientErrors.GET,
  "POST /api/v1/admin/clients/[id]/claims-preview": claimsPreview.POST,
  "PUT /api/v1/admin/clients/[id]/groups": clientGroups.PUT,
  "PUT /api/v1/admin/clients/[id]/logo": clientLogo.PUT,
  "DELETE /api/v1/admin/clients/[id]/logo": clientLogo.DELETE,
  "POST /api/v1/admin/clients/[id]/logo/fetch": clientLogoFetch.POST,
  "POST /api/v1/admin/clients/[id]/secrets": clientSecrets.POST,
  "DELETE /api/v1/admin/clients/[id]/secrets/[secretId]": clientSecret.DELETE,
  "GET /api/v1/admin/credentials": credentials.GET,
  "GET /api/v1/admin/credentials/models": credentialModels.GET,
  "POST /api/v1/admin/credentials/revoke": revokeCredentials.POST,
  "POST /api/v1/admin/credentials/[id]/revoke": revokeCredential.POST,
  "GET /api/v1/admin/groups": groups.GET,
  "POST /api/v1/admin/groups": groups.POST,
  "GET /api/v1/admin/groups/[id]": group.GET,
  "PATCH /api/v1/admin/groups/[id]": group.PATCH,
  "DELETE /api/v1/admin/groups/[id]": group.DELETE,
  "GET /api/v1/admin/groups/[id]/attestation-policy": groupPolicy.GET,
  "PUT /api/v1/admin/groups/[id]/attestation-policy": groupPolicy.PUT,
  "DELETE /api/v1/admin/groups/[id]/attestation-policy": groupPolicy.DELETE,
  "GET /api/v1/admin/groups/[id]/managers": groupManagers.GET,
  "PUT /api/v1/admin/groups/[id]/managers/[userId]": groupManager.PUT,
  "DELETE /api/v1/admin/groups/[id]/managers/[userId]": groupManager.DELETE,
  "GET /api/v1/admin/groups/[id]/members": groupMembers.GET,
  "PUT /api/v1/admin/groups/[id]/members/[userId]": groupMember.PUT,
  "DELETE /api/v1/admin/groups/[id]/members/[userId]": groupMember.DELETE,
  "GET /api/v1/admin/api-keys": apiKeys.GET,
  "POST /api/v1/admin/api-keys": apiKeys.POST,
  "DELETE /api/v1/admin/api-keys/[id]": apiKey.DELETE,
  "GET /api/v1/admin/invitations": invitations.GET,
  "POST /api/v1/admin/invitations": invitations.POST,
  "DELETE /api/v1/admin/invitations/[id]": invitation.DELETE,
  "GET /api/v1/admin/sessions": allSessions.GET,
  "POST /api/v1/admin/sessions/end": endSessions.POST,
  "DELETE /api/v1/admin/sessions/[id]": anySession.DELETE,
  "GET /api/v1/admin/signing-keys": signingKeys.GET,
  "POST /api/v1/admin/signing-keys/rotate": signingKeyRotation.POST,
  "POST /api/v1/admin/signing-keys/[kid]/revoke": signingKeyRevocation.POST,
  "GET /api/v1/admin/consents": consents.GET,
  "GET /api/v1/admin/groups/[id]/claims": groupClaims.GET,
  "PUT /api/v1/admin/groups/[id]/claims/[name]": groupClaim.PUT,
  "DELETE /api/v1/admin/groups/[id]/claims/[name]": groupClaim.DELETE,
  "GET /api/v1/admin/registration-tokens": registrationTokens.GET,
  "POST /api/v1/admin/registration-tokens": registrationTokens.POST,
  "DELETE /api/v1/admin/registration-tokens/[name]": registrationTokensOfName.DELETE,
  "GET /api/v1/admin/users/[id]/claims": userClaims.GET,
  "PUT /api/v1/admin/users/[id]/claims/[name]": userClaim.PUT,
  "DELETE /api/v1/admin/users/[id]/claims/[name]": userClaim.DELETE,
  "GET /api/v1/admin/users/[id]/consents": userConsents.GET,
  "DELETE /api/v1/admin/users/[id]/consents/[clientId]": userConsent.DELETE,
  "GET /api/v1/admin/users/[id]/groups": userGroups.GET,
  "PUT /api/v1/admin/users/[id]/role": userRole.PUT,
  "GET /api/v1/admin/users/export": usersExport.GET,
  "GET /api/v1/admin/users": users.GET,
  "GET /api/v1/admin/users/[id]": user.GET,
  "PATCH /api/v1/admin/users/[id]": user.PATCH,
  "DELETE /api/v1/admin/users/[id]": user.DELETE,
  "POST /api/v1/admin/users/[id]/disable": userDisable.POST,
  "POST /api/v1/admin/users/[id]/enable": userEnable.POST,
  "POST /api/v1/admin/users/[id]/recovery-link": recoveryLink.POST,
  "DELETE /api/v1/admin/users/[id]/sessions": userSessions.DELETE,
  "POST /api/v1/device-approvals": deviceApprovals.POST,
  "GET /api/v1/device-approvals/current": deviceApprovalState.GET,
  "POST /api/v1/device-approvals/current/complete": deviceApprovalCompletion.POST,
  "GET /api/v1/device-approvals/[code]": deviceApproval.GET,
  "POST /api/v1/device-approvals/[code]/decision": deviceApprovalDecision.POST,
  "GET /api/v1/health": health.GET,
  "GET /api/v1/health/live": live.GET,
  "DELETE /api/v1/me": me.DELETE,
  "GET /api/v1/me/export": ownExport.GET,
  "GET /api/v1/me/activity": activity.GET,
  "GET /api/v1/me/groups": managedGroups.GET,
  "GET /api/v1/me/groups/[id]/members": managedMembers.GET,
  "POST /api/v1/me/groups/[id]/members": managedMembers.POST,
  "DELETE /api/v1/me/groups/[id]/members/[userId]": managedMember.DELETE,
  "GET /api/v1/me/apps": apps.GET,
  "DELETE /api/v1/me/apps/[clientId]": app.DELETE,
  "GET /api/v1/me/email": email.GET,
  "POST /api/v1/me/email": email.POST,
  "DELETE /api/v1/me/email": email.DELETE,
  "POST /api/v1/me/email/confirm": emailConfirmation.POST,
  "POST /api/v1/me/email/verify": emailVerification.POST,
  "GET /api/v1/me/passkeys": passkeys.GET,
  "PATCH /api/v1/me/passkeys/[id]": passkey.PATCH,
  "DELETE /api/v1/me/passkeys/[id]": passkey.DELETE,
  "PUT /api/v1/me/picture": picture.PUT,
  "DELETE /api/v1/me/picture": picture.DELETE,
  "GET /api/v1/me/profile": profile.GET,
  "PATCH /api/v1/me/profile": profile.PATCH,
  "GET /api/v1/me/recovery-codes": recoveryCodes.GET,
  "POST /api/v1/me/recovery-codes": recoveryCodes.POST,
  "GET /api/v1/me/sessions": sessions.GET,
  "POST /api/v1/me/sessions/end-others": endOtherSessions.POST,
  "DELETE /api/v1/me/sessions/[id]": session.DELETE,
  "GET /api/v1/me/signals": signals.GET,
  "GET /api/v1/openapi.json": openapi.GET,
  "POST /api/v1/recovery/code": recoveryCode.POST,
  "POST /api/v1/webauthn/authenticate/begin": authenticateBegin.POST,
  "POST /api/v1/webauthn/authenticate/complete": authenticateComplete.POST,
  "POST /api/v1/webauthn/register/begin": registerBegin.POST,
  "POST /api/v1/webauthn/register/complete": registerComplete.POST,
  "POST /api/v1/webauthn/step-up/begin": stepUpBegin.POST,
  "POST /api/v1/webauthn/step-up/complete": stepUpComplete.POST,
  "POST /api/v1/webauthn/unknown-credential": unknownCredential.POST,
  "POST /app-logos": appLogos.POST,
  "GET /app-logos/[name]": appLogo.GET,
  "POST /assertion/options": assertionOptions.POST,
  "POST /assertion/result": assertionResult.POST,
  "POST /attestation/options": attestationOptions.POST,
  "POST /attestation/result": attestationResult.POST,
  "POST /brand": brand.POST,
  "GET /brand/[name]": brandImage.GET,
  "GET /brand.css": brandStyles.GET,
  "POST /oauth/device": device.POST,
  "OPTIONS /oauth/device": device.OPTIONS,
  "GET /oauth/jwks": jwks.GET,
  "OPTIONS /oauth/jwks": jwks.OPTIONS,
  "POST /oauth/par": pushed.POST,
  "OPTIONS /oauth/par": pushed.OPTIONS,
  "POST /oauth/register": register.POST,
  "OPTIONS /oauth/register": register.OPTIONS,
  "GET /oauth/register/[id]": registration.GET,
  "PUT /oauth/register/[id]": registration.PUT,
  "DELETE /oauth/register/[id]": registration.DELETE,
  "OPTIONS /oauth/register/[id]": registration.OPTIONS,
  "POST /oauth/introspect": introspect.POST,
  "POST /oauth/revoke": revoke.POST,
  "OPTIONS /oauth/revoke": revoke.OPTIONS,
  "POST /oauth/token": token.POST,
  "OPTIONS /oauth/token": token.OPTIONS,
  "GET /oauth/userinfo": userinfo.GET,
  "POST /oauth/userinfo": userinfo.POST,
  "OPTIONS /oauth/userinfo": userinfo.OPTIONS,
  "POST /pictures": pictures.POST,
  "GET /pictures/[name]": servedPicture.GET,
};

/** The schedule: what is cleaned up and looked after, and how often. */
import { deleteExpiredLinks } from "#lib/accounts/cleanup.ts";
import { deleteExpiredDeviceApprovals } from "#lib/accounts/device-approval/cleanup.ts";
import { deleteExpiredEmailVerifications } from "#lib/accounts/email/cleanup.ts";
import { deleteExpiredInvitations } from "#lib/accounts/invitations/cleanup.ts";
import { deleteEndedApiKeys } from "#lib/api-keys/cleanup.ts";
import { deleteExpiredCalls } from "#lib/api-keys/idempotency/cleanup.ts";
import { deleteExpiredClientSecrets } from "#lib/clients/cleanup.ts";
import { deleteExpiredUsedJwts } from "#lib/clients/used-jwts/cleanup.ts";
import { deleteExpiredDeviceCodes } from "#lib/oidc/device/cleanup.ts";
import { deleteExpiredInteractions } from "#lib/oidc/interactions/cleanup.ts";
import { deleteExpiredPushedRequests } from "#lib/oidc/pushed/cleanup.ts";
import { deleteExpiredRegistrationTokens } from "#lib/oidc/registration/cleanup.ts";
import { deleteExpiredTestSignIns } from "#lib/oidc/test-sign-in/cleanup.ts";
import {
  deleteExpiredAccessTokens,
  deleteExpiredAuthorizationCodes,
  deleteExpiredRefreshTokens,
  dropSpentRotationAnswers,
} from "#lib/oidc/tokens/cleanup.ts";
import { deleteFinishedMessages } from "#lib/outbox/cleanup.ts";
import { onWake } from "#lib/outbox/wake.ts";
import { measurePeople } from "#lib/overview/people-figures.ts";
import { sumSignInHours } from "#lib/overview/sign-ins/sum-hours.ts";
import { deleteExpiredChallenges } from "#lib/passkeys/cleanup.ts";
import { deleteExpiredSessions } from "#lib/sessions/cleanup.ts";
import { forgetOldPlaces } from "#lib/sessions/places/cleanup.ts";
import { deliverOutbox } from "./deliver-outbox.ts";
import { refreshAuthenticatorMetadata } from "./refresh-authenticator-metadata.ts";
import { noticeChangedSettings } from "./refresh-settings.ts";
import { rotateSigningKeysOnSchedule } from "./rotate-signing-keys.ts";
import type { Job } from "./start-jobs.ts";

const minute = 60;
const hour = 3600;

export const scheduledJobs: readonly Job[] = [
  { name: "expired-challenges", everySeconds: minute, run: deleteExpiredChallenges },
  { name: "expired-device-approvals", everySeconds: minute, run: deleteExpiredDeviceApprovals },
  { name: "authenticator-metadata", everySeconds: 30, runEverywhere: refreshAuthenticatorMetadata },
  { name: "settings", everySeconds: 5, runEverywhere: noticeChangedSettings },
  { name: "signing-keys", everySeconds: 30, runEverywhere: rotateSigningKeysOnSchedule },
  { name: "outbox", everySeconds: 5, runEverywhere: deliverOutbox, wakeOn: onWake },
  { name: "finished-messages", everySeconds: hour, run: deleteFinishedMessages },
  { name: "expired-interactions", everySeconds: hour, run: deleteExpiredInteractions },
  { name: "expired-test-sign-ins", everySeconds: hour, run: deleteExpiredTestSignIns },
  { name: "expired-device-codes", everySeconds: hour, run: deleteExpiredDeviceCodes },
  { name: "expired-pushed-requests", everySeconds: hour, run: deleteExpiredPushedRequests },
  { name: "expired-codes", everySeconds: hour, run: deleteExpiredAuthorizationCodes },
  { name: "expired-access-tokens", everySeconds: hour, run: deleteExpiredAccessTokens },
  { name: "expired-client-secrets", everySeconds: hour, run: deleteExpiredClientSecrets },
  { name: "expired-refresh-tokens", everySeconds: hour, run: deleteExpiredRefreshTokens },
  { name: "spent-rotation-answers", everySeconds: minute, run: dropSpentRotationAnswers },
  { name: "expired-used-jwts", everySeconds: hour, run: deleteExpiredUsedJwts },
  { name: "expired-registration-tokens", everySeconds: hour, run: deleteExpiredRegistrationTokens },
  { name: "expired-links", everySeconds: hour, run: deleteExpiredLinks },
  { name: "expired-email-links", everySeconds: hour, run: deleteExpiredEmailVerifications },
  { name: "ended-api-keys", everySeconds: hour, run: deleteEndedApiKeys },
  { name: "expired-idempotency-keys", everySeconds: hour, run: deleteExpiredCalls },
  { name: "expired-invitations", everySeconds: hour, run: deleteExpiredInvitations },
  { name: "expired-sessions", everySeconds: hour, run: deleteExpiredSessions },
  { name: "sign-in-sums", everySeconds: minute, run: sumSignInHours },
  { name: "people-figures", everySeconds: 10 * minute, run: measurePeople },
  { name: "old-places", everySeconds: hour, run: forgetOldPlaces },
];

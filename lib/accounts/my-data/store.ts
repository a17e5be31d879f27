/** Everything that tables hold of one person: the columns that are theirs, and no secret or hash of one. */
import { and, asc, eq, gt, or, sql } from "drizzle-orm";
import { emailVerifications, signInPlaces, userPictures } from "#drizzle/schema/accounts.ts";
import { apiKeys } from "#drizzle/schema/api-keys.ts";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { clients } from "#drizzle/schema/clients.ts";
import { credentials } from "#drizzle/schema/credentials.ts";
import { groupManagers, groupMembers, groups } from "#drizzle/schema/groups.ts";
import type { AuditEventId, UserId } from "#drizzle/schema/ids.ts";
import { invitations, invitationUses } from "#drizzle/schema/invitations.ts";
import { sessionClients } from "#drizzle/schema/oidc.ts";
import { sessions } from "#drizzle/schema/sessions.ts";
import type { Db } from "#lib/db/client.ts";

export async function selectPicture(db: Db, userId: UserId) {
  const [row] = await db
    .select({
      mediaType: userPictures.mediaType,
      bytes: userPictures.bytes,
      createdAt: userPictures.createdAt,
    })
    .from(userPictures)
    .where(eq(userPictures.userId, userId));
  return row;
}

export async function selectPendingEmail(db: Db, userId: UserId) {
  const [row] = await db
    .select({
      email: emailVerifications.email,
      createdAt: emailVerifications.createdAt,
      expiresAt: emailVerifications.expiresAt,
    })
    .from(emailVerifications)
    .where(eq(emailVerifications.userId, userId));
  return row;
}

/** Removed ones too: their rows are kept. */
export function selectPasskeys(db: Db, userId: UserId) {
  return db
    .select({
      id: credentials.id,
      name: credentials.name,
      aaguid: credentials.aaguid,
      algorithm: credentials.algorithm,
      transports: credentials.transports,
      deviceType: credentials.deviceType,
      backupEligible: credentials.backupEligible,
      backupState: credentials.backupState,
      userVerified: credentials.userVerified,
      signCount: credentials.signCount,
      attestationFormat: credentials.attestationFormat,
      attestationTrust: credentials.attestationTrust,
      createdAt: credentials.createdAt,
      lastUsedAt: credentials.lastUsedAt,
      lastUsedIp: credentials.lastUsedIp,
      lastUsedUserAgent: credentials.lastUsedUserAgent,
      cloneSuspectedAt: credentials.cloneSuspectedAt,
      revokedAt: credentials.revokedAt,
      revokedReason: credentials.revokedReason,
    })
    .from(credentials)
    .where(eq(credentials.userId, userId))
    .orderBy(asc(credentials.id));
}

/** Those that have ended too, as long as their rows are there; each with the apps that it signed in to. */
export function selectOwnSessions(db: Db, userId: UserId) {
  return db
    .select({
      id: sessions.id,
      passkeyId: sessions.credentialId,
      method: sessions.method,
      acr: sessions.acr,
      amr: sessions.amr,
      createdAt: sessions.createdAt,
      authenticatedAt: sessions.authTime,
      lastActivityAt: sessions.lastActivityAt,
      expiresAt: sessions.expiresAt,
      endedAt: sessions.revokedAt,
      ip: sessions.ip,
      userAgent: sessions.userAgent,
      apps: sql<
        string[]
      >`coalesce(array_agg(${clients.name} order by ${clients.name}) filter (where ${clients.id} is not null), '{}')`,
    })
    .from(sessions)
    .leftJoin(sessionClients, eq(sessionClients.sessionId, sessions.id))
    .leftJoin(clients, eq(clients.id, sessionClients.clientId))
    .where(eq(sessions.userId, userId))
    .groupBy(sessions.id)
    .orderBy(asc(sessions.id));
}

export function selectOwnGroups(db: Db, userId: UserId) {
  return db
    .select({ name: groups.name, displayName: groups.displayName, since: groupMembers.addedAt })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(eq(groupMembers.userId, userId))
    .orderBy(asc(groups.name));
}

export function selectManagedGroups(db: Db, userId: UserId) {
  return db
    .select({ name: groups.name, displayName: groups.displayName, since: groupManagers.addedAt })
    .from(groupManagers)
    .innerJoin(groups, eq(groups.id, groupManagers.groupId))
    .where(eq(groupManagers.userId, userId))
    .orderBy(asc(groups.name));
}

/** By which the person came. What administrators note down about it is for them. */
export function selectUsedInvitations(db: Db, userId: UserId) {
  return db
    .select({
      id: invitations.id,
      email: invitations.email,
      createdAt: invitations.createdAt,
      usedAt: invitationUses.usedAt,
    })
    .from(invitationUses)
    .innerJoin(invitations, eq(invitations.id, invitationUses.invitationId))
    .where(eq(invitationUses.userId, userId));
}

/** That the person made, without the address of whom they are for. */
export function selectMadeInvitations(db: Db, userId: UserId) {
  return db
    .select({
      id: invitations.id,
      uses: invitations.uses,
      remainingUses: invitations.remainingUses,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      revokedAt: invitations.revokedAt,
    })
    .from(invitations)
    .where(eq(invitations.createdBy, userId))
    .orderBy(asc(invitations.id));
}

export function selectOwnApiKeys(db: Db, userId: UserId) {
  return db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      scopes: apiKeys.scopes,
      createdAt: apiKeys.createdAt,
      expiresAt: apiKeys.expiresAt,
      lastUsedAt: apiKeys.lastUsedAt,
      lastUsedIp: apiKeys.lastUsedIp,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .where(eq(apiKeys.createdBy, userId))
    .orderBy(asc(apiKeys.id));
}

/** Places are kept as hashes, so there is nothing to tell of them but when. */
export function selectPlaces(db: Db, userId: UserId) {
  return db
    .select({ firstSeenAt: signInPlaces.firstSeenAt, lastSeenAt: signInPlaces.lastSeenAt })
    .from(signInPlaces)
    .where(eq(signInPlaces.userId, userId))
    .orderBy(asc(signInPlaces.firstSeenAt));
}

export type OwnEvent = Awaited<ReturnType<typeof selectOwnEvents>>[number];

/** About the person, the oldest first, those after `after`. */
export function selectOwnEvents(
  db: Db,
  userId: UserId,
  after: { readonly at: Date; readonly id: AuditEventId } | undefined,
  limit: number,
) {
  const later =
    after &&
    or(
      gt(auditEvents.occurredAt, after.at),
      and(eq(auditEvents.occurredAt, after.at), gt(auditEvents.id, after.id)),
    );
  return db
    .select({
      id: auditEvents.id,
      occurredAt: auditEvents.occurredAt,
      action: auditEvents.action,
      outcome: auditEvents.outcome,
      reason: auditEvents.reason,
      actorType: auditEvents.actorType,
      actorId: auditEvents.actorId,
      clientId: auditEvents.clientId,
      passkeyId: auditEvents.credentialId,
      sessionId: auditEvents.sessionId,
      ip: auditEvents.ip,
      userAgent: auditEvents.userAgent,
      details: auditEvents.details,
    })
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectUserId, userId), later))
    .orderBy(asc(auditEvents.occurredAt), asc(auditEvents.id))
    .limit(limit);
}

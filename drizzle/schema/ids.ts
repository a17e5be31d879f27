/** Branded identifiers: a UserId cannot be passed where a ClientId is meant. All are UUID v7 unless said. */
declare const brand: unique symbol;
type Branded<T, B extends string> = T & { readonly [brand]: B };

export type UserId = Branded<string, "UserId">;
export type CredentialRowId = Branded<string, "CredentialRowId">;
export type SessionId = Branded<string, "SessionId">;
/** The `client_id` on the wire: chosen by the operator or made by us, 1 to 128 characters. */
export type ClientId = Branded<string, "ClientId">;
export type GrantId = Branded<string, "GrantId">;
export type InteractionRowId = Branded<string, "InteractionRowId">;
export type AuditEventId = Branded<string, "AuditEventId">;
export type GroupId = Branded<string, "GroupId">;
export type ClaimId = Branded<string, "ClaimId">;
export type OutboxMessageId = Branded<string, "OutboxMessageId">;
export type TestSignInId = Branded<string, "TestSignInId">;
export type ClientErrorId = Branded<string, "ClientErrorId">;
/** One line of refresh tokens, each made from the one before. */
export type TokenFamilyId = Branded<string, "TokenFamilyId">;
export type InvitationId = Branded<string, "InvitationId">;
export type DeviceApprovalId = Branded<string, "DeviceApprovalId">;
export type ApiKeyId = Branded<string, "ApiKeyId">;

/** A person's row → what the person and administrators see of it. */
import type { UserRow } from "#drizzle/schema/users.ts";
import { addressSchema, type User } from "./schema.ts";

export function describeUser(row: UserRow): User {
  const { webauthnHandle: _handle, emailVerifiedAt, phoneNumberVerifiedAt, address, ...columns } = row;
  return {
    ...columns,
    emailVerified: emailVerifiedAt !== null,
    phoneNumberVerified: phoneNumberVerifiedAt !== null,
    address: addressSchema.nullable().catch(null).parse(address),
  };
}

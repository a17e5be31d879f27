/** What a change of a profile does to the row: only what differs, and what follows from it. */
import type { UserRow, users } from "#drizzle/schema/users.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { describeUser } from "#lib/users/describe-user.ts";
import type { ProfileChange, User } from "#lib/users/schema.ts";

export interface PlannedChange {
  /** The columns to write; empty where everything is as asked already. */
  readonly columns: Partial<typeof users.$inferInsert>;
  /** The members that differ, with their values: for the audit trail. */
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** @throws DomainError VALIDATION_ERROR for a verified number where there is none */
export function planProfileChange(row: UserRow, change: ProfileChange, now: Date): PlannedChange {
  const old = describeUser(row);
  const { emailVerified, phoneNumberVerified, ...values } = withoutUnsaid(change);
  const next: User = { ...old, ...values };
  // What was checked was the old address, the old number.
  next.emailVerified = emailVerified ?? (old.emailVerified && next.username === old.username);
  next.phoneNumberVerified =
    phoneNumberVerified ?? (old.phoneNumberVerified && next.phoneNumber === old.phoneNumber);
  if (next.phoneNumberVerified && next.phoneNumber === null) throw nothingToVerify();
  const changed = (Object.keys(next) as (keyof User)[]).filter(
    (name) => JSON.stringify(next[name]) !== JSON.stringify(old[name]),
  );
  const pick = (user: User) => Object.fromEntries(changed.map((name) => [name, user[name]]));
  const {
    emailVerified: email,
    phoneNumberVerified: phone,
    ...columns
  } = pick(next) as Partial<Omit<User, "id">>;
  return {
    columns: {
      ...columns,
      ...(email === undefined ? {} : { emailVerifiedAt: email ? now : null }),
      ...(phone === undefined ? {} : { phoneNumberVerifiedAt: phone ? now : null }),
    },
    before: pick(old),
    after: pick(next),
  };
}

/** What is left out stays; null takes away. */
function withoutUnsaid<T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

function nothingToVerify(): DomainError {
  return new DomainError("VALIDATION_ERROR", {
    fields: [{ path: "phoneNumberVerified", message: "needs a phone number" }],
  });
}

/** A new group, without members. */
import type { GroupRow } from "#drizzle/schema/groups.ts";
import type { GroupId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { checkInput } from "./check-input.ts";
import { describeGroup, type Group } from "./describe-group.ts";
import { newGroupSchema } from "./schema.ts";
import { insertGroup } from "./store.ts";

export interface NewGroup {
  readonly name: string;
  readonly displayName?: string | undefined;
}

/**
 * For operators, and administrators who have just confirmed. Names are alike whatever their case.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, VALIDATION_ERROR, GROUP_EXISTS
 */
export function createGroup(ctx: Context, input: NewGroup): Promise<Group> {
  return auditRefusal(ctx, "group.created", async () => {
    checkPermission(ctx, "groups.write");
    const { name, displayName = name } = checkInput(newGroupSchema, input);
    const group: GroupRow = {
      id: newId<GroupId>(),
      name,
      displayName,
      attestationPolicy: null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    };
    await ctx.db.transaction(async (tx) => {
      await insertGroup(tx, group);
      await appendAuditEvent(ctx, tx, {
        action: "group.created",
        outcome: "success",
        details: { groupId: group.id, name, displayName },
      });
    });
    return describeGroup(group);
  });
}

/** One group: its members, its claims, its name. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "#components/admin/action-form.tsx";
import { BulkBar } from "#components/admin/bulk-bar.tsx";
import { ConfirmDialog } from "#components/admin/confirm-dialog.tsx";
import { type Column, DataTable } from "#components/admin/data-table.tsx";
import { FormField } from "#components/admin/form-field.tsx";
import { Panel } from "#components/admin/panel.tsx";
import { PersonCell } from "#components/admin/person-cell.tsx";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { listCustomClaims } from "#lib/groups/claims/list-custom-claims.ts";
import type { CustomClaim } from "#lib/groups/claims/store.ts";
import type { Group } from "#lib/groups/describe-group.ts";
import { getGroup } from "#lib/groups/get-group.ts";
import { type GroupMember, listGroupMembers } from "#lib/groups/list-group-members.ts";
import { listGroupManagers } from "#lib/groups/managers/list-managers.ts";
import { groupIdSchema, memberPageSchema } from "#lib/groups/schema.ts";
import type { SignedInContext } from "#lib/http/define-route.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { ceremonyWords } from "../../../../(auth)/passkey-words.ts";
import { listQuery } from "../../../../list-query.ts";
import { administrationPageContext, pageLanguage } from "../../../../page-context.ts";
import type { SearchParams } from "../../../../search-params.ts";
import { bulkBarWords } from "../../bulk-bar-words.ts";
import { changeMemberships } from "../../users/actions.ts";
import {
  addMember,
  changeGroup,
  deleteGroup,
  removeGroupClaim,
  removeMember,
  setGroupClaim,
} from "../actions.ts";
import { Managers } from "./managers.tsx";

const form = "members";

interface GroupPageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("adminGroups.title") };
}

async function readGroup(ctx: SignedInContext, id: GroupId): Promise<Group> {
  try {
    return await getGroup(ctx, { id });
  } catch (error) {
    if (error instanceof DomainError && error.code === "GROUP_NOT_FOUND") notFound();
    throw error;
  }
}

export default async function GroupPage({ params, searchParams }: GroupPageProps) {
  const parsed = groupIdSchema.safeParse((await params).id);
  if (!parsed.success) notFound();
  const id = parsed.data as GroupId;
  const path = `/admin/groups/${id}` as const;
  const ctx = await administrationPageContext("groups.read", path);
  const group = await readGroup(ctx, id);
  const language = await pageLanguage();
  const { after, limit } = await listQuery(memberPageSchema, searchParams);
  const [{ members, nextCursor }, claims, managers] = await Promise.all([
    listGroupMembers(ctx, { group: id, cursor: after as UserId | undefined, limit }),
    listCustomClaims(ctx, { group: id }),
    listGroupManagers(ctx, id),
  ]);
  const parts: Parts = {
    ctx,
    group,
    t: language.t,
    locale: language.locale,
    ceremony: ceremonyWords(language, ctx.config),
  };
  return (
    <>
      <h1 dir="auto">{group.displayName}</h1>
      <p className="mono text-muted" dir="ltr">
        {group.name}
      </p>
      <div className="mt-5 grid gap-5">
        <Members {...parts} members={members} moreHref={nextCursor && `${path}?after=${nextCursor}`} />
        <Managers
          group={id}
          managers={managers}
          mayChange={hasPermission(ctx, "groups.write")}
          t={parts.t}
          ceremony={parts.ceremony}
        />
        <Claims {...parts} claims={claims} />
        {hasPermission(ctx, "groups.write") ? <Settings {...parts} /> : null}
      </div>
    </>
  );
}

interface Parts {
  readonly ctx: SignedInContext;
  readonly group: Group;
  readonly t: Translate;
  readonly locale: string;
  readonly ceremony: CeremonyLabels;
}

interface MembersProps extends Parts {
  readonly members: readonly GroupMember[];
  readonly moreHref: string | undefined;
}

function Members({ ctx, group, t, locale, ceremony, members, moreHref }: MembersProps) {
  const mayChange = hasPermission(ctx, "groups.members");
  const columns: Column<GroupMember>[] = [
    {
      key: "member",
      label: t("adminGroups.member"),
      cell: ({ id, displayName, username }) => (
        <PersonCell href={`/admin/users/${id}`} displayName={displayName} username={username} />
      ),
    },
    {
      key: "since",
      label: t("adminGroups.since"),
      cell: ({ addedAt }) => <LocalTime value={addedAt.toISOString()} locale={locale} detail="day" />,
    },
  ];
  if (mayChange)
    columns.push({
      key: "remove",
      label: t("adminGroups.remove"),
      cell: ({ id: userId, displayName: name }) => (
        <ConfirmDialog
          action={removeMember}
          ceremony={ceremony}
          trigger={t("adminGroups.remove")}
          triggerLabel={t("adminGroups.removeNamed", { name })}
          title={t("adminGroups.removeTitle", { name })}
          body={t("adminGroups.removeBody")}
          confirm={t("adminGroups.remove")}
          cancel={t("admin.action.cancel")}
          done={t("admin.action.done")}
        >
          <input type="hidden" name="id" value={group.id} />
          <input type="hidden" name="userId" value={userId} />
        </ConfirmDialog>
      ),
    });
  return (
    <Panel title={t("adminGroups.members")}>
      {members.length === 0 ? (
        <p className="text-muted">{t("adminGroups.membersNone")}</p>
      ) : (
        <div className="bulk-area">
          <DataTable
            caption={t("adminGroups.members")}
            columns={columns}
            rows={members}
            rowKey={({ id }) => id}
            select={
              mayChange
                ? {
                    form,
                    name: "ids",
                    label: ({ displayName: name }) => t("admin.list.selectOne", { name }),
                    heading: t("admin.list.select"),
                  }
                : undefined
            }
          />
          {mayChange ? (
            <BulkBar
              form={form}
              changes={[
                {
                  kind: "remove_from_group",
                  label: t("adminBulk.removeMembers"),
                  action: changeMemberships,
                  fields: { groupId: group.id },
                  undo: "add_to_group",
                  question: t("adminBulk.groupBody"),
                },
              ]}
              ceremony={ceremony}
              words={bulkBarWords(t)}
            />
          ) : null}
        </div>
      )}
      {moreHref ? (
        <p className="mt-3">
          <a href={moreHref} className="text-link">
            {t("adminGroups.more")}
          </a>
        </p>
      ) : null}
      {mayChange ? (
        <ActionForm
          action={addMember}
          ceremony={ceremony}
          submit={t("adminGroups.addMember")}
          done={t("admin.action.done")}
          tone="secondary"
          className="mt-4 max-w-96"
          resets
        >
          <input type="hidden" name="id" value={group.id} />
          <FormField name="email" type="email" label={t("adminGroups.memberEmail")} />
        </ActionForm>
      ) : null}
    </Panel>
  );
}

function Claims({ ctx, group, t, ceremony, claims }: Parts & { readonly claims: readonly CustomClaim[] }) {
  const mayChange = hasPermission(ctx, "groups.write");
  const columns: Column<CustomClaim>[] = [
    {
      key: "name",
      label: t("adminGroups.claimName"),
      cell: ({ name }) => (
        <span className="mono" dir="ltr">
          {name}
        </span>
      ),
    },
    {
      key: "value",
      label: t("adminGroups.claimValue"),
      cell: ({ value }) => (
        <span className="mono" dir="ltr">
          {JSON.stringify(value)}
        </span>
      ),
    },
  ];
  if (mayChange)
    columns.push({
      key: "remove",
      label: t("adminGroups.remove"),
      cell: ({ name }) => (
        <ActionForm
          action={removeGroupClaim}
          ceremony={ceremony}
          submit={t("adminGroups.remove")}
          submitLabel={t("adminGroups.removeClaim", { name })}
          done={t("admin.action.done")}
          tone="secondary"
          size="small"
        >
          <input type="hidden" name="id" value={group.id} />
          <input type="hidden" name="name" value={name} />
        </ActionForm>
      ),
    });
  return (
    <Panel title={t("adminGroups.claims")} lead={t("adminGroups.claimsLead")}>
      {claims.length === 0 ? (
        <p className="text-muted">{t("adminGroups.claimsNone")}</p>
      ) : (
        <DataTable
          caption={t("adminGroups.claims")}
          columns={columns}
          rows={claims}
          rowKey={({ name }) => name}
        />
      )}
      {mayChange ? (
        <ActionForm
          action={setGroupClaim}
          ceremony={ceremony}
          submit={t("adminGroups.setClaim")}
          done={t("admin.action.saved")}
          tone="secondary"
          className="mt-4"
          resets
        >
          <input type="hidden" name="id" value={group.id} />
          <div className="grid gap-4 sm:grid-cols-2">
            <FormField name="name" label={t("adminGroups.claimName")} dir="ltr" />
            <FormField
              name="value"
              label={t("adminGroups.claimValue")}
              hint={t("adminGroups.claimValueHint")}
            />
          </div>
        </ActionForm>
      ) : null}
    </Panel>
  );
}

function Settings({ group, t, ceremony }: Parts) {
  const name = group.displayName;
  return (
    <>
      <Panel title={t("adminGroups.settings")}>
        <ActionForm
          version={group.updatedAt.getTime()}
          action={changeGroup}
          ceremony={ceremony}
          submit={t("admin.action.save")}
          done={t("admin.action.saved")}
          className="max-w-96"
        >
          <input type="hidden" name="id" value={group.id} />
          <FormField name="displayName" label={t("adminGroups.displayName")} defaultValue={name} />
        </ActionForm>
      </Panel>
      <Panel title={t("adminGroups.danger")} tone="danger">
        <ConfirmDialog
          action={deleteGroup}
          ceremony={ceremony}
          trigger={t("adminGroups.delete")}
          triggerTone="danger"
          title={t("adminGroups.deleteTitle", { name })}
          body={t("adminGroups.deleteBody")}
          confirm={t("adminGroups.delete")}
          cancel={t("admin.action.cancel")}
          done={t("admin.action.done")}
          typed={{ label: t("adminGroups.typeName", { name: group.name }), value: group.name }}
          leadsTo="/admin/groups"
        >
          <input type="hidden" name="id" value={group.id} />
        </ConfirmDialog>
      </Panel>
    </>
  );
}

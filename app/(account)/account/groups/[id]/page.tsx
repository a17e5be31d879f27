/** A group that somebody manages: who is in it, and the way in and out. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeading } from "#components/account/page-heading.tsx";
import { ActionForm } from "#components/admin/action-form.tsx";
import { FormField } from "#components/admin/form-field.tsx";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { listManagedMembers } from "#lib/groups/managers/list-managed-members.ts";
import { groupIdSchema, memberPageSchema } from "#lib/groups/schema.ts";
import type { SignedInContext } from "#lib/http/define-route.ts";
import { ceremonyWords } from "../../../../(auth)/passkey-words.ts";
import { listQuery } from "../../../../list-query.ts";
import { pageLanguage, signedInPageContext } from "../../../../page-context.ts";
import type { SearchParams } from "../../../../search-params.ts";
import { addManagedMember } from "../actions.ts";
import { MemberRow } from "./member-row.tsx";

interface ManagedGroupProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("managedGroups.title") };
}

async function readMembers(ctx: SignedInContext, group: GroupId, searchParams: SearchParams) {
  const { after, limit } = await listQuery(memberPageSchema, searchParams);
  try {
    return await listManagedMembers(ctx, { group, cursor: after as UserId | undefined, limit });
  } catch (error) {
    if (error instanceof DomainError && error.code === "GROUP_NOT_FOUND") notFound();
    throw error;
  }
}

export default async function ManagedGroupPage({ params, searchParams }: ManagedGroupProps) {
  const parsed = groupIdSchema.safeParse((await params).id);
  if (!parsed.success) notFound();
  const path = `/account/groups/${parsed.data}` as const;
  const ctx = await signedInPageContext(path);
  const { group, members, nextCursor } = await readMembers(ctx, parsed.data as GroupId, searchParams);
  const language = await pageLanguage();
  const { t, locale } = language;
  const ceremony = ceremonyWords(language, ctx.config);
  return (
    <>
      <p className="mb-3 text-sm">
        <a href="/account/groups" className="text-link">
          {t("managedGroups.back")}
        </a>
      </p>
      <PageHeading title={<bdi>{group.displayName}</bdi>} lead={t("managedGroups.membersLead")} />
      <ActionForm
        action={addManagedMember}
        ceremony={ceremony}
        submit={t("managedGroups.add")}
        done={t("managedGroups.added")}
        className="mt-6 max-w-96 text-sm"
        resets
      >
        <input type="hidden" name="id" value={group.id} />
        <FormField
          name="email"
          type="email"
          label={t("managedGroups.email")}
          hint={t("managedGroups.emailHint")}
        />
      </ActionForm>
      {members.length === 0 ? (
        <p className="mt-6 text-muted">{t("managedGroups.empty")}</p>
      ) : (
        <ul className="mt-6 divide-y divide-border rounded-lg border border-border bg-surface">
          {members.map((member) => (
            <MemberRow
              key={member.id}
              group={group.id}
              member={member}
              t={t}
              locale={locale}
              ceremony={ceremony}
            />
          ))}
        </ul>
      )}
      {nextCursor ? (
        <p className="mt-3 text-sm">
          <a href={`${path}?after=${nextCursor}`} className="text-link">
            {t("managedGroups.more")}
          </a>
        </p>
      ) : null}
    </>
  );
}

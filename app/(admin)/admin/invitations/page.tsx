/** Who was invited, and inviting somebody. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { ConfirmDialog } from "#components/admin/confirm-dialog.tsx";
import { type Column, DataTable } from "#components/admin/data-table.tsx";
import { CheckField, FormField } from "#components/admin/form-field.tsx";
import { listAddress } from "#components/admin/list-address.ts";
import { Pager } from "#components/admin/pager.tsx";
import { Panel } from "#components/admin/panel.tsx";
import { SecretForm } from "#components/admin/secret-form.tsx";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { Badge } from "#components/ui/badge.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { InvitationId } from "#drizzle/schema/ids.ts";
import { listInvitations } from "#lib/accounts/invitations/list-invitations.ts";
import { type Invitation, invitationPageSchema } from "#lib/accounts/invitations/schema.ts";
import type { Group } from "#lib/groups/describe-group.ts";
import { listGroups } from "#lib/groups/list-groups.ts";
import type { SignedInContext } from "#lib/http/define-route.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { isMailConfigured } from "#lib/mail/is-mail-configured.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { ceremonyWords } from "../../../(auth)/passkey-words.ts";
import { listQuery } from "../../../list-query.ts";
import { administrationPageContext, pageLanguage } from "../../../page-context.ts";
import type { SearchParams } from "../../../search-params.ts";
import { invite, revokeInvitation } from "./actions.ts";

const path = "/admin/invitations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("adminInvitations.title") };
}

export default async function InvitationsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await administrationPageContext("invitations.read", path);
  const language = await pageLanguage();
  const { t, locale } = language;
  const { after, limit } = await listQuery(invitationPageSchema, searchParams);
  const { invitations, nextCursor } = await listInvitations(ctx, {
    cursor: after as InvitationId | undefined,
    limit,
  });
  const mayGroup = hasPermission(ctx, "groups.members");
  const { groups } = mayGroup ? await listGroups(ctx, { limit: 200 }) : { groups: [] };
  const ceremony = ceremonyWords(language, ctx.config);
  const mayInvite = hasPermission(ctx, "invitations.write");
  const columns = columnsOf(t, locale);
  if (mayInvite) columns.push(revokeColumn(t, ceremony));
  return (
    <>
      <PageHeading title={t("adminInvitations.title")} lead={t("adminInvitations.lead")} />
      <div className="mt-5 grid gap-5">
        {mayInvite ? <Invite ctx={ctx} t={t} ceremony={ceremony} groups={groups} /> : null}
        {invitations.length === 0 ? (
          <p className="py-4 text-muted">{t("adminInvitations.none")}</p>
        ) : (
          <div>
            <DataTable
              caption={t("adminInvitations.title")}
              columns={columns}
              rows={invitations}
              rowKey={({ id }) => id}
            />
            <Pager
              label={t("admin.list.pages")}
              count=""
              newerHref={undefined}
              olderHref={nextCursor && listAddress(path, {}, { after: nextCursor })}
              newer={t("admin.list.newer")}
              older={t("admin.list.older")}
            />
          </div>
        )}
      </div>
    </>
  );
}

interface InviteProps {
  readonly ctx: SignedInContext;
  readonly t: Translate;
  readonly ceremony: CeremonyLabels;
  readonly groups: readonly Group[];
}

function Invite({ ctx, t, ceremony, groups }: InviteProps) {
  if (ctx.config.signUp === "closed") return <Notice tone="info">{t("adminInvitations.closed")}</Notice>;
  return (
    <Panel title={t("adminInvitations.invite")}>
      <SecretForm
        action={invite}
        ceremony={ceremony}
        submit={t("adminInvitations.invite")}
        done={t("adminInvitations.mailed")}
        words={{
          label: t("adminInvitations.link"),
          once: t("adminInvitations.once"),
          copy: t("adminInvitations.copy"),
          copied: t("adminInvitations.copied"),
        }}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField
            name="email"
            type="email"
            label={t("adminInvitations.email")}
            hint={t("adminInvitations.emailHint")}
          />
          <FormField name="note" label={t("adminInvitations.note")} hint={t("adminInvitations.noteHint")} />
          <FormField
            name="uses"
            type="number"
            min={1}
            max={1000}
            defaultValue={1}
            label={t("adminInvitations.uses")}
          />
          <FormField
            name="days"
            type="number"
            min={1}
            max={90}
            defaultValue={7}
            label={t("adminInvitations.days")}
          />
        </div>
        {groups.length > 0 ? (
          <fieldset className="mt-4">
            <legend className="font-medium">{t("adminInvitations.groups")}</legend>
            <div className="mt-2 grid gap-2 sm:grid-cols-2">
              {groups.map(({ id, displayName }) => (
                <CheckField key={id} name="groups" value={id} label={displayName} />
              ))}
            </div>
          </fieldset>
        ) : null}
        {isMailConfigured(ctx.config) ? (
          <div className="mt-4">
            <CheckField name="mail" label={t("adminInvitations.mail")} />
          </div>
        ) : null}
      </SecretForm>
    </Panel>
  );
}

const tones = { open: "ok", used: "neutral", expired: "neutral", revoked: "warn" } as const;

function columnsOf(t: Translate, locale: Locale): Column<Invitation>[] {
  return [
    {
      key: "for",
      label: t("adminInvitations.recipient"),
      cell: ({ email, note, groups }) => (
        <>
          <bdi>{email ?? t("adminInvitations.anybody")}</bdi>
          {note === null ? null : (
            <span className="block font-normal text-muted" dir="auto">
              {note}
            </span>
          )}
          {groups.length === 0 ? null : (
            <span className="mono block font-normal text-muted" dir="ltr">
              {groups.map(({ name }) => name).join(" ")}
            </span>
          )}
        </>
      ),
    },
    {
      key: "state",
      label: t("adminInvitations.state"),
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`adminInvitations.states.${state}`)}</Badge>,
    },
    {
      key: "left",
      label: t("adminInvitations.left"),
      numeric: true,
      cell: ({ remainingUses, uses }) => `${remainingUses} / ${uses}`,
    },
    {
      key: "ends",
      label: t("adminInvitations.ends"),
      cell: ({ expiresAt }) => <LocalTime value={expiresAt.toISOString()} locale={locale} detail="minute" />,
    },
  ];
}

function revokeColumn(t: Translate, ceremony: CeremonyLabels): Column<Invitation> {
  return {
    key: "revoke",
    label: t("adminInvitations.revoke"),
    cell: ({ id, state, email }) =>
      state === "open" ? (
        <ConfirmDialog
          action={revokeInvitation}
          ceremony={ceremony}
          trigger={t("adminInvitations.revoke")}
          triggerLabel={t("adminInvitations.revokeNamed", { name: email ?? t("adminInvitations.anybody") })}
          title={t("adminInvitations.revokeTitle")}
          body={t("adminInvitations.revokeBody")}
          confirm={t("adminInvitations.revoke")}
          cancel={t("admin.action.cancel")}
          done={t("admin.action.done")}
        >
          <input type="hidden" name="id" value={id} />
        </ConfirmDialog>
      ) : (
        "—"
      ),
  };
}

/** A person's profile, role, the way back in, and what cannot be undone. */
import type { Metadata } from "next";
import { ActionForm } from "#components/admin/action-form.tsx";
import { ConfirmDialog } from "#components/admin/confirm-dialog.tsx";
import { Panel } from "#components/admin/panel.tsx";
import { SecretForm } from "#components/admin/secret-form.tsx";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import type { SignedInContext } from "#lib/http/define-route.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { isMailConfigured } from "#lib/mail/is-mail-configured.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { roleSchema } from "#lib/permissions/schema.ts";
import type { User } from "#lib/users/schema.ts";
import { ceremonyWords } from "../../../../(auth)/passkey-words.ts";
import { pageLanguage } from "../../../../page-context.ts";
import { changeUser, deleteUser, disableUser, enableUser, makeRecoveryLink, setRole } from "../actions.ts";
import { type PersonParams, personPage } from "./person.ts";

export async function generateMetadata({ params }: { params: PersonParams }): Promise<Metadata> {
  return { title: (await personPage((await params).id)).person.displayName };
}

export default async function PersonPage({ params }: { params: PersonParams }) {
  const { ctx, person } = await personPage((await params).id);
  const language = await pageLanguage();
  const parts = { ctx, person, t: language.t, ceremony: ceremonyWords(language, ctx.config) };
  const isOwn = person.id === ctx.actor.userId;
  return (
    <div className="grid gap-5">
      <Profile {...parts} />
      {hasPermission(ctx, "roles.write") ? <Role {...parts} /> : null}
      {hasPermission(ctx, "users.recover") && !isOwn && person.status === "active" ? (
        <Recovery {...parts} />
      ) : null}
      {hasPermission(ctx, "users.write") ? <Danger {...parts} /> : null}
    </div>
  );
}

interface Parts {
  readonly ctx: SignedInContext;
  readonly person: User;
  readonly t: Translate;
  readonly ceremony: CeremonyLabels;
}

function Profile({ ctx, person, t, ceremony }: Parts) {
  const mayChange = hasPermission(ctx, "users.write");
  const fields = [
    { name: "displayName", label: t("adminPerson.displayName"), value: person.displayName },
    { name: "username", label: t("adminPerson.email"), value: person.username },
    { name: "givenName", label: t("adminPerson.givenName"), value: person.givenName ?? "" },
    { name: "familyName", label: t("adminPerson.familyName"), value: person.familyName ?? "" },
  ];
  const inputs = (
    <>
      <input type="hidden" name="id" value={person.id} />
      <div className="grid gap-4 sm:grid-cols-2">
        {fields.map(({ name, label, value }) => (
          <label key={name} className="block font-medium">
            {label}
            <input
              name={name}
              defaultValue={value}
              readOnly={!mayChange}
              autoComplete="off"
              dir="auto"
              className="field-input mt-1.5 font-normal"
            />
          </label>
        ))}
      </div>
      <label className="mt-4 flex items-center gap-2.5">
        <input
          type="checkbox"
          name="emailVerified"
          defaultChecked={person.emailVerified}
          disabled={!mayChange}
          className="size-4.5 accent-(--accent)"
        />
        {t("adminPerson.emailVerified")}
      </label>
    </>
  );
  return (
    <Panel title={t("adminPerson.profile")}>
      {mayChange ? (
        <ActionForm
          version={person.updatedAt.getTime()}
          action={changeUser}
          ceremony={ceremony}
          submit={t("admin.action.save")}
          done={t("admin.action.saved")}
        >
          {inputs}
        </ActionForm>
      ) : (
        inputs
      )}
      <p className="mt-4 text-xs text-muted">
        {t("adminPerson.copyId")}{" "}
        <span className="mono select-all" dir="ltr">
          {person.id}
        </span>
      </p>
    </Panel>
  );
}

function Role({ person, t, ceremony }: Parts) {
  return (
    <Panel title={t("adminPerson.role")} lead={t("adminPerson.roleLead")}>
      <ActionForm
        action={setRole}
        ceremony={ceremony}
        submit={t("adminPerson.setRole")}
        done={t("admin.action.saved")}
        tone="secondary"
      >
        <input type="hidden" name="id" value={person.id} />
        <label className="block max-w-80 font-medium">
          <span className="sr-only">{t("adminPerson.role")}</span>
          <select
            name="role"
            defaultValue={person.role}
            key={person.role}
            className="field-input font-normal"
          >
            {roleSchema.options.map((role) => (
              <option key={role} value={role}>
                {t(`adminUsers.roles.${role}`)}
              </option>
            ))}
          </select>
        </label>
      </ActionForm>
    </Panel>
  );
}

function Recovery({ ctx, person, t, ceremony }: Parts) {
  return (
    <Panel title={t("adminPerson.recovery")} lead={t("adminPerson.recoveryLead")}>
      <SecretForm
        action={makeRecoveryLink}
        ceremony={ceremony}
        submit={t("adminPerson.makeLink")}
        tone="secondary"
        done={t("adminPerson.linkMailed")}
        words={{
          label: t("adminPerson.linkLabel"),
          once: t("adminPerson.once"),
          copy: t("adminPerson.copy"),
          copied: t("adminPerson.copied"),
        }}
      >
        <input type="hidden" name="id" value={person.id} />
        {isMailConfigured(ctx.config) ? (
          <label className="flex items-center gap-2.5">
            <input type="checkbox" name="mail" className="size-4.5 accent-(--accent)" />
            {t("adminPerson.mailIt", { email: person.username })}
          </label>
        ) : null}
      </SecretForm>
    </Panel>
  );
}

function Danger({ person, t, ceremony }: Parts) {
  const name = person.displayName;
  const id = <input type="hidden" name="id" value={person.id} />;
  return (
    <Panel
      title={t("adminPerson.danger")}
      tone="danger"
      {...(person.status === "disabled" ? { lead: t("adminPerson.enableLead") } : {})}
    >
      <div className="flex flex-wrap items-start gap-3">
        {person.status === "active" ? (
          <ConfirmDialog
            action={disableUser}
            ceremony={ceremony}
            trigger={t("adminPerson.disable")}
            title={t("adminPerson.disableTitle", { name })}
            body={t("adminPerson.disableBody")}
            confirm={t("adminPerson.disable")}
            cancel={t("admin.action.cancel")}
            done={t("admin.action.done")}
          >
            {id}
          </ConfirmDialog>
        ) : (
          <ActionForm
            action={enableUser}
            ceremony={ceremony}
            submit={t("adminPerson.enable")}
            done={t("adminPerson.enabled")}
            tone="secondary"
          >
            {id}
          </ActionForm>
        )}
        <ConfirmDialog
          action={deleteUser}
          ceremony={ceremony}
          trigger={t("adminPerson.delete")}
          triggerTone="danger"
          title={t("adminPerson.deleteTitle", { name })}
          body={t("adminPerson.deleteBody")}
          confirm={t("adminPerson.deleteConfirm")}
          cancel={t("admin.action.cancel")}
          done={t("admin.action.done")}
          typed={{ label: t("adminPerson.typeEmail", { email: person.username }), value: person.username }}
          leadsTo="/admin/users"
        >
          {id}
        </ConfirmDialog>
      </div>
    </Panel>
  );
}

/** The passkeys of all people: found by model, kind, use and proof, and revoked one, many, or a whole model. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { DataTable } from "#components/admin/data-table.tsx";
import { listAddress } from "#components/admin/list-address.ts";
import { ListFilters } from "#components/admin/list-filters.tsx";
import { Pager } from "#components/admin/pager.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { listModels } from "#lib/passkeys/directory/list-models.ts";
import { passkeyQuerySchema } from "#lib/passkeys/directory/schema.ts";
import { mostCounted, searchPasskeys } from "#lib/passkeys/directory/search-passkeys.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { ceremonyWords } from "../../../(auth)/passkey-words.ts";
import { listQuery } from "../../../list-query.ts";
import { administrationPageContext, pageLanguage } from "../../../page-context.ts";
import type { SearchParams } from "../../../search-params.ts";
import { allMatching } from "../all-matching.ts";
import { ListExport } from "../list-export.tsx";
import { countWords } from "../list-words.ts";
import { matchingPasskeys } from "./actions.ts";
import { passkeyColumns } from "./columns.tsx";
import { passkeyFilters } from "./filters.ts";
import { modelName } from "./model-name.ts";
import { RevokeModel, RevokeSelected, revokeForm } from "./revoke.tsx";

const path = "/admin/passkeys";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("adminPasskeys.title") };
}

export default async function PasskeysPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await administrationPageContext("credentials.read", path);
  const language = await pageLanguage();
  const { t, locale } = language;
  const query = await listQuery(passkeyQuerySchema, searchParams);
  const [{ passkeys, count, nextCursor, previousCursor }, models] = await Promise.all([
    searchPasskeys(ctx, query),
    listModels(ctx),
  ]);
  const { q, user, state, aaguid, kind, trust, sort } = query;
  const shown = { q, user, state, aaguid, kind, trust, sort };
  const isNarrowed = [q, user, state, aaguid, kind, trust].some((value) => value !== undefined);
  const mayRevoke = hasPermission(ctx, "credentials.revoke");
  const ceremony = ceremonyWords(language, ctx.config);
  const model = models.find((one) => one.aaguid === aaguid);
  const nameOf = ({ name, user: owner }: (typeof passkeys)[number]) =>
    t("adminPasskeys.ofPerson", { name, person: owner.displayName });
  return (
    <>
      <PageHeading
        title={t("adminPasskeys.title")}
        lead={t("adminPasskeys.lead")}
        action={
          model && mayRevoke ? (
            <RevokeModel t={t} ceremony={ceremony} model={model} name={modelName(t, model)} />
          ) : null
        }
      />
      <ListFilters
        path={path}
        search={{ label: t("adminPasskeys.searchLabel"), value: q }}
        filters={passkeyFilters(t, query, models)}
        keep={{ sort, user }}
        apply={t("admin.list.apply")}
        clear={
          isNarrowed ? { href: listAddress(path, {}, { sort }), label: t("admin.list.clear") } : undefined
        }
      />
      {state === "clone_suspected" && passkeys.length > 0 ? (
        <div className="mb-3">
          <Notice tone="warn">{t("adminPasskeys.copiedHint")}</Notice>
        </div>
      ) : null}
      <div className="bulk-area">
        {passkeys.length === 0 ? (
          <p className="py-8 text-center text-muted">{t("admin.list.noMatch")}</p>
        ) : (
          <DataTable
            caption={t("adminPasskeys.title")}
            columns={passkeyColumns(t, locale, path, shown)}
            rows={passkeys}
            rowKey={({ id }) => id}
            select={
              mayRevoke && state !== "revoked"
                ? {
                    form: revokeForm,
                    name: "ids",
                    label: (passkey) => t("admin.list.selectOne", { name: nameOf(passkey) }),
                    heading: t("admin.list.select"),
                  }
                : undefined
            }
          />
        )}
        {mayRevoke ? (
          <RevokeSelected
            t={t}
            ceremony={ceremony}
            matching={allMatching(t, {
              count,
              shown: passkeys.length,
              filters: { q, user, state, aaguid, kind, trust },
              action: matchingPasskeys,
            })}
            names={Object.fromEntries(passkeys.map((passkey) => [passkey.id, nameOf(passkey)]))}
          />
        ) : null}
      </div>
      <Pager
        label={t("admin.list.pages")}
        count={countWords(t, count, mostCounted)}
        newerHref={previousCursor && listAddress(path, shown, { before: previousCursor })}
        olderHref={nextCursor && listAddress(path, shown, { after: nextCursor })}
        newer={t("admin.list.newer")}
        older={t("admin.list.older")}
      />
      {count === 0 ? null : (
        <ListExport
          language={language}
          config={ctx.config}
          path="/api/v1/admin/exports/passkeys"
          filters={{ q, user, state, aaguid, kind, trust }}
        />
      )}
    </>
  );
}

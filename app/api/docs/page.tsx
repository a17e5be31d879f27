/** The API for whoever writes programs for it: made from the same document that `/api/v1/openapi.json` tells. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { Filter } from "#components/api-docs/filter.tsx";
import { Operation, type OperationWords } from "#components/api-docs/operation.tsx";
import { Brand } from "#components/ui/brand.tsx";
import { outlineApi } from "#lib/api/docs/outline-api.ts";
import type { ApiGroup } from "#lib/api/docs/schema.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { pageBrandView } from "../../page-brand.ts";
import { instanceConfig, pageLanguage } from "../../page-context.ts";
import { ThemeChoice } from "../../theme-choice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("apiDocs.title") };
}

export default async function ApiDocsPage() {
  const [config, { t, locale }, brand] = [
    await instanceConfig(),
    await pageLanguage(),
    await pageBrandView(),
  ];
  const groups = outlineApi(config);
  const words = operationWords(t);
  return (
    <div className="admin flex min-h-dvh flex-col text-sm">
      <a
        href="#content"
        className="button absolute start-4 top-2 z-10 -translate-y-24 focus-visible:translate-y-0"
      >
        {t("common.skipToContent")}
      </a>
      <header className="border-b border-border bg-surface">
        <div className="flex items-center px-4 py-2 sm:px-6">
          <Brand brand={brand} href="/" />
        </div>
      </header>
      <div className="grid w-full grow content-start gap-y-4 px-4 pt-4 pb-10 sm:px-6 lg:grid-cols-[17rem_minmax(0,1fr)] lg:gap-x-8 lg:pt-6">
        <Contents groups={groups} label={t("apiDocs.contents")} />
        <main id="content" tabIndex={-1} className="w-full max-w-220 min-w-0 outline-none">
          <PageHeading title={t("apiDocs.title")} lead={t("apiDocs.lead")} />
          <Beginning t={t} baseUrl={config.baseUrl} isEnglish={locale === "en"} />
          <Filter label={t("apiDocs.search")} nothing={t("apiDocs.nothing")} />
          {groups.map((group) => (
            <section key={group.id} data-api-group aria-labelledby={group.id} className="mt-6">
              <h2 id={group.id} className="mono mb-2 scroll-mt-4 font-medium break-all" dir="ltr">
                {group.path}
              </h2>
              <div className="grid gap-2" dir="ltr">
                {group.operations.map((operation) => (
                  <Operation key={operation.id} operation={operation} words={words} />
                ))}
              </div>
            </section>
          ))}
        </main>
      </div>
      <footer className="flex w-full flex-wrap justify-end gap-4 px-4 pb-6 sm:px-6">
        <ThemeChoice />
      </footer>
    </div>
  );
}

interface BeginningProps {
  readonly t: Translate;
  readonly baseUrl: string;
  readonly isEnglish: boolean;
}

/** How to call it at all. */
function Beginning({ t, baseUrl, isEnglish }: BeginningProps) {
  const facts = [t("apiDocs.keys"), t("apiDocs.envelope"), t("apiDocs.pages"), t("apiDocs.repeats")];
  return (
    <div className="my-5 grid max-w-[70ch] gap-3">
      <ul className="grid list-disc gap-1.5 ps-5">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <pre className="api-example" dir="ltr">
        <code>{`curl "${baseUrl}/api/v1/admin/users?limit=10" \\\n  -H "Authorization: Bearer $LATCHKEY_API_KEY"`}</code>
      </pre>
      <p>
        <a href="/api/v1/openapi.json" className="text-link">
          {t("apiDocs.document")}
        </a>
        {isEnglish ? null : <span className="text-muted"> · {t("apiDocs.english")}</span>}
      </p>
    </div>
  );
}

function Contents({ groups, label }: { readonly groups: readonly ApiGroup[]; readonly label: string }) {
  const links = (
    <ul className="grid gap-0.5" dir="ltr">
      {groups.map(({ id, path, operations }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            className="flex min-h-8 items-center justify-between gap-3 rounded-md px-3 hover:bg-sunken"
          >
            <span className="mono truncate">{path.split("/").slice(3).join("/")}</span>
            <span className="text-muted tabular-nums">{operations.length}</span>
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <div>
      <nav aria-label={label} className="lg:hidden">
        <details className="rounded-lg border border-border bg-surface">
          <summary className="flex min-h-11 cursor-pointer items-center rounded-lg px-3 font-medium">
            {label}
          </summary>
          <div className="border-t border-border p-2">{links}</div>
        </details>
      </nav>
      <nav
        aria-label={label}
        className="max-lg:hidden lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto"
      >
        {links}
      </nav>
    </div>
  );
}

function operationWords(t: Translate): OperationWords {
  return {
    access: {
      anyone: t("apiDocs.access.anyone"),
      optional: t("apiDocs.access.optional"),
      session: t("apiDocs.access.session"),
      key: t("apiDocs.access.key"),
    },
    permission: t("apiDocs.permission"),
    parameters: t("apiDocs.parameters"),
    body: t("apiDocs.body"),
    file: t("apiDocs.file"),
    answer: t("apiDocs.answer"),
    refusals: t("apiDocs.refusals"),
    example: t("apiDocs.example"),
    required: t("apiDocs.required"),
  };
}

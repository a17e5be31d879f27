/** What an app would learn of somebody, claim by claim with its reason. */
import { ListFilters } from "#components/admin/list-filters.tsx";
import { EmailAddress } from "#components/ui/email-address.tsx";
import type { UserId } from "#drizzle/schema/ids.ts";
import { personQuerySchema } from "#lib/accounts/people/schema.ts";
import { searchPeople } from "#lib/accounts/people/search-people.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { previewClaims } from "#lib/oidc/claims/preview-claims.ts";
import { userIdSchema } from "#lib/users/schema.ts";
import { administrationPageContext, pageLanguage } from "../../../../../page-context.ts";
import type { SearchParams } from "../../../../../search-params.ts";
import { clientHref } from "../../client-href.ts";
import { ClaimsTable, told } from "../claims-table.tsx";
import { type ClientParams, clientPage } from "../client.ts";

const mostFound = 8;

interface ClaimsPageProps {
  readonly params: ClientParams;
  readonly searchParams: SearchParams;
}

export default async function ClientClaimsPage({ params, searchParams }: ClaimsPageProps) {
  const { ctx, client } = await clientPage((await params).id);
  const path = clientHref(client.id, "claims");
  await administrationPageContext("users.read", path);
  const { t } = await pageLanguage();
  const { q, user } = await searchParams;
  const asked = personQuerySchema.safeParse({ q, limit: mostFound });
  const query = asked.success ? asked.data : personQuerySchema.parse({ limit: mostFound });
  const person = userIdSchema.safeParse(user);
  const { people } = query.q === undefined ? { people: [] } : await searchPeople(ctx, query);
  const claims = person.success ? await claimsOf(ctx, client.id, person.data as UserId) : undefined;
  const name = claims?.find((claim) => claim.name === "name")?.value ?? claims?.[0]?.value;
  return (
    <>
      <p className="max-w-[65ch] text-muted">{t("adminClient.claimsLead")}</p>
      <ListFilters
        path={path}
        search={{ label: t("adminClient.person"), value: query.q }}
        filters={[]}
        keep={{}}
        apply={t("adminClient.find")}
      />
      {query.q !== undefined && people.length === 0 ? (
        <p className="py-4 text-muted">{t("adminClient.nobody")}</p>
      ) : null}
      <ul className="mb-4 flex flex-wrap gap-2">
        {people.map(({ id, displayName, username }) => (
          <li key={id}>
            <a
              href={`${path}?${new URLSearchParams({ q: query.q ?? "", user: id })}`}
              aria-current={person.data === id ? "true" : undefined}
              className="block rounded-md border border-border bg-surface px-3 py-1.5 hover:bg-sunken aria-[current=true]:border-accent"
            >
              <span dir="auto" className="block font-medium">
                {displayName}
              </span>
              <span dir="auto" className="block text-muted">
                <EmailAddress address={username} />
              </span>
            </a>
          </li>
        ))}
      </ul>
      {claims ? (
        <>
          <h2 className="mb-2 text-base font-semibold">{t("adminClient.of", { name: told(name) })}</h2>
          <ClaimsTable claims={claims} t={t} />
        </>
      ) : null}
    </>
  );
}

async function claimsOf(ctx: Parameters<typeof previewClaims>[0], clientId: string, userId: UserId) {
  try {
    return await previewClaims(ctx, { clientId, userId });
  } catch (error) {
    if (error instanceof DomainError && error.code === "USER_NOT_FOUND") return undefined;
    throw error;
  }
}

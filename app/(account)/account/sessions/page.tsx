/** Where the person is signed in: this browser first, then the others, each with a way to end it. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { ConfirmedForm } from "#components/forms/confirmed-form.tsx";
import { DoneNote } from "#components/forms/done-note.tsx";
import { listOwnSessions } from "#lib/accounts/sessions/list-own-sessions.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { findPlaces } from "#lib/places/find-places.ts";
import { type OwnSession, sessionIdSchema } from "#lib/sessions/schema.ts";
import { pageLanguage, signedInPageContext } from "../../../page-context.ts";
import type { SearchParams } from "../../../search-params.ts";
import { endOtherSessions } from "./actions.ts";
import { SessionRow } from "./session-row.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("sessions.title") };
}

export default async function SessionsPage({ searchParams }: { searchParams: SearchParams }) {
  const { ended } = await searchParams;
  const ctx = await signedInPageContext("/account/sessions");
  const { t, format, locale } = await pageLanguage();
  const sessions = (await listOwnSessions(ctx)).toSorted(hereFirst);
  const placeOf = await findPlaces(ctx);
  const others = sessions.filter(({ current }) => !current);
  return (
    <>
      <PageHeading
        title={t("sessions.title")}
        lead={t("sessions.lead")}
        action={others.length > 1 ? <EndOthers t={t} /> : null}
      />
      <DoneNote
        act={readAct(ended)}
        text={ended === "others" ? t("sessions.endedOthers") : t("sessions.ended")}
      />
      <ul className="mt-6 divide-y divide-border rounded-lg border border-border bg-surface">
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            t={t}
            format={format}
            locale={locale}
            session={session}
            place={placeOf(session.ip)}
          />
        ))}
      </ul>
      {others.length === 0 ? <p className="mt-4 text-sm text-muted">{t("sessions.onlyHere")}</p> : null}
    </>
  );
}

function EndOthers({ t }: { readonly t: Translate }) {
  return (
    <ConfirmedForm
      action={endOtherSessions}
      words={{
        button: t("sessions.endOthers"),
        title: t("sessions.endOthersTitle"),
        body: t("sessions.endOthersBody"),
        confirm: t("sessions.endOthers"),
        keep: t("sessions.keep"),
      }}
    />
  );
}

/** This browser's, then by how lately they were used. */
function hereFirst(one: OwnSession, other: OwnSession): number {
  return (
    Number(other.current) - Number(one.current) ||
    other.lastActivityAt.getTime() - one.lastActivityAt.getTime()
  );
}

/** Only what the actions write: nobody's link should say that something was done. */
function readAct(ended: string | string[] | undefined): string | undefined {
  return ended === "others" ? ended : sessionIdSchema.safeParse(ended).data;
}

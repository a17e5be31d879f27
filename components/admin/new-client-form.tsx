"use client";
/** The form about a new app: its address fills the others, and what it is set up with is shown when it is made. */
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { ActionStatus } from "./action-status.tsx";
import { Connection, type ShownConnection } from "./connection.tsx";
import { CopyBlock } from "./copy-block.tsx";
import { type Choice, GroupChoice } from "./group-choice.tsx";
import { LinesField } from "./lines-field.tsx";
import { type Action, useConfirmedAction } from "./use-confirmed-action.ts";

export interface MadeClient extends ShownConnection {
  readonly name: string;
  readonly href: string;
  readonly secret?: string;
}

interface NewClientFormProps {
  readonly action: Action<MadeClient>;
  readonly ceremony: CeremonyLabels;
  readonly template: string;
  readonly name: string;
  /** Absent: such an app has no address. */
  readonly exampleUrl?: string;
  /** `{app}` stands for the address. */
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly groups: readonly Choice[];
  readonly words: Readonly<
    Record<
      | "name"
      | "nameHint"
      | "appUrl"
      | "appUrlHint"
      | "redirectUris"
      | "redirectUrisHint"
      | "postLogout"
      | "groups"
      | "groupsHint"
      | "groupsNone"
      | "firstParty"
      | "submit"
      | "made"
      | "secret"
      | "once"
      | "settings"
      | "open"
      | "copy"
      | "copied",
      string
    >
  >;
}

export function NewClientForm(props: NewClientFormProps) {
  const { action, ceremony, words, exampleUrl } = props;
  const { outcome, busy, ceremony: confirmation, act } = useConfirmedAction(action, ceremony);
  const [address, setAddress] = useState("");
  const id = useId();
  const filled = (patterns: readonly string[]) =>
    exampleUrl !== undefined && address.trim() === ""
      ? ""
      : patterns.map((pattern) => pattern.replaceAll("{app}", address.trim().replace(/\/$/, ""))).join("\n");

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    await act(new FormData(event.currentTarget));
  }

  if (outcome?.status === "done") return <Made made={outcome.result} words={words} />;
  return (
    <form onSubmit={send} noValidate className="grid max-w-160 gap-5">
      <input type="hidden" name="template" value={props.template} />
      <div>
        <label htmlFor={`${id}-name`} className="block font-medium">
          {words.name}
        </label>
        <input
          id={`${id}-name`}
          name="name"
          defaultValue={props.name}
          maxLength={100}
          required
          dir="auto"
          autoComplete="off"
          aria-describedby={`${id}-name-hint`}
          className="field-input mt-1.5"
        />
        <p id={`${id}-name-hint`} className="mt-1 text-muted">
          {words.nameHint}
        </p>
      </div>
      {exampleUrl === undefined ? null : (
        <div>
          <label htmlFor={`${id}-url`} className="block font-medium">
            {words.appUrl}
          </label>
          <input
            id={`${id}-url`}
            name="appUrl"
            type="url"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
            placeholder={exampleUrl}
            maxLength={500}
            required
            dir="ltr"
            autoComplete="off"
            aria-describedby={`${id}-url-hint`}
            className="field-input mono mt-1.5"
          />
          <p id={`${id}-url-hint`} className="mt-1 text-muted">
            {words.appUrlHint}
          </p>
        </div>
      )}
      {props.redirectUris.length > 0 ? (
        <LinesField
          name="redirectUris"
          label={words.redirectUris}
          hint={words.redirectUrisHint}
          filled={filled(props.redirectUris)}
        />
      ) : null}
      {props.postLogoutRedirectUris.length > 0 ? (
        <LinesField
          name="postLogoutRedirectUris"
          label={words.postLogout}
          filled={filled(props.postLogoutRedirectUris)}
        />
      ) : null}
      {props.redirectUris.length > 0 ? (
        <>
          <GroupChoice
            legend={words.groups}
            hint={words.groupsHint}
            none={words.groupsNone}
            groups={props.groups}
            chosen={[]}
          />
          <label className="flex items-start gap-2.5">
            <input type="checkbox" name="firstParty" className="mt-0.5 size-4.5 accent-accent" />
            {words.firstParty}
          </label>
        </>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className="button" aria-disabled={busy}>
          {words.submit}
        </button>
        <ActionStatus outcome={outcome} ceremony={confirmation.state} labels={ceremony} done="" />
      </div>
    </form>
  );
}

interface MadeProps {
  readonly made: MadeClient;
  readonly words: NewClientFormProps["words"];
}

function Made({ made, words }: MadeProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that had the focus is gone.
  useEffect(() => heading.current?.focus(), []);
  const taking = { copy: words.copy, copied: words.copied };
  return (
    <div className="grid max-w-200 gap-6">
      <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold outline-none">
        {words.made.replace("{name}", made.name)}
      </h2>
      {made.secret === undefined ? null : (
        <div className="rounded-lg bg-ok-soft p-4 text-ok-soft-fg">
          <CopyBlock label={words.secret} text={made.secret} {...taking} />
          <p className="mt-2">{words.once}</p>
        </div>
      )}
      <section aria-label={words.settings} className="grid gap-4">
        <h3 className="text-base font-semibold">{words.settings}</h3>
        <Connection settings={made.settings} addresses={made.addresses} words={taking} />
      </section>
      <p>
        <a href={made.href} className="button button-secondary">
          {words.open}
        </a>
      </p>
    </div>
  );
}

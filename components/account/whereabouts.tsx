/** With which browser, and from where: as much of it as is known, for people to recognise a device by. */
import { Children, Fragment, isValidElement, type ReactNode } from "react";
import { describeUserAgent } from "#lib/i18n/describe-user-agent.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface WhereaboutsProps {
  readonly t: Translate;
  readonly userAgent: string | undefined;
  readonly place: { readonly ip: string; readonly name?: string } | undefined;
}

export function Whereabouts({ t, userAgent, place }: WhereaboutsProps) {
  return (
    <Dotted>
      {userAgent === undefined ? null : agentText(t, userAgent)}
      {place?.name === undefined ? null : <bdi>{place.name}</bdi>}
      {place === undefined || place.ip === "" ? null : (
        <span dir="ltr" className="mono text-[0.9em]">
          {place.ip}
        </span>
      )}
    </Dotted>
  );
}

/** What is there, with dots between. */
export function Dotted({ children }: { readonly children: ReactNode }) {
  return Children.toArray(children).map((part, index) => (
    <Fragment key={isValidElement(part) ? part.key : String(part)}>
      {index > 0 ? <span aria-hidden="true"> · </span> : null}
      {part}
    </Fragment>
  ));
}

/** "Chrome on Linux"; undefined for what is no browser that we know. */
export function agentText(t: Translate, userAgent: string): string | undefined {
  const { browser, system } = describeUserAgent(userAgent);
  return browser && system ? t("passkeys.browserOn", { browser, system }) : (browser ?? system);
}

/** Every template, and what is registered for an app that is set up by one. */
import type { NewClient } from "../schema.ts";
import { argoCd } from "./argo-cd.ts";
import { machine, native, singlePage, web } from "./generic.ts";
import { gitea } from "./gitea.ts";
import { grafana } from "./grafana.ts";
import { immich } from "./immich.ts";
import { nextcloud } from "./nextcloud.ts";
import { oauth2Proxy } from "./oauth2-proxy.ts";
import { proxmox } from "./proxmox.ts";
import type { TemplateId } from "./schema.ts";
import { type ClientTemplate, fill } from "./template.ts";

export const templates: Readonly<Record<TemplateId, ClientTemplate>> = {
  grafana,
  gitea,
  nextcloud,
  immich,
  proxmox,
  "oauth2-proxy": oauth2Proxy,
  "argo-cd": argoCd,
  web,
  "single-page": singlePage,
  native,
  machine,
};

export interface TemplateAnswers {
  readonly name: string;
  /** Empty where the kind has none. */
  readonly appUrl: string;
  /** What the app's address gives where there are none. */
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly firstParty: boolean;
}

export function metadataOfTemplate(template: ClientTemplate, answers: TemplateAnswers): NewClient {
  const { name, appUrl, firstParty } = answers;
  const chosen = (given: readonly string[], patterns: readonly string[]) =>
    given.length > 0 ? [...given] : fill(patterns, appUrl);
  const [backchannelLogoutUri] = fill(
    template.backchannelLogoutUri === undefined ? [] : [template.backchannelLogoutUri],
    appUrl,
  );
  return {
    ...template.metadata,
    name,
    firstParty,
    redirectUris: chosen(answers.redirectUris, template.redirectUris),
    postLogoutRedirectUris: chosen(answers.postLogoutRedirectUris, template.postLogoutRedirectUris),
    ...(appUrl === "" ? {} : { clientUri: appUrl }),
    ...(backchannelLogoutUri === undefined ? {} : { backchannelLogoutUri }),
  };
}

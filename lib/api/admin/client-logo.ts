/** PUT and DELETE /api/v1/admin/clients/{id}/logo, and POST …/logo/fetch */
import { z } from "zod";
import { fetchClientLogo } from "#lib/clients/logos/fetch-client-logo.ts";
import { logoPath } from "#lib/clients/logos/list-client-logos.ts";
import { removeClientLogo } from "#lib/clients/logos/remove-client-logo.ts";
import { logoMediaTypes, mostLogoBytes } from "#lib/clients/logos/schema.ts";
import { setClientLogo } from "#lib/clients/logos/set-client-logo.ts";
import type { Config } from "#lib/config/load-config.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { defineUploadRoute } from "#lib/http/define-upload-route.ts";
import { clientIdParam } from "./client-answer.ts";

const path = "/api/v1/admin/clients/{id}/logo";
const response = z.object({ logo: z.string().nullable().describe("The address at which pages load it.") });

const tell = ({ baseUrl }: Pick<Config, "baseUrl">, name: string) => ({
  data: { logo: `${baseUrl}${logoPath(name)}` },
});

export const putClientLogo = defineUploadRoute({
  method: "PUT",
  path,
  summary:
    "Sets an app's logo: the body is the file, of at most 2 MiB. It is drawn anew. For administrators who confirmed it's them.",
  access: "administration",
  permission: "clients.write",
  params: clientIdParam,
  upload: { mediaTypes: logoMediaTypes, maxBytes: mostLogoBytes },
  response,
  cost: "picture",
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "CLIENT_NOT_FOUND", "INVALID_PICTURE"],
  handle: async (ctx, bytes, { id: clientId }) =>
    tell(ctx.config, await setClientLogo(ctx, { clientId, bytes, drawings: true })),
});

export const deleteClientLogo = defineRoute({
  method: "DELETE",
  path,
  summary: "Removes an app's logo. For administrators who confirmed it's them.",
  access: "administration",
  permission: "clients.write",
  params: clientIdParam,
  response,
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "CLIENT_NOT_FOUND"],
  handle: async (ctx, _body, { id }) => {
    await removeClientLogo(ctx, id);
    return { data: { logo: null } };
  },
});

export const postClientLogoFetch = defineRoute({
  method: "POST",
  path: `${path}/fetch`,
  summary:
    "Loads the logo that the app itself names (`logo_uri`) and keeps it here. For administrators who confirmed it's them.",
  access: "administration",
  permission: "clients.write",
  params: clientIdParam,
  response,
  cost: () => "picture",
  errors: [
    "FORBIDDEN",
    "STEP_UP_REQUIRED",
    "CLIENT_NOT_FOUND",
    "LOGO_UNREACHABLE",
    "PAYLOAD_TOO_LARGE",
    "UNSUPPORTED_MEDIA_TYPE",
    "INVALID_PICTURE",
  ],
  handle: async (ctx, _body, { id }) => tell(ctx.config, await fetchClientLogo(ctx, id)),
});

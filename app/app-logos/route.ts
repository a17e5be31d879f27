/** The plain form of an app's logo: the answer leads back to the app's page and says how it went. */
import { removeClientLogo } from "#lib/clients/logos/remove-client-logo.ts";
import { mostLogoBytes } from "#lib/clients/logos/schema.ts";
import { setClientLogo } from "#lib/clients/logos/set-client-logo.ts";
import { defineFileFormRoute } from "#lib/http/define-file-form-route.ts";

export const POST = defineFileFormRoute({
  permission: "clients.write",
  maxBytes: mostLogoBytes,
  handle: async (ctx, { file, fields }) => {
    const clientId = fields.get("id") ?? "";
    if (fields.get("remove") === "yes") await removeClientLogo(ctx, clientId);
    else await setClientLogo(ctx, { clientId, bytes: file ?? Buffer.alloc(0), drawings: true });
  },
  back: (fields) => {
    const id = fields.get("id");
    return id === undefined ? "/admin/clients" : `/admin/clients/${encodeURIComponent(id)}/settings`;
  },
});

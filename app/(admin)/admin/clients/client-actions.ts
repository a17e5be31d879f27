/** What can be done to apps from the administration's pages. */
import { z } from "zod";
import { changeClients } from "#lib/accounts/bulk/change-clients.ts";
import { mostAtOnce } from "#lib/accounts/bulk/schema.ts";
import { addClient } from "#lib/clients/add-client.ts";
import { checkInput } from "#lib/clients/check-input.ts";
import { clientChangeSchema, clientChangesOf } from "#lib/clients/client-form.ts";
import { deleteClient } from "#lib/clients/delete-client.ts";
import { disableClient, enableClient } from "#lib/clients/disable-client.ts";
import { registerRefusedAddress } from "#lib/clients/register-refused-address.ts";
import { longestClientId, newSecretSchema } from "#lib/clients/schema.ts";
import { addClientSecret } from "#lib/clients/secrets/add-client-secret.ts";
import { removeClientSecret } from "#lib/clients/secrets/remove-client-secret.ts";
import { setClientGroups } from "#lib/clients/set-client-groups.ts";
import { newFromTemplateSchema } from "#lib/clients/templates/schema.ts";
import { metadataOfTemplate, templates } from "#lib/clients/templates/templates.ts";
import { updateClient } from "#lib/clients/update-client.ts";
import { groupIdSchema } from "#lib/groups/schema.ts";
import { administrationAction } from "#lib/http/administration-action.ts";
import { translator } from "#lib/i18n/translator.ts";
import { beginTestSignIn } from "#lib/oidc/test-sign-in/begin-test-sign-in.ts";
import { testRequestSchema } from "#lib/oidc/test-sign-in/schema.ts";
import { clientHref } from "./client-href.ts";
import { connectionOf } from "./connection.ts";

/** Also the address of a document. */
const client = z.strictObject({ id: z.string().min(1).max(longestClientId) });
const nothing = {};

export const addClientAction = administrationAction({
  name: "add-client",
  permission: "clients.write",
  form: newFromTemplateSchema,
  lists: ["groupIds"],
  handle: async (ctx, { template: id, groupIds, firstParty, ...answers }) => {
    const template = templates[id];
    const metadata = metadataOfTemplate(template, { ...answers, firstParty: firstParty === "on" });
    const added = await addClient(ctx, { ...metadata, groupIds });
    return {
      name: added.client.name,
      href: clientHref(added.client.id),
      ...(added.secret === undefined ? {} : { secret: added.secret }),
      ...connectionOf(translator(ctx.locale), ctx.config, { ...added, template }),
    };
  },
});

export const changeClientAction = administrationAction({
  name: "change-client",
  permission: "clients.write",
  form: client.extend({ version: z.string().max(64), ...clientChangeSchema.shape }),
  lists: ["switches", "on"],
  handle: async (ctx, { id, version, ...form }) => {
    // Whoever else changed it meanwhile is not overwritten.
    const { secret } = await updateClient(
      { ...ctx, ifMatch: version },
      { id, changes: clientChangesOf(form) },
    );
    return secret === undefined ? nothing : { secret };
  },
});

export const setClientGroupsAction = administrationAction({
  name: "set-client-groups",
  permission: "clients.write",
  form: client.extend({ groupIds: z.array(groupIdSchema).max(200) }),
  lists: ["groupIds"],
  handle: async (ctx, { id, groupIds }) => {
    await setClientGroups(ctx, { clientId: id, groupIds });
    return nothing;
  },
});

/** A choice of none sends an empty text; the room's own schema has the last word. */
const seconds = z
  .string()
  .regex(/^\d{0,10}$/)
  .transform((text) => (text === "" ? undefined : Number(text)));

export const addClientSecretAction = administrationAction({
  name: "add-client-secret",
  permission: "clients.write",
  form: client.extend({
    expiresInSeconds: seconds,
    othersExpireInSeconds: seconds,
  }),
  handle: async (ctx, { id, ...given }) => {
    const { secret } = await addClientSecret(ctx, { clientId: id, ...checkInput(newSecretSchema, given) });
    return { secret };
  },
});

export const removeClientSecretAction = administrationAction({
  name: "remove-client-secret",
  permission: "clients.write",
  form: client.extend({ secretId: z.uuid() }),
  handle: async (ctx, { id, secretId }) => {
    await removeClientSecret(ctx, { clientId: id, secretId });
    return nothing;
  },
});

export const disableClientAction = administrationAction({
  name: "disable-client",
  permission: "clients.write",
  form: client,
  handle: async (ctx, { id }) => {
    await disableClient(ctx, id);
    return nothing;
  },
});

export const enableClientAction = administrationAction({
  name: "enable-client",
  permission: "clients.write",
  form: client,
  handle: async (ctx, { id }) => {
    await enableClient(ctx, id);
    return nothing;
  },
});

export const changeClientStatesAction = administrationAction({
  name: "change-client-states",
  permission: "clients.write",
  form: z.strictObject({
    ids: z.array(client.shape.id).min(1).max(mostAtOnce),
    kind: z.enum(["disable", "enable"]),
  }),
  lists: ["ids"],
  handle: changeClients,
});

export const deleteClientAction = administrationAction({
  name: "delete-client",
  permission: "clients.write",
  form: client,
  handle: async (ctx, { id }) => {
    await deleteClient(ctx, id);
    return nothing;
  },
});

export const beginTestSignInAction = administrationAction({
  name: "begin-test-sign-in",
  permission: "clients.write",
  form: client.extend(testRequestSchema.omit({ clientId: true }).shape),
  lists: ["scopes", "prompts"],
  handle: async (ctx, { id, ...asked }) => {
    const test = await beginTestSignIn(ctx, { clientId: id, ...asked });
    return { href: test.location ?? `${clientHref(id, "test")}?run=${test.id}` };
  },
});

export const registerAddressAction = administrationAction({
  name: "register-address",
  permission: "clients.write",
  form: client.extend({ errorId: z.uuid() }),
  handle: async (ctx, { id, errorId }) => {
    await registerRefusedAddress(ctx, { clientId: id, errorId });
    return nothing;
  },
});

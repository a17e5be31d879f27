/** Brings the logo that an app names (`logo_uri`) here, when an administrator wants it: browsers never load it from there. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { fetchPublic, type OutgoingAnswer, type OutgoingEnvironment } from "#lib/outgoing/fetch-public.ts";
import { OutgoingRefusal } from "#lib/outgoing/outgoing-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { requireClient } from "../require-client.ts";
import { mostLogoBytes } from "./schema.ts";
import { setClientLogo } from "./set-client-logo.ts";

const timeoutMs = 5_000;

/**
 * The name under which it is served from now on. Whoever wrote the address wrote the picture too, so it is no drawing.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, CLIENT_NOT_FOUND, LOGO_UNREACHABLE, UNSUPPORTED_MEDIA_TYPE,
 * INVALID_PICTURE
 */
export async function fetchClientLogo(
  ctx: Context,
  id: string,
  environment?: OutgoingEnvironment,
): Promise<string> {
  checkPermission(ctx, "clients.write");
  const { logoUri } = await requireClient(ctx.db, id);
  if (logoUri === null) throw new DomainError("LOGO_UNREACHABLE");
  const { body } = await load(ctx, logoUri, environment);
  return await setClientLogo(ctx, { clientId: id, bytes: body, drawings: false });
}

async function load(
  ctx: Context,
  url: string,
  environment: OutgoingEnvironment | undefined,
): Promise<OutgoingAnswer> {
  const request = {
    timeoutMs,
    maxBytes: mostLogoBytes,
    headers: { Accept: "image/png, image/webp, image/jpeg, image/*;q=0.5" },
    // The administrator sees what came of it before anybody else does.
    allowHttp: true,
    allowPrivate: ctx.config.allowedPrivateNetwork,
    sameOriginRedirects: 3,
  };
  try {
    const answer = await fetchPublic(url, request, environment);
    if (answer.status === 200) return answer;
  } catch (cause) {
    if (cause instanceof OutgoingRefusal) throw new DomainError("LOGO_UNREACHABLE", { cause });
    throw cause;
  }
  throw new DomainError("LOGO_UNREACHABLE");
}

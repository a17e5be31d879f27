/** An app's logo, for our pages. */
import { getClientLogo } from "#lib/clients/logos/get-client-logo.ts";
import { pathParameterReader } from "#lib/http/path-parameters.ts";
import { serveFile } from "#lib/http/serve-file.ts";

const readPath = pathParameterReader("/app-logos/{name}");

export function GET(request: Request): Promise<Response> {
  return serveFile(request, async (ctx) => getClientLogo(ctx, readPath(request.url).name ?? ""));
}

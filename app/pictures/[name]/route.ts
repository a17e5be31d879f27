/** A person's picture, for pages of ours and of apps. */
import { getPicture } from "#lib/accounts/pictures/get-picture.ts";
import { pathParameterReader } from "#lib/http/path-parameters.ts";
import { serveFile } from "#lib/http/serve-file.ts";

const readPath = pathParameterReader("/pictures/{name}");

export function GET(request: Request): Promise<Response> {
  return serveFile(request, async (ctx) => getPicture(ctx, readPath(request.url).name ?? ""));
}

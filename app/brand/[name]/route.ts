/** A picture of the instance, for its pages and mails. */
import { getBrandImage } from "#lib/branding/images/get-brand-image.ts";
import { pathParameterReader } from "#lib/http/path-parameters.ts";
import { serveFile } from "#lib/http/serve-file.ts";

const readPath = pathParameterReader("/brand/{name}");

export function GET(request: Request): Promise<Response> {
  return serveFile(request, async (ctx) => getBrandImage(ctx, readPath(request.url).name ?? ""));
}

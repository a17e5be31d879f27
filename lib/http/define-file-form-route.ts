/** Makes the target of a plain form of the administration that may hold a file: the answer leads back and says how it went. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import type { Permission } from "#lib/permissions/schema.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";
import { defineBrowserRoute } from "./oauth-browser-route.ts";
import { type FileForm, readFileForm } from "./read-file-form.ts";
import { withUpload } from "./read-upload.ts";

/** For the other fields and what stands between them. */
export const formBytes = 65_536;

interface FileFormRoute {
  readonly permission: Permission;
  /** Of the file. */
  readonly maxBytes: number;
  readonly handle: (ctx: Context, form: FileForm) => Promise<void>;
  /** The page that the form is on; `fields` are empty where nothing was read. */
  readonly back: (fields: FileForm["fields"]) => `/${string}`;
}

export function defineFileFormRoute(route: FileFormRoute): (request: Request) => Promise<Response> {
  return defineBrowserRoute({
    sameOrigin: true,
    handle: async (ctx, request) => {
      let fields: FileForm["fields"] = new Map();
      const leadBack = (outcome: string, field = "") => {
        const page = new URL(`${ctx.config.baseUrl}${route.back(fields)}`);
        page.searchParams.set("outcome", outcome);
        if (field !== "") page.searchParams.set("field", field);
        return { location: page.href };
      };
      try {
        // Before anything of a large body is read; the operation checks again.
        checkPermission(ctx, route.permission);
        await takePoint(ctx, "picture");
        await withUpload(ctx, request, route.maxBytes + formBytes, async (body) => {
          const form = await readFileForm(request.headers.get("content-type") ?? "", body, "file");
          fields = form.fields;
          await route.handle(ctx, form);
        });
        return leadBack("done");
      } catch (error) {
        if (error instanceof DomainError) return leadBack(error.code, error.fields?.[0]?.path);
        throw error;
      }
    },
  });
}

/** PUT and DELETE /api/v1/me/picture */
import { z } from "zod";
import { mostPictureBytes, pictureMediaTypes } from "#lib/accounts/pictures/schema.ts";
import { removeOwnPicture, setOwnPicture } from "#lib/accounts/pictures/set-own-picture.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { defineUploadRoute } from "#lib/http/define-upload-route.ts";

const path = "/api/v1/me/picture";
const response = z.object({ picture: z.string().nullable().describe("The address that apps are given.") });

export const putPicture = defineUploadRoute({
  method: "PUT",
  path,
  summary: "Sets your picture: the body is the file, of at most 5 MiB. A square of its middle is kept.",
  access: "session",
  upload: { mediaTypes: pictureMediaTypes, maxBytes: mostPictureBytes },
  response,
  cost: "picture",
  errors: ["INVALID_PICTURE"],
  handle: async (ctx, bytes) => ({ data: { picture: await setOwnPicture(ctx, bytes) } }),
});

export const deletePicture = defineRoute({
  method: "DELETE",
  path,
  summary: "Removes your picture.",
  access: "session",
  response,
  errors: [],
  handle: async (ctx) => {
    await removeOwnPicture(ctx);
    return { data: { picture: null } };
  },
});

export { deletePicture as DELETE, putPicture as PUT } from "#lib/api/me/picture.ts";

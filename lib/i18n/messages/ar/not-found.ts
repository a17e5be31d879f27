/** No page at an address. */
import type { Translated } from "../../translated.ts";
import type { notFound as english } from "../en/not-found.ts";

export const notFound: Translated<typeof english> = {
  title: "لا يوجد شيء هنا",
  body: "لا توجد صفحة على هذا العنوان. ربما نُقلت أو أن الرابط غير مكتمل.",
  home: "الانتقال إلى حسابك",
};

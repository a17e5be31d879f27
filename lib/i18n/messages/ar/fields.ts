/** What is wrong with a field. */
import type { Translated } from "../../translated.ts";
import type { fields as english } from "../en/fields.ts";

export const fields: Translated<typeof english> = {
  emailMissing: "أدخل بريدك الإلكتروني.",
  emailInvalid: "أدخل بريدًا إلكترونيًا مثل ana@example.com.",
  nameMissing: "أدخل اسمك.",
  nameInvalid: "استخدم 64 حرفًا على الأكثر.",
};

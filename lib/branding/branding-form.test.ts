import { expect, it } from "vitest";
import { brandingChangeOf, brandingFormSchema, previewOf } from "./branding-form.ts";

const empty = {
  version: '"0"',
  name: " ",
  accent: "",
  background: "none",
  backgroundColor: "",
  corners: "regular",
  supportName: "",
  supportAddress: "",
} as const;
const changeOf = (fields: Record<string, string>) =>
  brandingChangeOf(brandingFormSchema.parse({ ...empty, ...fields }));

it("says that there is none where a field is left empty", () => {
  expect(changeOf({})).toEqual({
    name: null,
    accent: null,
    background: "none",
    backgroundColor: null,
    corners: "regular",
    supportName: null,
    supportAddress: null,
    footerLinks: [],
  });
});

it("takes links in their order, leaves empty rows out, and keeps half a link for the refusal", () => {
  const { footerLinks } = changeOf({
    link0Label: "",
    link0Url: "",
    link1Label: " Privacy ",
    link1Url: "https://a.example",
    link3Label: "Imprint",
    link3Url: "",
  });
  expect(footerLinks).toEqual([
    { label: "Privacy", url: "https://a.example" },
    { label: "Imprint", url: "" },
  ]);
});

it("shows no colour in the preview while it is half typed", () => {
  const form = { ...empty, accent: "#ff0", backgroundColor: "#FF00AA" };
  expect(previewOf(form)).toMatchObject({ accent: null, backgroundColor: "#FF00AA" });
});

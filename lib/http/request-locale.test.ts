import { expect, it } from "vitest";
import { requestLocale } from "./request-locale.ts";

const headers = (accepted?: string, cookie?: string) =>
  new Headers({
    ...(accepted === undefined ? {} : { "accept-language": accepted }),
    ...(cookie === undefined ? {} : { cookie }),
  });

it.each([
  ["the person's own language", "fr", { person: "de-CH", uiLocales: "es" }, "latchkey-locale=ar", "de"],
  [
    "what was chosen in this browser, over what the app asks for",
    "fr",
    { uiLocales: "es" },
    "latchkey-locale=ar",
    "ar",
  ],
  [
    "what was chosen in this browser, where the account has a language that we lack",
    "fr",
    { person: "nl" },
    "latchkey-locale=ar",
    "ar",
  ],
  ["what the app asks for, over what the browser accepts", "fr", { uiLocales: "nl es" }, undefined, "es"],
  ["what the browser accepts", "nl, fr;q=0.4", { uiLocales: "se" }, undefined, "fr"],
  ["English where nothing else is wished for", undefined, {}, undefined, "en"],
  ["the instance's own where nothing is known", "nl", { instance: "de" }, undefined, "de"],
  ["English where nothing is known", "nl", { person: "nl", uiLocales: "nl" }, "latchkey-locale=nl", "en"],
  ["what the browser accepts, when the cookie is none of ours", "de", {}, "latchkey-locale=%00;;=", "de"],
] as const)("takes %s", (_, accepted, wishes, cookie, expected) => {
  expect(requestLocale(headers(accepted, cookie), { instance: "en", ...wishes })).toBe(expected);
});

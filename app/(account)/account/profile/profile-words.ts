/** The fields of the profile's form, with what is known of the person and what is said of each. */
import type { ProfileChoiceWords, ProfileFieldWords } from "#components/account/profile-fields.tsx";
import { fillProfileForm, type ProfileField } from "#lib/accounts/profile/profile-form.ts";
import { type Locale, localeNames, locales } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { User } from "#lib/users/schema.ts";

interface ProfileWords {
  readonly main: readonly ProfileFieldWords[];
  readonly choices: readonly ProfileChoiceWords[];
  readonly more: readonly ProfileFieldWords[];
  readonly address: readonly ProfileFieldWords[];
}

export function profileWords(t: Translate, locale: Locale, user: User): ProfileWords {
  const values = fillProfileForm(user);
  const field = (
    name: ProfileField,
    label: string,
    autoComplete: string,
    rest: Partial<ProfileFieldWords> = {},
  ): ProfileFieldWords => ({
    ...{ name, label, autoComplete, hint: "", problem: t("profile.problem.text"), value: values[name] },
    ...rest,
  });
  const web = {
    hint: t("profile.webHint"),
    problem: t("profile.problem.web"),
    kind: "url",
    code: true,
  } as const;
  const part = { problem: t("profile.problem.address") };
  const formatted = { ...part, kind: "lines" } as const;
  return {
    main: [
      field("displayName", t("consent.claims.name"), "name", {
        hint: t("profile.displayNameHint"),
        problem: t("profile.problem.name"),
      }),
      field("nickname", t("consent.claims.nickname"), "nickname"),
      field("givenName", t("consent.claims.given_name"), "given-name"),
      field("familyName", t("consent.claims.family_name"), "family-name"),
    ],
    choices: [localeChoice(t, values.locale), zoneChoice(t, locale, values.zoneinfo)],
    more: [
      field("middleName", t("consent.claims.middle_name"), "additional-name"),
      field("gender", t("consent.claims.gender"), "sex"),
      field("birthdate", t("consent.claims.birthdate"), "bday", {
        ...{ hint: t("profile.birthdateHint"), problem: t("profile.problem.birthdate"), code: true },
      }),
      field("phoneNumber", t("consent.claims.phone_number"), "tel", {
        ...{ hint: t("profile.phoneHint"), problem: t("profile.problem.phone"), kind: "tel", code: true },
      }),
      field("website", t("consent.claims.website"), "url", web),
      field("profile", t("consent.claims.profile"), "off", web),
    ],
    address: [
      field("address.streetAddress", t("profile.street"), "street-address", { ...part, kind: "lines" }),
      field("address.postalCode", t("profile.postalCode"), "postal-code", part),
      field("address.locality", t("profile.locality"), "address-level2", part),
      field("address.region", t("profile.region"), "address-level1", part),
      field("address.country", t("profile.country"), "country-name", part),
      ...(values["address.formatted"] === ""
        ? []
        : [field("address.formatted", t("profile.formatted"), "off", formatted)]),
    ],
  };
}

/** Ours, each in its own words; and another one or a variety, where somebody has that. */
function localeChoice(t: Translate, value: string): ProfileChoiceWords {
  const others = value === "" || locales.some((locale) => locale === value) ? [] : [value];
  return {
    name: "locale",
    label: t("consent.claims.locale"),
    hint: t("profile.localeHint"),
    problem: t("profile.problem.choice"),
    autoComplete: "language",
    value,
    options: [
      { value: "", label: t("profile.localeAny") },
      ...locales.map((locale) => ({ value: locale, label: localeNames[locale], lang: locale })),
      ...others.map((tag) => ({ value: tag, label: nameOfLanguage(tag), lang: tag })),
    ],
  };
}

function nameOfLanguage(tag: string): string {
  return new Intl.DisplayNames([tag, "en"], { type: "language" }).of(tag) ?? tag;
}

function zoneChoice(t: Translate, locale: Locale, value: string): ProfileChoiceWords {
  const known = Intl.supportedValuesOf("timeZone");
  const zones = value === "" || known.includes(value) ? known : [value, ...known];
  return {
    name: "zoneinfo",
    label: t("consent.claims.zoneinfo"),
    hint: "",
    problem: t("profile.problem.choice"),
    autoComplete: "off",
    value,
    options: [
      { value: "", label: t("profile.zoneinfoNone") },
      ...zones
        .toSorted(new Intl.Collator(locale).compare)
        .map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
    ],
  };
}

/** An address → where that is, in the reader's language. For people to recognise something by; never a decision. */
import type { Context } from "#lib/context/context.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translator.ts";
import { isLocalAddress, isSameNetwork } from "./local-network.ts";
import { openPlaceReader, type PlaceReader } from "./open-place-reader.ts";
import { placeRecordSchema } from "./schema.ts";

export interface Place {
  readonly ip: string;
  /** "Berlin, Germany", "Local network"; absent where only the address is known. */
  readonly name?: string;
}

export type FindPlace = (ip: string) => Place;

/** Asks nobody outside: without the operator's file only networks close by have a name. */
export async function findPlaces(
  ctx: Pick<Context, "config" | "log" | "now" | "ip" | "locale">,
): Promise<FindPlace> {
  const reader = await openPlaceReader(ctx);
  const t = translator(ctx.locale);
  return (ip) => {
    const name =
      nameOf(reader, ip, ctx.locale) ??
      (isLocalAddress(ip)
        ? t("places.local")
        : isSameNetwork(ip, ctx.ip)
          ? t("places.sameNetwork")
          : undefined);
    return name === undefined ? { ip } : { ip, name };
  };
}

function nameOf(reader: PlaceReader | undefined, ip: string, locale: Locale): string | undefined {
  const record = reader && placeRecordSchema.safeParse(recordOf(reader, ip)).data;
  if (!record) return undefined;
  const code = record.country?.iso_code ?? record.country_code;
  const country = code && new Intl.DisplayNames(locale, { type: "region", fallback: "none" }).of(code);
  const city = record.city?.[locale] ?? record.city?.en;
  if (!city || !country) return city || country;
  return translator(locale)("places.cityInCountry", { city, country });
}

/** The library throws at what is no address, and at files that are cut off in the middle. */
function recordOf(reader: PlaceReader, ip: string): unknown {
  try {
    return reader.get(ip);
  } catch {
    return undefined;
  }
}

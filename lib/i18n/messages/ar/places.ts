/** Where an address is. */
import type { Translated } from "../../translated.ts";
import type { places as english } from "../en/places.ts";

export const places: Translated<typeof english> = {
  cityInCountry: "{city}، {country}",
  local: "شبكة محلية",
  sameNetwork: "هذه الشبكة",
};

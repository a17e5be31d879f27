/** Where an address is. */
export const places = {
  cityInCountry: "{city}, {country}",
  local: "Local network",
  sameNetwork: "This network",
} as const;

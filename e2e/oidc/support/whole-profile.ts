/** Everything that the standard claims can say of a person: the conformance suite warns of each that is missing. */
import { updateProfile } from "#lib/accounts/profile/update-profile.ts";
import type { ProfileChange } from "#lib/users/schema.ts";
import type { Issuer } from "./issuer.ts";

const wholeProfile: ProfileChange = {
  givenName: "Ana",
  familyName: "Ruiz",
  middleName: "Sol",
  nickname: "Ani",
  profile: "https://people.example.com/ana",
  picture: "https://people.example.com/ana.png",
  website: "https://ana.example.com/",
  gender: "female",
  birthdate: "1990-02-28",
  zoneinfo: "Europe/Zurich",
  locale: "de-CH",
  address: {
    formatted: "Gasse 1\n3000 Bern",
    streetAddress: "Gasse 1",
    locality: "Bern",
    region: "BE",
    postalCode: "3000",
    country: "CH",
  },
  phoneNumber: "+41441234567",
  phoneNumberVerified: true,
  emailVerified: true,
};

/** What `latchkey user set-profile` does. */
export async function completeProfile(issuer: Issuer, userId: string): Promise<void> {
  await updateProfile(await issuer.operator(), userId as never, wholeProfile);
}

/** Which kinds of authenticators will do. */
import type { Translated } from "../../translated.ts";
import type { policy as english } from "../en/policy.ts";

export const policy: Translated<typeof english> = {
  notAllowed: "Authentifikatoren dieser Art sind hier nicht erlaubt.",
  useModels: "Verwende {models}.",
  anotherModel: "ein anderes zugelassenes Modell",
  useApproved: "Verwende ein Modell, das deine Administration zugelassen hat.",
  useAnotherModel: "Verwende ein anderes Modell.",
  useDeviceBound:
    "Verwende einen Sicherheitsschlüssel oder einen anderen Authentifikator, bei dem der Passkey auf einem Gerät bleibt.",
  mustProve: "Er muss beweisen können, welches Modell er ist, und der Browser muss das weitergeben dürfen.",
  mustVerify: "Er muss Fingerabdruck, Gesicht oder PIN prüfen.",
  nothingWillDo:
    "Nach den Regeln, die für dich gelten, reicht keiner aus. Wende dich an deine Administration.",
  brokenModel:
    "Der Authentifikator {name} gilt als unsicher und wird nicht mehr angenommen. Verwende ein anderes Modell.",
  brokenUnnamedModel: "Dieses Modell gilt als unsicher und wird nicht mehr angenommen. Verwende ein anderes.",
};

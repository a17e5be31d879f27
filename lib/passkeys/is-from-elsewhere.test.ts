import { expect, test } from "vitest";
import { isFromElsewhere } from "./is-from-elsewhere.ts";

const phone = { transports: ["hybrid", "internal"], backupEligible: true };
const unknown = { transports: [], backupEligible: true };
const key = { transports: ["nfc", "usb"], backupEligible: false };

test.each([
  ["a phone's, by QR code", "cross-platform", phone, true],
  ["a phone's, used on the phone", "platform", phone, false],
  ["a security key's", "cross-platform", key, false],
  ["one of which only its sync is known", "cross-platform", unknown, true],
  ["one of which nothing is known", "cross-platform", { ...unknown, backupEligible: false }, false],
  ["one whose browser does not say", undefined, phone, false],
] as const)("of a passkey: %s", (_, authenticatorAttachment, passkey, expected) => {
  expect(
    isFromElsewhere({ authenticatorAttachment }, { ...passkey, transports: [...passkey.transports] }),
  ).toBe(expected);
});

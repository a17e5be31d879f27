import { expect, test } from "vitest";
import { kindOf } from "./passkey-kind.ts";

test.each([
  [true, true, ["internal", "hybrid"], "synced"],
  [true, false, ["internal"], "notBackedUp"],
  [false, false, ["internal"], "deviceOnly"],
  [false, false, [], "deviceOnly"],
  [false, false, ["usb", "nfc"], "securityKey"],
  [false, false, ["usb", "internal"], "deviceOnly"],
] as const)(
  "eligible %j, backed up %j, reached by %j: %s",
  (backupEligible, backupState, transports, kind) => {
    expect(kindOf({ backupEligible, backupState, transports })).toBe(kind);
  },
);

import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "#lib/context/context.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { createLogger } from "#lib/log/logger.ts";
import { buildMmdb } from "#lib/testing/places/build-mmdb.ts";
import { testConfig, testNow } from "#lib/testing/test-database.ts";
import { findPlaces } from "./find-places.ts";
import { isLocalAddress, isSameNetwork } from "./local-network.ts";

const germany = { iso_code: "DE", names: { en: "Germany" } };
const munich = { city: { names: { en: "Munich", de: "München", fr: "Munich" } }, country: germany };

let folder: string;
let file: string;
let lines: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "latchkey-places-"));
  file = join(folder, "city.mmdb");
  lines = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function context({
  database = file,
  secondsLater = 0,
  locale = "en",
  ip = "198.51.100.1",
}: {
  database?: string | undefined;
  secondsLater?: number;
  locale?: Locale;
  ip?: string;
} = {}): Pick<Context, "config" | "log" | "now" | "ip" | "locale"> {
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  return {
    config: testConfig(database === "" ? {} : { GEOIP_DATABASE: database }),
    log: createLogger({ level: "info", format: "json" }, sink),
    now: new Date(testNow.getTime() + secondsLater * 1000),
    ip,
    locale,
  };
}

/** As whoever brings files up to date does it: the old one is there until the new one is whole. */
function replaceFile(content: Buffer): void {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}

describe("without a file", () => {
  it("names the networks close by, and nothing else", async () => {
    const placeOf = await findPlaces(context({ database: "" }));
    expect(placeOf("203.0.113.7")).toEqual({ ip: "203.0.113.7" });
    expect(placeOf("192.168.1.20")).toEqual({ ip: "192.168.1.20", name: "Local network" });
    expect(placeOf("198.51.100.1")).toEqual({ ip: "198.51.100.1", name: "This network" });
    expect(placeOf("")).toEqual({ ip: "" });
    expect(placeOf("not an address")).toEqual({ ip: "not an address" });
    expect(lines).toEqual([]);
  });
});

describe("with a file", () => {
  it("names city and country in the reader's language", async () => {
    replaceFile(buildMmdb([{ network: "203.0.113.0/24", record: munich }]));
    const names = [];
    for (const locale of ["en", "de", "fr", "es", "ar"] as const)
      names.push((await findPlaces(context({ locale })))("203.0.113.7").name);
    expect(names).toEqual([
      "Munich, Germany",
      "München, Deutschland",
      "Munich, Allemagne",
      // The file has no name in these languages.
      "Munich, Alemania",
      // A name that runs the other way is kept apart from the sentence.
      "\u2068Munich\u2069، ألمانيا",
    ]);
  });

  it("takes a country alone, flat records, and nothing that it does not understand", async () => {
    replaceFile(
      buildMmdb([
        { network: "203.0.113.0/25", record: { country: germany } },
        { network: "203.0.113.128/25", record: { city: "Lyon", country_code: "FR" } },
        { network: "198.18.0.0/16", record: { country: { iso_code: "not a code" }, city: 5 } },
        { network: "198.19.0.0/16", record: "text" },
      ]),
    );
    const placeOf = await findPlaces(context());
    expect(placeOf("203.0.113.7").name).toBe("Germany");
    expect(placeOf("203.0.113.200").name).toBe("Lyon, France");
    for (const ip of ["198.18.0.1", "198.19.0.1", "192.0.2.1", "2001:db8::1", ""])
      expect(placeOf(ip)).toEqual({ ip });
  });

  it("reads a file again that has changed, and looks twice a minute at most", async () => {
    replaceFile(buildMmdb([{ network: "203.0.113.0/24", record: munich }]));
    expect((await findPlaces(context()))("203.0.113.7").name).toBe("Munich, Germany");
    replaceFile(buildMmdb([{ network: "203.0.113.0/24", record: { country: { iso_code: "FR" } } }]));
    expect((await findPlaces(context({ secondsLater: 29 })))("203.0.113.7").name).toBe("Munich, Germany");
    expect((await findPlaces(context({ secondsLater: 30 })))("203.0.113.7").name).toBe("France");
  });

  it("goes on with the last good one while a broken one lies there, and says so once", async () => {
    replaceFile(buildMmdb([{ network: "203.0.113.0/24", record: munich }]));
    await findPlaces(context());
    replaceFile(Buffer.from("this is not a database"));
    for (const secondsLater of [60, 120, 180])
      expect((await findPlaces(context({ secondsLater })))("203.0.113.7").name).toBe("Munich, Germany");
    expect(lines.filter((line) => line.includes("cannot be used"))).toHaveLength(1);
  });

  it("shows addresses alone while there is no file, and takes it when it comes", async () => {
    expect((await findPlaces(context()))("203.0.113.7")).toEqual({ ip: "203.0.113.7" });
    expect((await findPlaces(context({ secondsLater: 60 })))("203.0.113.7")).toEqual({ ip: "203.0.113.7" });
    expect(lines.filter((line) => line.includes("is not there"))).toHaveLength(1);
    replaceFile(buildMmdb([{ network: "203.0.113.0/24", record: munich }]));
    expect((await findPlaces(context({ secondsLater: 120 })))("203.0.113.7").name).toBe("Munich, Germany");
  });

  it("survives a file that is cut off in the middle", async () => {
    const whole = buildMmdb([{ network: "203.0.113.0/24", record: munich }]);
    const metadata = whole.lastIndexOf("MaxMind.com") - 3;
    // The tree stands, its data is gone.
    replaceFile(Buffer.concat([whole.subarray(0, metadata - 60), whole.subarray(metadata)]));
    expect((await findPlaces(context()))("203.0.113.7")).toEqual({ ip: "203.0.113.7" });
  });
});

it.each([
  ["127.0.0.1", true],
  ["10.1.2.3", true],
  ["172.31.255.255", true],
  ["172.32.0.1", false],
  ["100.64.0.1", true],
  ["::1", true],
  ["fd00::1", true],
  ["fe80::1", true],
  ["2001:4860:4860::8888", false],
  ["8.8.8.8", false],
  ["", false],
])("finds that %j is local: %s", (address, local) => {
  expect(isLocalAddress(address)).toBe(local);
});

it.each([
  ["2001:4860:1:2::1", "2001:4860:1:2:ffff::9", true],
  ["2001:4860:1:2::1", "2001:4860:1:3::1", false],
  ["8.8.8.8", "8.8.8.8", true],
  ["8.8.8.8", "8.8.8.9", false],
  ["8.8.8.8", "2001:4860::1", false],
  ["", "", false],
])("finds that %j and %j are one network: %s", (address, other, same) => {
  expect(isSameNetwork(address, other)).toBe(same);
});

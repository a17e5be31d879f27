import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testConfig } from "#lib/testing/test-database.ts";
import { jwksMaxAgeSeconds, keyTimes, longestJwtLifetimeSeconds } from "./key-times.ts";
import { type PlannedKey, planRotation, rotatesAt } from "./plan-rotation.ts";

const times = keyTimes(testConfig());
const minute = 60_000;
const at = (ms: number) => new Date(ms);

const key = (kid: string, columns: Partial<PlannedKey>): PlannedKey => ({
  kid,
  state: "active",
  createdAt: at(0),
  activatedAt: null,
  rotationRequestedAt: null,
  retiringAt: null,
  ...columns,
});
const active = (columns: Partial<PlannedKey> = {}) => key("a", { activatedAt: at(0), ...columns });
const next = (createdAt: number) => key("n", { state: "next", createdAt: at(createdAt) });

describe("the plan of a rotation", () => {
  it("leaves an algorithm alone that nobody has set up", () => {
    expect(planRotation([], at(0), times)).toEqual([]);
  });

  it("publishes a successor as soon as there is none", () => {
    expect(planRotation([active()], at(1), times)).toEqual([{ kind: "create" }]);
    expect(planRotation([active(), next(1)], at(2), times)).toEqual([]);
  });

  it("lets the successor take over when the key's time is over, and not a moment before", () => {
    const keys = [active(), next(minute)];
    expect(planRotation(keys, at(times.rotateAfterMs - 1), times)).toEqual([]);
    expect(planRotation(keys, at(times.rotateAfterMs), times)).toEqual([
      { kind: "activate", kid: "n", retiring: "a" },
      { kind: "create" },
    ]);
  });

  it("waits with a rotation on demand until the successor has been published long enough", () => {
    const keys = [active({ rotationRequestedAt: at(2) }), next(10)];
    expect(planRotation(keys, at(9 + times.publishBeforeMs), times)).toEqual([]);
    expect(planRotation(keys, at(10 + times.publishBeforeMs), times)).toHaveLength(2);
  });

  it("lets the first key of a new algorithm sign when it has been published long enough", () => {
    expect(planRotation([next(0)], at(times.publishBeforeMs - 1), times)).toEqual([]);
    expect(planRotation([next(0)], at(times.publishBeforeMs), times)).toEqual([
      { kind: "activate", kid: "n", retiring: undefined },
      { kind: "create" },
    ]);
  });

  it("retires a key when nothing that it signed can be alive", () => {
    const keys = [active(), next(0), key("r", { state: "retiring", retiringAt: at(5) })];
    expect(planRotation(keys, at(4 + times.keepAfterMs), times)).toEqual([]);
    expect(planRotation(keys, at(5 + times.keepAfterMs), times)).toEqual([{ kind: "retire", kid: "r" }]);
  });
});

/** The rows of one algorithm over time, as an instance applies the plans. */
function simulate(turns: readonly { readonly afterMs: number; readonly onDemand: boolean }[]) {
  let rows: PlannedKey[] = [active(), next(1)];
  let now = 1;
  let made = 0;
  const history = [{ at: 0, rows }];
  for (const { afterMs, onDemand } of turns) {
    now += afterMs;
    if (onDemand)
      rows = rows.map((row) => (row.state === "active" ? { ...row, rotationRequestedAt: at(now) } : row));
    for (const step of planRotation(rows, at(now), times)) {
      if (step.kind === "create") rows = [...rows, key(`k${made++}`, { state: "next", createdAt: at(now) })];
      else if (step.kind === "retire") rows = change(rows, step.kid, { state: "retired" });
      else {
        if (step.retiring !== undefined)
          rows = change(rows, step.retiring, { state: "retiring", retiringAt: at(now) });
        rows = change(rows, step.kid, { state: "active", activatedAt: at(now) });
      }
    }
    expect(planRotation(rows, at(now), times)).toEqual([]);
    history.push({ at: now, rows });
  }
  return { history };
}

function change(rows: readonly PlannedKey[], kid: string, columns: Partial<PlannedKey>): PlannedKey[] {
  return rows.map((row) => (row.kid === kid ? { ...row, ...columns } : row));
}

describe("over any history of rotations", () => {
  const turns = fc.array(
    fc.record({
      afterMs: fc.oneof(
        // The moments at which something becomes due.
        fc.constantFrom(1, times.publishBeforeMs, times.keepAfterMs, times.rotateAfterMs),
        fc.integer({ min: 1, max: 20 * minute }),
        fc.integer({ min: 1, max: times.rotateAfterMs }),
      ),
      onDemand: fc.boolean(),
    }),
    { minLength: 1, maxLength: 60 },
  );

  /** From when until when a key was in one of `states`, by the database. */
  function span(
    { history }: ReturnType<typeof simulate>,
    kid: string,
    states: readonly PlannedKey["state"][],
  ) {
    const isIn = (rows: readonly PlannedKey[]) =>
      rows.some((row) => row.kid === kid && states.includes(row.state));
    const first = history.findIndex(({ rows }) => isIn(rows));
    const after = history.findIndex(({ rows }, index) => index > first && first >= 0 && !isIn(rows));
    return { from: history[first]?.at ?? Number.NaN, until: history[after]?.at };
  }

  it("one key signs and one waits at any time", () => {
    fc.assert(
      fc.property(turns, (list) => {
        for (const { rows } of simulate(list).history) {
          expect(rows.filter(({ state }) => state === "active")).toHaveLength(1);
          expect(rows.filter(({ state }) => state === "next")).toHaveLength(1);
        }
      }),
    );
  });

  it("any copy of the JWKS that may still be kept holds the key of any token that may still be alive", () => {
    fc.assert(
      fc.property(turns, (list) => {
        const simulation = simulate(list);
        for (const { kid } of simulation.history.at(-1)?.rows ?? []) {
          const published = span(simulation, kid, ["next", "active", "retiring"]);
          const signs = span(simulation, kid, ["active"]);
          // The oldest copy in use when the first token comes was given a cache lifetime ago, by an instance that had
          // not looked at the database for as long as it may.
          if (kid !== "a" && !Number.isNaN(signs.from))
            expect(signs.from - published.from).toBeGreaterThanOrEqual(
              jwksMaxAgeSeconds * 1000 + times.staleAfterMs,
            );
          // The last token comes from an instance that has not looked at the database for as long.
          if (published.until !== undefined && signs.until !== undefined)
            expect(published.until - signs.until).toBeGreaterThanOrEqual(
              times.staleAfterMs + longestJwtLifetimeSeconds * 1000,
            );
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("the time of a rotation that is told beforehand", () => {
  it("is the one at which the plan takes it, and not a moment earlier", () => {
    const young = times.rotateAfterMs - minute;
    const asked = { rotationRequestedAt: at(minute) };
    for (const [now, successor] of [
      [active(), next(minute)],
      [active(), next(young)],
      [active(asked), next(minute)],
      [active(asked), next(-times.publishBeforeMs)],
    ] as const) {
      const told = rotatesAt(now, successor, times)?.getTime() ?? Number.NaN;
      const moment = Math.max(told, minute);
      expect(planRotation([now, successor], at(moment), times)[0]).toMatchObject({ kind: "activate" });
      if (told > minute) expect(planRotation([now, successor], at(told - 1), times)).toEqual([]);
    }
    expect(rotatesAt(active(), undefined, times)).toBeUndefined();
  });
});

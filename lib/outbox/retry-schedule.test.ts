import { describe, expect, it } from "vitest";
import { isTooLate, nextAttempt, overADay } from "./retry-schedule.ts";

const createdAt = new Date("2026-06-01T12:00:00Z");
const since = (seconds: number) => new Date(createdAt.getTime() + seconds * 1000);

describe("trying again", () => {
  it.each([0, 0.5, 1])("waits longer each time, and has ten attempts within a day by chance %d", (random) => {
    let now = createdAt;
    const pauses: number[] = [];
    for (let attempts = 1; ; attempts += 1) {
      const next = nextAttempt(overADay, { attempts, createdAt }, now, random);
      if (!next) break;
      pauses.push((next.getTime() - now.getTime()) / 1000);
      now = next;
    }
    const factor = 0.8 + 0.4 * random;
    expect(pauses.slice(0, 4)).toEqual([10, 60, 300, 1800].map((pause) => Math.round(pause * factor)));
    expect(pauses).toHaveLength(9);
    expect([...pauses].sort((a, b) => a - b)).toEqual(pauses);
    expect(now.getTime()).toBeLessThan(since(86_400).getTime());
  });

  it("is a fifth earlier or later, by chance", () => {
    const at = (random: number) => nextAttempt(overADay, { attempts: 2, createdAt }, createdAt, random);
    expect([at(0), at(1)]).toEqual([since(48), since(72)]);
  });

  it("ends a day after the message was written, however few attempts there were", () => {
    expect(nextAttempt(overADay, { attempts: 1, createdAt }, since(86_395), 0.5)).toBeUndefined();
    expect(isTooLate(overADay, { createdAt }, since(86_400))).toBe(false);
    expect(isTooLate(overADay, { createdAt }, since(86_401))).toBe(true);
  });
});

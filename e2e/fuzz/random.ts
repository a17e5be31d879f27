/** Chance that can be repeated: the same seed draws the same. */

export interface Random {
  /** From 0 to below 1. */
  fraction(): number;
  /** From 0 to below `limit`. */
  below(limit: number): number;
  pick<T>(items: readonly [T, ...T[]] | readonly T[]): T;
  /** True in `share` of the cases. */
  chance(share: number): boolean;
  bytes(length: number): Uint8Array;
}

/** A generator of 32 bits of state (mulberry32): plenty for choosing where to strike. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number) => Math.floor(fraction() * limit);
  return {
    fraction,
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
    chance: (share) => fraction() < share,
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
  };
}

/** Seconds as people say them: a number and a unit. */
export const units = { minutes: 60, hours: 3600, days: 86_400 } as const;

export type Unit = keyof typeof units;

export const unitNames = Object.keys(units) as Unit[];

/** The largest unit that says it without a remainder. */
export function inUnits(seconds: number): { readonly amount: number; readonly unit: Unit } {
  const unit = unitNames.toReversed().find((name) => seconds % units[name] === 0) ?? "minutes";
  return { amount: seconds / units[unit], unit };
}

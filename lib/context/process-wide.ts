/**
 * State that must be single in a process. Next evaluates modules once for pages, once for routes, and the
 * server once more, so a module-level variable would exist several times; `globalThis` exists once.
 */
const cells = Symbol.for("latchkey.process-wide");

/** The one value of that name, made at first use. `name` must be unique in the program. */
export function processWide<T>(name: string, make: () => T): T {
  const holder = globalThis as { [cells]?: Map<string, unknown> };
  holder[cells] ??= new Map();
  if (!holder[cells].has(name)) holder[cells].set(name, make());
  return holder[cells].get(name) as T;
}

/** The state of a list lives in its address: what is searched, filtered, sorted, and where the page begins. */

export type ListState = Readonly<Record<string, string | undefined>>;

/** The address of the same list with some of it changed; empty values leave it. A change begins at the first page. */
export function listAddress(path: string, state: ListState, changes: ListState): string {
  const next = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...state, after: undefined, before: undefined, ...changes }))
    if (value !== undefined && value !== "") next.set(name, value);
  const query = next.toString();
  return query === "" ? path : `${path}?${query}`;
}

/** `name` ascending, `-name` descending: what a click on the heading asks for next. */
export function nextSort(current: string | undefined, column: string, first: "up" | "down" = "up"): string {
  const [here, other] = first === "up" ? [column, `-${column}`] : [`-${column}`, column];
  return current === here ? other : here;
}

export function sortDirection(
  current: string | undefined,
  column: string,
): "ascending" | "descending" | undefined {
  if (current === column) return "ascending";
  return current === `-${column}` ? "descending" : undefined;
}

/** Single keys on pages with a table: to the search, from row to row, ticking and opening. */

/** Never where somebody writes, chooses, or answers a question, nor together with a modifier. */
export function handleTableKey(event: KeyboardEvent, help: () => void): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTaken(event.target) || document.querySelector("dialog[open], [popover]:popover-open")) return;
  const act = actionOf(keyOf(event), help);
  if (act?.()) event.preventDefault();
}

/** Returns whether there was something to do. */
function actionOf(key: string, help: () => void): (() => boolean) | undefined {
  switch (key) {
    case "/":
      return () => focus(document.querySelector<HTMLElement>('main input[type="search"]'));
    case "j":
      return () => move(1);
    case "k":
      return () => move(-1);
    case "x":
      return () => press(currentRow()?.querySelector<HTMLElement>(".data-table-select input"));
    case "Enter":
      return () => document.activeElement === currentBox() && press(linkOf(currentRow()));
    case "?":
      return () => {
        help();
        return true;
      };
  }
  return undefined;
}

/** Where the layout has other letters, the key in the place of the Latin one counts. */
function keyOf({ key, code }: KeyboardEvent): string {
  const place = /^Key([JKX])$/.exec(code)?.[1];
  return place !== undefined && !/^[a-z]$/i.test(key) ? place.toLowerCase() : key;
}

function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return (
    target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit"].includes(target.type)
  );
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("main [data-row]")];
}

function currentRow(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>("main [data-row]") ?? null;
}

function currentBox(): Element | null {
  return currentRow()?.querySelector(".data-table-select input") ?? null;
}

function linkOf(row: HTMLElement | null): HTMLElement | null | undefined {
  return row?.querySelector<HTMLElement>("th a, a");
}

/** The focus stays in the list at its ends. */
function move(step: 1 | -1): boolean {
  const all = rows();
  const current = currentRow();
  const at = current ? all.indexOf(current) + step : step === 1 ? 0 : all.length - 1;
  const row = all[Math.max(0, Math.min(at, all.length - 1))];
  if (!row) return false;
  return focus(linkOf(row) ?? row.querySelector<HTMLElement>("input, button, summary") ?? row);
}

function focus(element: HTMLElement | null): boolean {
  if (!element) return false;
  if (element.matches("[data-row]")) element.tabIndex = -1;
  element.focus();
  element.scrollIntoView({ block: "nearest" });
  return true;
}

function press(element: HTMLElement | null | undefined): boolean {
  element?.click();
  return element !== null && element !== undefined;
}

/** Where an address that was refused differs from the registered one that it resembles most. */

export interface ComparedText {
  readonly before: string;
  /** What the other has not. */
  readonly different: string;
  readonly after: string;
}

export interface ComparedAddresses {
  readonly sent: ComparedText;
  readonly registered: ComparedText;
}

/** Undefined where nothing is registered, or it is registered by now. */
export function compareAddresses(sent: string, registered: readonly string[]): ComparedAddresses | undefined {
  if (registered.includes(sent)) return undefined;
  const compared = registered.map((address) => compare(sent, address));
  return compared.sort((a, b) => distance(a) - distance(b))[0];
}

/** Whether an address of the same scheme, host and port is registered. */
export function isKnownOrigin(sent: string, registered: readonly string[]): boolean {
  return registered.some((address) => placeOf(address) === placeOf(sent));
}

/** What stands for the place that an address leads to: its host, or the scheme of an app on a device. */
export function placeOf(address: string): string {
  const url = URL.parse(address);
  if (!url) return address;
  return url.host === "" ? url.protocol : `${url.protocol}//${url.host}`;
}

function distance({ sent, registered }: ComparedAddresses): number {
  return sent.different.length + registered.different.length;
}

function compare(sent: string, registered: string): ComparedAddresses {
  const shortest = Math.min(sent.length, registered.length);
  let start = 0;
  while (start < shortest && sent[start] === registered[start]) start++;
  let end = 0;
  while (end < shortest - start && sent.at(-1 - end) === registered.at(-1 - end)) end++;
  return { sent: split(sent, start, end), registered: split(registered, start, end) };
}

function split(text: string, start: number, end: number): ComparedText {
  const until = text.length - end;
  return { before: text.slice(0, start), different: text.slice(start, until), after: text.slice(until) };
}

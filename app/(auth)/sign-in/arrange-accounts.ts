/** Which accounts the sign-in page offers by name, and in which order. */

interface Named {
  readonly username: string;
}

export interface Wanted {
  /** Whom the app named. */
  readonly loginHint: string | undefined;
  /** Whom the browser shows already, and who is asked to confirm it or to add another account. */
  readonly shown: string | undefined;
}

/** None where the app means somebody whom the browser does not know: then the list would only mislead. */
export function arrangeAccounts<A extends Named>(known: readonly A[], { loginHint, shown }: Wanted): A[] {
  const first = (loginHint ?? shown)?.toLowerCase();
  const isFirst = ({ username }: A) => username.toLowerCase() === first;
  if (loginHint !== undefined && !known.some(isFirst)) return [];
  return [...known.filter(isFirst), ...known.filter((account) => !isFirst(account))];
}

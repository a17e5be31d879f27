/**
 * Where a sign-in is to lead, which goes along in the address of every page and form on the way: the server tells by it
 * the steps of an app's request from other pages (Cross-Origin-Opener-Policy).
 */
import { readToken } from "../search-params.ts";

export interface SignInGoal {
  readonly interaction: string | undefined;
  /** Held against what is allowed when the sign-in leads there. */
  readonly next: string | undefined;
}

type QueryValue = string | string[] | undefined;

export function readGoal(query: Readonly<Record<string, QueryValue>>): SignInGoal {
  const { interaction, next } = query;
  return {
    interaction: readToken(interaction),
    next: typeof next === "string" && next.length <= 512 ? next : undefined,
  };
}

export function goalOf(request: Request): SignInGoal {
  return readGoal(Object.fromEntries(new URL(request.url).searchParams));
}

export function signInAddress(
  path: `/sign-in${string}`,
  { interaction, next }: SignInGoal,
  more: Readonly<Record<string, string>> = {},
): `/sign-in${string}` {
  const query = new URLSearchParams({
    ...(interaction ? { interaction } : next ? { next } : {}),
    ...more,
  }).toString();
  return query === "" ? path : `${path}?${query}`;
}

/** Addresses of the ways back in, with the app's request that waits for the sign-in. */
import { z } from "zod";

type Path = `/sign-in/${string}`;

/** The token of the request: what it is worth is found out where it leads. */
export const interactionField = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .optional();

export function recoveryPath(path: Path, query: Readonly<Record<string, string | number | undefined>>): Path {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, `${value}`] as [string, string]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** `*` in a registered redirect URI: only where an administrator ticked it, and only for one label or one segment. */

/** Why this pattern cannot be registered; undefined when it can, or when it is no pattern. */
export function redirectWildcardProblem(uri: string, allowed: boolean): string | undefined {
  if (!uri.includes("*")) return undefined;
  if (!allowed) return "must not hold *: an administrator must allow patterns for this app first";
  const parts = /^https:\/\/([^/?#]*)([^?#]*)(.*)$/.exec(uri);
  if (!parts) return "may hold * only after https://";
  const [, host = "", path = "", rest = ""] = parts;
  if (rest.includes("*")) return "must not hold * in its query";
  const [first = "", ...others] = host.split(".");
  if (others.some((label) => label.includes("*")) || (first.includes("*") && first !== "*"))
    return "may hold * only as the whole first label of its host";
  // `*.com` would be everybody's.
  if (first === "*" && others.length < 2) return "must hold at least two labels after *";
  if (path.split("/").some((segment) => segment.includes("*") && segment !== "*"))
    return "may hold * only as a whole segment of its path";
  return undefined;
}

/** Looks at the sign-up fields before the server does, so that a slip costs no round trip. */

export type ProfileProblem = "emailMissing" | "emailInvalid" | "nameMissing" | "nameInvalid";

export interface ProfileProblems {
  readonly username?: ProfileProblem;
  readonly displayName?: ProfileProblem;
}

/** The server decides what is valid; this only catches what is certainly not. */
export function checkProfile(profile: { username: string; displayName: string }): ProfileProblems {
  const { username, displayName } = profile;
  return {
    ...(displayName === "" ? { displayName: "nameMissing" as const } : {}),
    ...(displayName.length > 64 ? { displayName: "nameInvalid" as const } : {}),
    ...(username === "" ? { username: "emailMissing" as const } : {}),
    ...(username !== "" && !/^[^\s@]+@[^\s@]+$/.test(username) ? { username: "emailInvalid" as const } : {}),
  };
}

/** The server's refusals, in the same terms; its own words stay out of the page, which has a language. */
export function problemsOf(fields: readonly { readonly path: string }[]): ProfileProblems {
  const paths = new Set(fields.map((field) => field.path));
  return {
    ...(paths.has("username") ? { username: "emailInvalid" as const } : {}),
    ...(paths.has("displayName") ? { displayName: "nameInvalid" as const } : {}),
  };
}

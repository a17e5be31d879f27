/** What a key may be given, in the areas of the administration and in words. */
import { keyScopes } from "#lib/api-keys/schema.ts";
import type { adminApiKeys } from "#lib/i18n/messages/en/admin-api-keys.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { type Permission, type Role, roleAllows } from "#lib/permissions/schema.ts";

type ScopeKey = keyof (typeof adminApiKeys)["scope"];

const areas = {
  people: ["users", "credentials", "groups", "invitations"],
  apps: ["clients", "consents"],
  activity: ["sessions", "audit"],
  system: ["settings", "signing_keys", "api_keys", "health"],
} as const;

export interface ScopeArea {
  readonly title: string;
  readonly scopes: readonly { readonly scope: Permission; readonly label: string }[];
}

/** `users.read` is `usersRead` in the catalogue, where a dot would begin a level of its own. */
export function scopeLabel(t: Translate, scope: string): string {
  const key = scope.replaceAll(/[._](\w)/g, (_, letter: string) => letter.toUpperCase());
  return t(`adminApiKeys.scope.${key as ScopeKey}`);
}

/** Only what somebody of this role may do. */
export function scopeAreas(t: Translate, role: Role): ScopeArea[] {
  const allowed = keyScopes.filter((scope) => roleAllows(role, scope));
  return (Object.keys(areas) as (keyof typeof areas)[])
    .map((area) => ({
      title: t(`admin.areas.${area}`),
      scopes: allowed
        .filter((scope) => (areas[area] as readonly string[]).includes(scope.split(".")[0] ?? ""))
        .map((scope) => ({ scope, label: scopeLabel(t, scope) })),
    }))
    .filter(({ scopes }) => scopes.length > 0);
}

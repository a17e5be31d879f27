/** Everybody who may knock at the administration of a running server, and what they knock about. */
import { type Role, roleSchema } from "#lib/permissions/schema.ts";
import { openBeside } from "../operation/instance.ts";
import { signUp } from "../operation/person.ts";
import { restRoot } from "./collect-operations.ts";

export interface Server {
  readonly baseUrl: string;
  readonly dataDir: string;
}

export interface Caller {
  readonly name: string;
  /** `recovered` came back in without a passkey; `unconfirmed` used one, but not in the last minutes. */
  readonly kind: "nobody" | "person" | "unconfirmed" | "recovered";
  readonly role: Role | undefined;
  readonly cookie: string;
}

/** Ids of what there is, by what it is called in addresses and forms. */
export type Targets = Readonly<Record<string, string>>;

const agedMinutes = 30;

/** One person of each role, two administrators whose sessions do not suffice, and nobody. */
export async function makeCallers(server: Server): Promise<Caller[]> {
  const callers: Caller[] = [{ name: "signed out", kind: "nobody", role: undefined, cookie: "" }];
  const make = async (name: string, kind: Caller["kind"], role: Role) => {
    const { cookie } = await signUp(server.baseUrl, `${kind}-${role}@example.com`);
    callers.push({ name, kind, role, cookie });
  };
  for (const role of roleSchema.options) await make(role, "person", role);
  await make("an administrator without a fresh confirmation", "unconfirmed", "admin");
  await make("an administrator who came back without a passkey", "recovered", "admin");
  const { sql, close } = openBeside(server.dataDir);
  const mine = (kind: string) => sql`user_id in (select id from users where username like ${`${kind}-%`})`;
  for (const role of roleSchema.options)
    await sql`update users set role = ${role} where username like ${`%-${role}@example.com`}`;
  await sql`update sessions set auth_time = now() - make_interval(mins => ${agedMinutes}) where ${mine("unconfirmed")}`;
  await sql`update sessions set method = 'recovery_code', amr = '{}' where ${mine("recovered")}`;
  await close();
  return callers;
}

/** Makes one of each, by the API and as `admin`, for the calls to be about. */
export async function makeTargets(server: Server, admin: Caller): Promise<Targets> {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await callRest(server.baseUrl, { method, path, body, cookie: admin.cookie });
    if (response.status !== 200) throw new Error(`${method} ${path}: ${response.status} ${response.code}`);
    return response.data as T;
  };
  const { username } = await signUp(server.baseUrl, "target@example.com");
  const { sql, close } = openBeside(server.dataDir);
  const [person] = await sql<{ user: string; session: string; credential: string; audit: string }[]>`
    select u.id as user, s.id as session, c.id as credential, (select id from audit_events limit 1) as audit
    from users u join sessions s on s.user_id = u.id join credentials c on c.user_id = u.id
    where u.username = ${username}`;
  await close();
  const group = await call<{ group: { id: string } }>("POST", "/groups", { name: "target" });
  const app = { name: "Target", redirectUris: ["https://app.example.com/cb"] };
  const { client } = await call<{ client: { id: string } }>("POST", "/clients", app);
  const secret = await call<{ id: string }>("POST", `/clients/${client.id}/secrets`, {});
  const invitation = await call<{ invitation: { id: string } }>("POST", "/invitations", {});
  const key = await call<{ apiKey: { id: string } }>("POST", "/api-keys", {
    name: "target",
    scopes: ["users.read"],
  });
  const { keys } = await call<{ keys: { kid: string }[] }>("GET", "/signing-keys");
  return {
    ...person,
    email: username,
    group: group.group.id,
    client: client.id,
    secret: secret.id,
    invitation: invitation.invitation.id,
    "api-key": key.apiKey.id,
    kid: keys[0]?.kid ?? "",
  };
}

/** An API key of `admin`. */
export async function makeKey(server: Server, admin: Caller, scopes: readonly string[]): Promise<string> {
  const { status, data, code } = await callRest(server.baseUrl, {
    method: "POST",
    path: "/api-keys",
    body: { name: "matrix", scopes },
    cookie: admin.cookie,
  });
  if (status !== 200) throw new Error(`an API key for ${scopes}: ${status} ${code}`);
  return (data as { key: string }).key;
}

export interface RestCall {
  readonly method: string;
  /** Below /api/v1/admin. */
  readonly path: string;
  readonly body?: unknown;
  readonly cookie?: string;
  readonly key?: string;
}

export async function callRest(baseUrl: string, { method, path, body, cookie, key }: RestCall) {
  const sent = body instanceof Blob ? body : body === undefined ? undefined : JSON.stringify(body);
  const response = await fetch(`${baseUrl}${restRoot}${path}`, {
    method,
    headers: {
      origin: baseUrl,
      ...(cookie ? { cookie } : {}),
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(sent === undefined
        ? {}
        : { "content-type": body instanceof Blob ? body.type : "application/json" }),
    },
    ...(sent === undefined ? {} : { body: sent }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  const { data, error } = (isJson ? JSON.parse(text) : {}) as { data?: unknown; error?: { code: string } };
  return { status: response.status, data, code: error?.code };
}

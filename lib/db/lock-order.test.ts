/**
 * Everything that may happen to the same few people, apps and groups, all at once: none fails for what another did
 * meanwhile, and whoever came too late reads why.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { deleteUser } from "#lib/accounts/delete-user.ts";
import { completeDeviceApproval } from "#lib/accounts/device-approval/complete-device-approval.ts";
import { disableUser, enableUser } from "#lib/accounts/disable-user.ts";
import { requestEmailChange } from "#lib/accounts/email/request-email.ts";
import { updateOwnProfile } from "#lib/accounts/profile/update-profile.ts";
import { createRecoveryLink } from "#lib/accounts/recovery/links/create-recovery-link.ts";
import { makeRecoveryCodes } from "#lib/accounts/recovery/make-recovery-codes.ts";
import { recoverByCode } from "#lib/accounts/recovery/recover-by-code.ts";
import { removePasskey } from "#lib/accounts/remove-passkey.ts";
import { endAllSessions, endOwnSession } from "#lib/accounts/sessions/end-own-sessions.ts";
import { endSessionsOfPerson } from "#lib/accounts/sessions/end-sessions-of-person.ts";
import { setUserRole } from "#lib/accounts/set-user-role.ts";
import { deleteClient } from "#lib/clients/delete-client.ts";
import { disableClient, enableClient } from "#lib/clients/disable-client.ts";
import { deviceCodeGrant, type NewClient } from "#lib/clients/schema.ts";
import { setClientGroups } from "#lib/clients/set-client-groups.ts";
import { updateClient } from "#lib/clients/update-client.ts";
import type { Context } from "#lib/context/context.ts";
import { errorTable } from "#lib/errors/codes.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { revokeGrant } from "#lib/grants/revoke-grant.ts";
import { addGroupMember } from "#lib/groups/add-group-member.ts";
import { setCustomClaim } from "#lib/groups/claims/set-custom-claim.ts";
import { deleteGroup } from "#lib/groups/delete-group.ts";
import { addGroupManager } from "#lib/groups/managers/change-managers.ts";
import { removeGroupMember } from "#lib/groups/remove-group-member.ts";
import { updateGroup } from "#lib/groups/update-group.ts";
import { toDomainError } from "#lib/http/unexpected-error.ts";
import { scheduledJobs } from "#lib/jobs/scheduled-jobs.ts";
import { runJob } from "#lib/jobs/start-jobs.ts";
import { decideConsent } from "#lib/oidc/authorize/decide-consent.ts";
import { beginDeviceAuthorization } from "#lib/oidc/device/begin-device-authorization.ts";
import { decideDevice } from "#lib/oidc/device/decide-device.ts";
import { enterUserCode } from "#lib/oidc/device/enter-user-code.ts";
import { redeemDeviceCode } from "#lib/oidc/device/redeem-device-code.ts";
import { signOutHere } from "#lib/oidc/logout/sign-out-here.ts";
import { PageError } from "#lib/oidc/page-error.ts";
import { revokeToken } from "#lib/oidc/revocation/revoke-token.ts";
import { ensureSubjectSalt } from "#lib/oidc/subjects/subject-salt.ts";
import { beginStepUp } from "#lib/passkeys/begin-step-up.ts";
import { revokePasskeys } from "#lib/passkeys/directory/revoke-passkeys.ts";
import { finishStepUp } from "#lib/passkeys/finish-step-up.ts";
import { revokePasskey } from "#lib/passkeys/managing/revoke-passkey.ts";
import { clearAttestationPolicy, setAttestationPolicy } from "#lib/passkeys/policy/set-attestation-policy.ts";
import { authenticationResponseSchema } from "#lib/passkeys/schema.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { approvalParties } from "#lib/testing/approval-parties.ts";
import { actorOf, type Person, signIn, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { authorize, obtainCode } from "#lib/testing/authorization.ts";
import { type BuiltGroup, buildGroup } from "#lib/testing/build-group.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { buildApp } from "#lib/testing/token-clients.ts";
import { redeemTestCode, requestTokens, type TestClient } from "#lib/testing/token-requests.ts";

let t: TestDatabase;
let operator: Context;
beforeAll(async () => {
  t = await testDatabase();
  operator = t.context({ actor: { type: "operator" } });
  await ensureSigningKeys(t.runtime());
  await ensureSubjectSalt(t.runtime());
});
// What is deleted takes along what hangs on it in PostgreSQL's own order, and circles that come of it are gone through again.
afterAll(() => t.close({ deadlocks: "expected" }));

interface World {
  readonly people: readonly (Person & {
    readonly sessions: readonly Context[];
    readonly codes: readonly string[];
  })[];
  readonly groups: readonly BuiltGroup[];
  readonly apps: readonly TestClient[];
  readonly tokens: readonly { readonly app: TestClient; readonly refresh: string; readonly access: string }[];
}

let worlds = 0;

/** Three people in two sessions each, all in two groups, all signed in to two apps. */
async function makeWorld(): Promise<World> {
  worlds += 1;
  const people = await Promise.all(
    [1, 2, 3].map((number) => makePerson(`person${worlds}-${number}@example.com`)),
  );
  const ids = people.map(({ actor }) => actor.userId);
  const groups = [await buildGroup(t.db, ids), await buildGroup(t.db, ids)];
  const grantTypes: NewClient["grantTypes"] = ["authorization_code", "refresh_token", deviceCodeGrant];
  const apps = [
    await buildApp(operator, { grantTypes }),
    await buildApp(operator, { grantTypes, backchannelLogoutUri: "https://app.example.com/out" }),
  ];
  const tokens: World["tokens"][number][] = [];
  for (const { sessions } of people)
    for (const app of apps) {
      const code = await obtainCode(sessions[0] ?? operator, app.client, { scope: "openid offline_access" });
      const { access_token: access, refresh_token: refresh = "" } = await redeemTestCode(
        t.context(),
        app,
        code,
      );
      tokens.push({ app, access, refresh });
    }
  // Asks, unlike the others, so nobody has a token of it yet.
  apps.push(await buildApp(operator, { grantTypes, firstParty: false }));
  return { people, groups, apps, tokens };
}

async function makePerson(username: string) {
  const person = await signUp(t.context(), { username });
  const first = t.context({ actor: person.actor });
  const { token } = (await signIn(t.context(), person.authenticator)).session;
  const second = t.context({ actor: await actorOf(t.context(), token) });
  const { codes } = await makeRecoveryCodes(first);
  return { ...person, sessions: [first, second], codes };
}

type Act = () => Promise<unknown>;

function actsOnPerson(world: World, person: World["people"][number]): Act[] {
  const { userId } = person.actor;
  const { groups, apps } = world;
  const [own = operator, other = operator] = person.sessions;
  return [
    ...apps.flatMap((app): Act[] => [
      () => signInToApp(own, app),
      () => signInToApp(other, app),
      () => signInDevice(own, app),
      () => revokeGrant(own, { clientId: app.client.id, userId }),
    ]),
    ...groups.flatMap(({ id: group }): Act[] => [
      () => addGroupMember(operator, { group, user: userId }),
      () => removeGroupMember(operator, { group, user: userId }),
      () => addGroupManager(operator, { group, user: userId }),
    ]),
    () => signIn(t.context(), person.authenticator),
    () => signOutHere(own, "shown"),
    () => endOwnSession(own, other.actor.type === "user" ? other.actor.sessionId : ""),
    () => endAllSessions(other),
    () => endSessionsOfPerson(operator, userId),
    () => disableUser(operator, userId),
    () => enableUser(operator, userId),
    () => setUserRole(operator, { id: userId, role: "helpdesk" }),
    () => setUserRole(operator, { id: userId, role: "user" }),
    () => setCustomClaim(operator, { owner: { user: userId }, name: "desk", value: 4 }),
    () => makeRecoveryCodes(own),
    () => recoverByCode(t.context(), person.codes[0] ?? ""),
    () => recoverByCode(t.context(), person.codes[1] ?? ""),
    () => stepUp(own, person),
    () => updateOwnProfile(own, { displayName: "Renamed" }),
    () => requestEmailChange(other, { email: `${userId}@elsewhere.example` }),
    () => letIn(own),
    () => createRecoveryLink(operator, { userId, mail: false }),
    () => removePasskey(own, person.passkey.id),
    () => revokePasskey(operator, { id: person.passkey.id, reason: "lost" }),
  ];
}

function actsOnAll({ people, groups, apps, tokens }: World): Act[] {
  const ids = people.map(({ passkey }) => passkey.id);
  return [
    ...tokens.flatMap(({ app, refresh, access }): Act[] => [
      () => requestTokens(t.context(), app, { grant_type: "refresh_token", refresh_token: refresh }),
      () => requestTokens(t.context(), app, { grant_type: "refresh_token", refresh_token: refresh }),
      () => revoke(app, access),
      () => revoke(app, refresh),
    ]),
    ...apps.flatMap(({ client: { id } }): Act[] => [
      () => updateClient(operator, { id, changes: { name: "Renamed" } }),
      () => setClientGroups(operator, { clientId: id, groupIds: groups.map((group) => group.id) }),
      () => setClientGroups(operator, { clientId: id, groupIds: groups.map((group) => group.id).reverse() }),
      () => setClientGroups(operator, { clientId: id, groupIds: [] }),
      () => disableClient(operator, id),
      () => enableClient(operator, id),
    ]),
    ...groups.flatMap(({ id }): Act[] => [
      () => updateGroup(operator, { id, displayName: "Renamed" }),
      () => setAttestationPolicy(operator, {}, { group: id }),
      () => clearAttestationPolicy(operator, { group: id }),
    ]),
    () => revokePasskeys(operator, { ids, reason: "lost" }),
    () => revokePasskeys(operator, { ids: ids.toReversed(), reason: "lost" }),
  ];
}

/** What takes others along, and what tidies up behind everybody. */
function endings({ people, groups, apps }: World): Act[] {
  const muchLater = new Date(testNow.getTime() + 400 * 86_400_000);
  return [
    ...people.map(
      ({ actor }): Act =>
        () =>
          deleteUser(operator, actor.userId),
    ),
    ...apps.map(
      ({ client }): Act =>
        () =>
          deleteClient(operator, client.id),
    ),
    ...groups.map(
      ({ id }): Act =>
        () =>
          deleteGroup(operator, id),
    ),
    ...scheduledJobs.flatMap((job): Act[] =>
      "run" in job ? [() => runJob(t.runtime(), job, muchLater)] : [],
    ),
  ];
}

/** As far as it goes: whoever is signed out by then is led to the sign-in page. */
async function signInToApp(ctx: Context, app: TestClient) {
  let answer = await authorize(ctx, app.client);
  const interaction = answer.searchParams.get("interaction");
  if (answer.pathname === "/consent" && interaction !== null) {
    const decide = () => decideConsent(ctx, { interaction, decision: "allow" });
    const [{ location }] = await Promise.all([decide(), decide().catch(() => undefined)]);
    answer = new URL(location);
  }
  const code = answer.searchParams.get("code");
  return code === null ? undefined : await redeemTestCode(t.context(), app, code);
}

async function signInDevice(ctx: Context, { client }: TestClient) {
  const device = await beginDeviceAuthorization(t.context(), {
    client,
    entries: [["scope", "openid"]],
    dpopJkt: undefined,
  });
  const asked = new URL((await enterUserCode(ctx, { userCode: device.user_code })).location);
  const interaction = asked.searchParams.get("interaction") ?? "";
  await decideDevice(ctx, { interaction, decision: "allow" });
  const redemption = { deviceCode: device.device_code, resources: [], dpopJkt: undefined };
  return await redeemDeviceCode(t.context(), client, redemption);
}

async function stepUp(ctx: Context, { authenticator }: Person) {
  const answer = authenticator.get(await beginStepUp(ctx));
  return await finishStepUp(ctx, authenticationResponseSchema.parse(answer));
}

/** Another browser asks, and the person lets it in. */
async function letIn(ctx: Context) {
  const parties = approvalParties(t);
  const browser = await parties.ask();
  await parties.approve(ctx, browser);
  return await completeDeviceApproval(parties.waiting(), browser.secret);
}

function revoke({ client, secret = "" }: TestClient, token: string) {
  const entries = Object.entries({ client_id: client.id, client_secret: secret, token });
  return revokeToken(t.context(), { entries, authorization: undefined });
}

/** Refused with words that fit, as the routes would say it. */
const isRefusal = (reason: unknown) =>
  reason instanceof OAuthError ||
  reason instanceof PageError ||
  errorTable[toDomainError(undefined, reason).code].status < 500;

/** In an order of its own each time, that a failure names. */
async function allAtOnce(acts: readonly Act[], seed: number): Promise<void> {
  const order = acts
    .map((act, index) => ({ act, at: Math.sin(seed * 1000 + index * 7919) }))
    .sort((a, b) => a.at - b.at);
  const results = await Promise.allSettled(order.map(({ act }) => act()));
  const failures = results.flatMap((result) =>
    result.status === "rejected" && !isRefusal(result.reason) ? [result.reason as unknown] : [],
  );
  expect(failures, `in order ${seed}`).toEqual([]);
  expect(results.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(5);
}

it.each([1, 2])("acts on the same people, apps and groups go by one another, in order %i", async (seed) => {
  const world = await makeWorld();
  await allAtOnce(
    [...world.people.flatMap((person) => actsOnPerson(world, person)), ...actsOnAll(world)],
    seed,
  );
});

it.each([3, 4])(
  "nor does it fail where people, apps and groups are deleted meanwhile, in order %i",
  async (seed) => {
    const world = await makeWorld();
    const acts = [
      ...world.people.flatMap((person) => actsOnPerson(world, person)),
      ...actsOnAll(world),
      ...endings(world),
    ];
    await allAtOnce(acts, seed);
  },
);

/** Whether a sign-in becomes slower as the tables grow: two servers, one with a hundred times the people. */
import { loadConfig } from "#lib/config/load-config.ts";
import { openPool } from "#lib/db/client.ts";
import { openDatabase } from "#lib/db/open.ts";
import type { SoftwareAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { type Bench, figure } from "./bench.ts";
import { type Drive, drive, openCaller } from "./load.ts";
import { generousLimits, signInBy, signUp } from "./people.ts";
import {
  ensureBuilt,
  makeDataDirectory,
  pinLoad,
  type ServerProcess,
  startServer,
  untilOk,
} from "./server-process.ts";

const sizes = { small: 1_000, large: 100_000 } as const;
const rounds = 7;
const roundMs = 2_000;
const warmUpMs = 3_000;
/** Few, so that times tell of the work and not of the queue. */
const people = 4;

interface Instance {
  readonly server: ServerProcess;
  readonly names: readonly string[];
  readonly authenticators: readonly SoftwareAuthenticator[];
  readonly stop: () => Promise<void>;
}

export const growthBench: Bench = {
  name: "growth",
  summary: `sign-in by name with ${sizes.small} and ${sizes.large} people, three passkeys each`,
  run: async (say) => {
    await ensureBuilt(say);
    pinLoad();
    const instances: Instance[] = [];
    try {
      for (const size of Object.values(sizes)) {
        say(`making ${size} people`);
        instances.push(await startWith(size));
      }
      const [small, large] = instances as [Instance, Instance];
      say("warming up");
      for (const instance of instances) await measure(instance, warmUpMs);
      const samples: { small: Drive; large: Drive }[] = [];
      for (let round = 1; round <= rounds; round++) {
        say(`round ${round} of ${rounds}`);
        samples.push({ small: await measure(small, roundMs), large: await measure(large, roundMs) });
      }
      return figuresOf(samples);
    } finally {
      for (const instance of instances) await instance.stop();
    }
  },
};

function figuresOf(samples: readonly { readonly small: Drive; readonly large: Drive }[]) {
  return (["p50", "p99"] as const).flatMap((key) => [
    figure(
      `${key} with ${sizes.small} people`,
      "ms",
      samples.map(({ small }) => small[key]),
    ),
    figure(
      `${key} with ${sizes.large} people`,
      "ms",
      samples.map(({ large }) => large[key]),
    ),
    figure(
      `${key}, ratio`,
      "×",
      samples.map(({ small, large }) => large[key] / small[key]),
    ),
  ]);
}

async function startWith(size: number): Promise<Instance> {
  const data = makeDataDirectory();
  const server = await startServer(data.path, generousLimits);
  const stop = async () => {
    await server.stop();
    data.remove();
  };
  try {
    await untilOk(server, `${server.url}/api/v1/health`);
    await seed(data.path, size);
    server.pinTo(0);
    const names = Array.from({ length: people }, (_, index) => `person${index}@example.com`);
    const authenticators = [];
    for (const name of names) authenticators.push(await signUp(server.url, name));
    return { server, names, authenticators, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Rows as registrations leave them, but for keys that open nothing: only the people who signed up sign in. */
async function seed(dataDir: string, size: number): Promise<void> {
  const { address } = await openDatabase(loadConfig({ DATA_DIR: dataDir }), "command");
  const pool = openPool(address, {
    maxConnections: 1,
    statementTimeoutMs: 0,
    applicationName: "latchkey-bench",
  });
  const handle = (from: string) => `decode(repeat(md5(${from}), 4), 'hex')`;
  try {
    await pool.sql.unsafe(`insert into users (id, username, display_name, webauthn_handle, role, status, created_at, updated_at)
      select gen_random_uuid(), 'seeded' || n || '@example.com', 'Seeded ' || n, ${handle("n::text")}, 'user', 'active', now(), now()
      from generate_series(1, ${size}) n`);
    await pool.sql.unsafe(`insert into credentials (id, user_id, credential_id, public_key, algorithm, sign_count, aaguid,
        transports, device_type, backup_eligible, backup_state, user_verified, attestation_format, attestation_trust,
        name, created_at)
      select gen_random_uuid(), u.id, decode(md5(u.id::text || k) || md5(k || u.id::text), 'hex'), ${handle("u.id::text || k")} || ${handle("k || u.id::text")},
        -7, 0, '00000000-0000-0000-0000-000000000000', '{internal}', 'multi_device', true, true, true, 'none', 'none',
        'Passkey ' || k, now()
      from users u cross join generate_series(1, 3) k`);
    await pool.sql.unsafe("vacuum analyze");
    await pool.sql.unsafe("checkpoint");
  } finally {
    await pool.close();
  }
}

async function measure({ server, names, authenticators }: Instance, forMs: number): Promise<Drive> {
  const callers = authenticators.map(() => openCaller(server.url));
  const acts = callers.flatMap((caller, index) => {
    const authenticator = authenticators[index];
    return authenticator ? [signInBy(caller, authenticator, names[index])] : [];
  });
  const result = await drive(acts, forMs);
  for (const caller of callers) caller.close();
  return result;
}

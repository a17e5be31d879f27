/** The Drizzle client over one postgres-js pool, and the types that stores take. */
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import * as schema from "#drizzle/schema/index.ts";
import { againAfterDeadlock } from "./again-after-deadlock.ts";

export type Schema = typeof schema;
/** What stores take: the pool or a transaction. */
export type Db = Pick<
  PostgresJsDatabase<Schema>,
  "select" | "insert" | "update" | "delete" | "execute" | "$with" | "with"
>;
/** What operations open transactions on. */
export type Database = PostgresJsDatabase<Schema>;

/** Where PostgreSQL listens. */
export type Address =
  | { readonly url: string }
  | {
      readonly socketDirectory: string;
      readonly port: number;
      readonly database: string;
      readonly user: string;
    };

export interface Pool {
  readonly db: Database;
  readonly sql: Sql;
  close(): Promise<void>;
}

export interface PoolOptions {
  readonly maxConnections: number;
  /** Milliseconds before PostgreSQL cancels a statement; 0 for none (migrations, exports). */
  readonly statementTimeoutMs: number;
  readonly applicationName: string;
}

/** Opens a pool; connections are made at first use. Notices are dropped: nothing acts on them. */
export function openPool(address: Address, options: PoolOptions): Pool {
  const settings = {
    max: options.maxConnections,
    idle_timeout: 600,
    max_lifetime: 1800,
    connect_timeout: 30,
    onnotice: () => {},
    connection: {
      application_name: options.applicationName,
      statement_timeout: options.statementTimeoutMs,
      TimeZone: "UTC",
    },
  };
  const sql =
    "url" in address
      ? postgres(address.url, settings)
      : postgres({
          ...settings,
          host: address.socketDirectory,
          port: address.port,
          database: address.database,
          username: address.user,
        });
  return { db: openDatabase(sql), sql, close: () => sql.end({ timeout: 5 }) };
}

function openDatabase(sql: Sql): Database {
  const db = drizzle(sql, { schema });
  const once = db.transaction.bind(db);
  db.transaction = (work, config) => againAfterDeadlock(() => once(work, config));
  return db;
}

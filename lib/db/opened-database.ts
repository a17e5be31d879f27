/** What opening a database, embedded or external, gives to whoever opened it. */
import type { Address } from "./client.ts";

export interface OpenedDatabase {
  readonly address: Address;
  /** Where key file and, when embedded, the cluster lie. */
  readonly dataDir: string;
  readonly embedded: boolean;
  /** What the operator should know about where things run. */
  readonly notices: readonly string[];
  /** Stops the embedded server, if this process runs it; pools are closed before. */
  close(): Promise<void>;
}

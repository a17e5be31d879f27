/** Every case of the FIDO Alliance's server list against the running server; `suite-table.ts` prints the sum. */
import { afterAll, beforeAll } from "vitest";
import { startInstance, stopInstance } from "./instance.ts";
import { metadataVariables, removeMetadata } from "./metadata.ts";
import "./cases/creation-options.ts";
import "./cases/attestation-structure.ts";
import "./cases/client-data.ts";
import "./cases/attestation-object.ts";
import "./cases/algorithms.ts";
import "./cases/packed.ts";
import "./cases/other-formats.ts";
import "./cases/request-options.ts";
import "./cases/assertion-structure.ts";
import "./cases/assertion-authenticator-data.ts";
// Last: it gives the server other metadata.
import "./cases/metadata.ts";

beforeAll(() => startInstance(metadataVariables()), 180_000);
afterAll(async () => {
  await stopInstance();
  removeMetadata();
});

/** Every case of the FIDO Alliance's server list against the running server; `suite-table.ts` prints the sum. */
import { afterAll, beforeAll } from "vitest";
import { startInstance, stopInstance } from "./instance.ts";
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

beforeAll(() => startInstance({}), 180_000);
afterAll(stopInstance);

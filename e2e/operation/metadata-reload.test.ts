/** A running server takes new metadata by itself, and drops what it no longer says. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeAuthority } from "#lib/testing/authenticator/attestation/authority.ts";
import { type BlobFault, buildMetadataBlob } from "#lib/testing/metadata/build-metadata-blob.ts";
import { makeMetadataAuthority } from "#lib/testing/metadata/metadata-authority.ts";
import { metadataEntry } from "#lib/testing/metadata/metadata-entry.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { beginSignIn, finishSignIn, signUp } from "./person.ts";

/** The job looks at the file twice a minute. */
const patience = { timeout: 90_000, interval: 1000 };
const service = makeMetadataAuthority();
const model = { aaguid: crypto.randomUUID(), authority: makeAuthority() };
const folder = mkdtempSync(join(tmpdir(), "latchkey-reload-"));
const blobFile = join(folder, "blob.jwt");

let latchkey: LatchkeyProcess;
beforeAll(async () => {
  writeFileSync(join(folder, "root.pem"), service.rootPem);
  publish(1);
  latchkey = await startLatchkey({
    variables: { BASE_URL: "", MDS_BLOB: blobFile, MDS_ROOT: join(folder, "root.pem") },
  });
});
afterAll(async () => {
  await latchkey.stop();
  rmSync(folder, { recursive: true });
});

/** As an operator's timer does: never half a file. */
function publish(no: number, { statuses, fault }: { statuses?: string[]; fault?: BlobFault } = {}): void {
  const entry = metadataEntry({
    aaguid: model.aaguid,
    roots: [model.authority.root.der],
    ...(statuses ? { statuses } : {}),
  });
  const blob = buildMetadataBlob({ authority: service, entries: [entry], no, ...(fault ? { fault } : {}) });
  writeFileSync(`${blobFile}.new`, blob);
  renameSync(`${blobFile}.new`, blobFile);
}

it("refuses who has a model that was reported meanwhile, and no bad BLOB takes that back", async () => {
  const person = await signUp(latchkey.baseUrl, "ana@example.com", { attestation: "packed", ...model });
  const process = latchkey.pid;
  const signIn = async () => {
    const options = await beginSignIn(latchkey.baseUrl);
    return await finishSignIn(latchkey.baseUrl, person, options).then(
      () => "signed in",
      (error: Error) => /"code":"(\w+)"/.exec(error.message)?.[1],
    );
  };
  expect(await signIn()).toBe("signed in");
  publish(2, { statuses: ["FIDO_CERTIFIED", "REVOKED"] });
  await expect.poll(signIn, patience).toBe("ATTESTATION_NOT_ALLOWED");
  publish(3, { fault: "signature-corrupt" });
  await expect.poll(() => latchkey.output(), patience).toMatch(/new metadata was refused/);
  expect(await signIn()).toBe("ATTESTATION_NOT_ALLOWED");
  expect(latchkey.pid).toBe(process);
}, 240_000);

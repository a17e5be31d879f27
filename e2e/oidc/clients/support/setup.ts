/** Starts the server that real clients sign in through: on https, behind a proxy, as it is deployed. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { makeServerCertificate, type ServerCertificate } from "#lib/testing/smtp-server.ts";
import { startLatchkey } from "../../../support/latchkey-process.ts";
import { isApacheInstalled } from "./is-apache-installed.ts";
import { startTlsProxy } from "./tls-proxy.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** For `localhost`, with the authority that clients are to trust. */
    certificate: ServerCertificate;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!isApacheInstalled())
    console.log(
      "mod_auth_openidc is not installed here: its tests are left out. (apt-get install apache2 libapache2-mod-auth-openidc)",
    );
  const certificate = makeServerCertificate();
  const folder = mkdtempSync(join(tmpdir(), "latchkey-authority-"));
  const authorityFile = join(folder, "authority.pem");
  writeFileSync(authorityFile, certificate.authority);
  const proxy = await startTlsProxy(certificate);
  const latchkey = await startLatchkey({
    variables: {
      BASE_URL: proxy.address,
      TRUSTED_PROXIES: "127.0.0.1",
      DYNAMIC_REGISTRATION: "open",
      // The apps of these tests are on this machine, and are told there when somebody signs out.
      ALLOW_PRIVATE_NETWORK: "localhost",
      NODE_EXTRA_CA_CERTS: authorityFile,
    },
  });
  proxy.leadTo(Number(new URL(latchkey.baseUrl).port));
  project.provide("baseUrl", proxy.address);
  project.provide("dataDir", latchkey.dataDir);
  project.provide("certificate", certificate);
  return async () => {
    await latchkey.stop();
    await proxy.close();
    rmSync(folder, { recursive: true });
  };
}

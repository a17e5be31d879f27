/** The provider behind its proxy, and this process's trust in the certificate there. */
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { inject } from "vitest";
import { type Issuer, makeIssuer } from "../../support/issuer.ts";

/** What an operator does with NODE_EXTRA_CA_CERTS, for clients that already run. */
export function deployedIssuer(): Issuer {
  setDefaultCACertificates([...getCACertificates("default"), inject("certificate").authority]);
  const address = inject("baseUrl");
  return makeIssuer(address, address, inject("dataDir"), undefined);
}

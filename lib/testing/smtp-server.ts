/** A real SMTP server on the loopback address that keeps what it is given. */
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { makeAuthority } from "./authenticator/attestation/authority.ts";
import { issueCertificate } from "./authenticator/certificate.ts";
import { implicit, sequence } from "./authenticator/der.ts";
import { makeKeyPair } from "./authenticator/key-pair.ts";
import { toPem } from "./metadata/metadata-authority.ts";

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they came. */
  readonly raw: string;
  readonly encrypted: boolean;
  readonly user: string | undefined;
}

export interface TestSmtpServer {
  readonly port: number;
  readonly received: ReceivedMail[];
  /** What it answers to each recipient: a code of 400 or more refuses; undefined takes the mail. */
  refuseWith: (recipient: string) => { readonly code: number; readonly words: string } | undefined;
  /** How many connections have been opened so far. */
  readonly connections: () => number;
  close(): Promise<void>;
}

export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
  /** PEM of who issued it. */
  readonly authority: string;
}

/** For `localhost`, by an authority that nobody trusts yet. */
export function makeServerCertificate(host = "localhost"): ServerCertificate {
  const { root, intermediate } = makeAuthority({ subject: [["CN", "Example Mail Root"]] });
  const keyPair = makeKeyPair(-7);
  const leaf = issueCertificate(
    {
      subject: [["CN", host]],
      basicConstraints: { ca: false },
      keyUsage: ["digitalSignature"],
      extensions: [{ oid: "2.5.29.17", value: sequence(implicit(2, Buffer.from(host))) }],
    },
    keyPair,
    intermediate,
  );
  return {
    cert: [leaf, intermediate].map(({ der }) => toPem(der, "CERTIFICATE")).join(""),
    key: keyPair.privateKeyObject.export({ type: "pkcs8", format: "pem" }) as string,
    authority: toPem(root.der, "CERTIFICATE"),
  };
}

/** Without a certificate it speaks in the clear only. `password` is asked for where it is given. */
export async function startSmtpServer(
  options: {
    readonly certificate?: ServerCertificate;
    readonly implicitTls?: boolean;
    readonly password?: string;
  } = {},
): Promise<TestSmtpServer> {
  const { certificate, implicitTls = false, password } = options;
  const received: ReceivedMail[] = [];
  let connections = 0;
  const server = new SMTPServer({
    secure: implicitTls,
    ...(certificate ? { cert: certificate.cert, key: certificate.key } : {}),
    disabledCommands: [...(certificate ? [] : ["STARTTLS"]), ...(password === undefined ? ["AUTH"] : [])],
    logger: false,
    // It would ask name servers who we are before it greets.
    disableReverseLookup: true,
    onConnect: (_session, callback) => {
      connections += 1;
      callback();
    },
    onAuth: (auth, _session, callback) =>
      auth.password === password
        ? callback(null, { user: auth.username ?? "" })
        : callback(Object.assign(new Error("wrong user or password"), { responseCode: 535 })),
    onRcptTo: ({ address }, _session, callback) => {
      const refusal = test.refuseWith(address);
      if (!refusal) return callback();
      callback(Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("utf8"),
          encrypted: session.secure,
          user: typeof session.user === "string" ? session.user : undefined,
        });
        callback();
      });
    },
  });
  // A client that goes away in the middle is what some tests are about.
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const test: TestSmtpServer = {
    port: (server.server.address() as AddressInfo).port,
    received,
    refuseWith: () => undefined,
    connections: () => connections,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return test;
}

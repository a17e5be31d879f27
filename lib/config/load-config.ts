/** Environment → one frozen Config, or every problem at once. */
import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { StartupError } from "#lib/errors/startup-error.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { checkMail, deriveMail, type MailConfig } from "./mail.ts";
import { checkPrivateNetwork } from "./private-network.ts";
import { projectRoot } from "./project-root.ts";
import { deriveRunTime, type RunTimeConfig, type RunTimeValues } from "./run-time.ts";
import { type Environment, environmentSchema, fileVariables } from "./schema.ts";

type Variables = Readonly<Record<string, string | undefined>>;

export interface Config extends RunTimeValues {
  /** Issuer and WebAuthn origin: scheme, host and port, no trailing slash. */
  readonly baseUrl: string;
  readonly port: number;
  readonly host: string;
  readonly secure: boolean;
  /** Absent: the embedded PostgreSQL below `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly databaseMaxConnections: number;
  /** Absolute. Where it was not set, `lib/db/embedded` may move it to where PostgreSQL can reach it. */
  readonly dataDir: string;
  readonly dataDirIsDefault: boolean;
  /** Where the program's own files lie. Known here, because bundled modules no longer know where they came from. */
  readonly programDirectory: string;
  readonly rpId: string;
  readonly rpName: string;
  readonly allowedOrigins: readonly string[];
  /** Pages that may frame the pages of `allowedOrigins` while a passkey is used; empty: no frame of another site. */
  readonly allowedTopOrigins: readonly string[];
  readonly challengeTimeoutSeconds: number;
  readonly maxCredentialsPerUser: number;
  /** Opens the FIDO Alliance's test interface, by which anybody makes accounts and adds passkeys to those. */
  readonly fidoConformanceApi: boolean;
  /** Whose reading holds where WebAuthn Level 3 and FIDO's conformance rules disagree. */
  readonly webauthnRules: "webauthn" | "fido";
  /** Where authenticator metadata comes from; absent: there is none, and no attestation is trusted. */
  readonly metadata: MetadataConfig | undefined;
  /** MaxMind DB file that says where addresses are; absent: addresses are shown as they are. */
  readonly geoipDatabase: string | undefined;
  readonly encryptionKeys: readonly { readonly id: string; readonly key: Uint8Array }[] | undefined;
  /** Absent: `keys.json` in the data directory. */
  readonly keyFile: string | undefined;
  /** How long a key of the issuer signs before the next one takes over. */
  readonly signingKeyRotationDays: number;
  /** Whether people may let in a browser without a passkey from one where they have theirs. */
  readonly deviceApproval: boolean;
  /** Whether people without special rights may have a link to sign in mailed to them. */
  readonly emailSignIn: boolean;
  /** For people of whom nothing says another language. */
  readonly defaultLocale: Locale;
  /** Shows English in strange letters, so that what is not translated stands out. */
  readonly pseudoEnglish: boolean;
  readonly rateLimit: {
    readonly enabled: boolean;
    readonly requests: number;
    readonly windowSeconds: number;
  };
  readonly corsOrigins: readonly string[];
  readonly hsts: { readonly enabled: boolean; readonly maxAgeSeconds: number };
  readonly trustedProxies: readonly string[];
  /** Hosts, addresses and ranges outside the internet that addresses which apps register may lead to. */
  readonly allowedPrivateNetwork: readonly string[];
  /** Whether apps may register themselves (RFC 7591): not at all, with a token from us, or freely. */
  readonly dynamicRegistration: "off" | "token" | "open";
  /** Resource indicators (RFC 8707) that apps may name which registered themselves. */
  readonly dynamicClientResources: readonly string[];
  /** Whether the address of a document may be a client id. */
  readonly clientIdMetadataDocuments: boolean;
  /** Absent: nobody gets mail. */
  readonly mail: MailConfig | undefined;
  readonly log: {
    readonly level: Environment["LOG_LEVEL"];
    readonly format: "json" | "pretty";
  };
  readonly runTime: RunTimeConfig;
}

export interface MetadataConfig {
  readonly source: { readonly file: string } | { readonly url: string };
  /** PEM file of the certificates that a signer's chain may end in. */
  readonly rootFile: string;
  /** DNS name that the signing certificate must carry; absent: any that the root vouches for. */
  readonly signer: string | undefined;
  /** Revocation lists, PEM or DER. */
  readonly revocationListFiles: readonly string[];
}

/** The process's own variables over those of `.env` in the working directory. */
export function readEnvironment(): Variables {
  return { ...readDotEnv(), ...process.env };
}

/**
 * Checks all variables and derives the configuration.
 * @throws StartupError whose remedies name every bad variable and the values that are valid.
 */
export function loadConfig(variables: Variables): Config {
  const { values, problems } = readFileVariables(variables);
  const parsed = environmentSchema.safeParse(values);
  if (!parsed.success) {
    problems.push(
      ...parsed.error.issues.map((issue) => `${issue.path[0]?.toString() ?? "?"} ${issue.message}`),
    );
    throw new StartupError("The configuration is not valid.", problems);
  }
  const config = derive(parsed.data, values);
  problems.push(
    ...checkAddress(config),
    ...checkConformance(config, parsed.data),
    ...checkMetadata(parsed.data),
    ...checkMail(parsed.data),
    ...checkPrivateNetwork(config.allowedPrivateNetwork),
  );
  if (problems.length > 0) throw new StartupError("The configuration is not valid.", problems);
  return Object.freeze(config);
}

function derive(env: Environment, given: Variables): Config {
  const runTime = deriveRunTime(env, given);
  const baseUrl = env.BASE_URL ?? `http://localhost:${env.PORT}`;
  const url = new URL(baseUrl);
  const secure = url.protocol === "https:";
  return {
    baseUrl,
    port: env.PORT,
    host: env.HOST,
    secure,
    databaseUrl: env.DATABASE_URL,
    databaseMaxConnections: env.DATABASE_MAX_CONNECTIONS,
    dataDir: env.DATA_DIR ?? resolve("data"),
    dataDirIsDefault: env.DATA_DIR === undefined,
    programDirectory: projectRoot(),
    rpId: env.RP_ID ?? url.hostname,
    rpName: env.RP_NAME,
    allowedOrigins: Object.freeze([...new Set([baseUrl, ...(env.ALLOWED_ORIGINS ?? [])])]),
    allowedTopOrigins: Object.freeze([...new Set(env.ALLOWED_TOP_ORIGINS)]),
    challengeTimeoutSeconds: env.CHALLENGE_TIMEOUT_SECONDS,
    maxCredentialsPerUser: env.MAX_CREDENTIALS_PER_USER,
    fidoConformanceApi: env.FIDO_CONFORMANCE_API !== "false",
    webauthnRules: env.WEBAUTHN_RULES,
    metadata: deriveMetadata(env),
    geoipDatabase: env.GEOIP_DATABASE,
    encryptionKeys: env.ENCRYPTION_KEYS,
    keyFile: env.KEY_FILE,
    signingKeyRotationDays: env.SIGNING_KEY_ROTATION_DAYS,
    deviceApproval: env.DEVICE_APPROVAL,
    emailSignIn: env.EMAIL_SIGN_IN === "on",
    defaultLocale: env.DEFAULT_LOCALE,
    pseudoEnglish: env.PSEUDO_ENGLISH,
    rateLimit: Object.freeze({
      enabled: env.RATE_LIMIT_ENABLED,
      requests: env.RATE_LIMIT_REQUESTS,
      windowSeconds: env.RATE_LIMIT_WINDOW,
    }),
    corsOrigins: Object.freeze(env.CORS_ORIGINS),
    hsts: Object.freeze({ enabled: env.HSTS_ENABLED ?? secure, maxAgeSeconds: env.HSTS_MAX_AGE }),
    trustedProxies: Object.freeze(env.TRUSTED_PROXIES),
    allowedPrivateNetwork: Object.freeze(env.ALLOW_PRIVATE_NETWORK),
    dynamicRegistration: env.DYNAMIC_REGISTRATION,
    dynamicClientResources: Object.freeze(env.DYNAMIC_CLIENT_RESOURCES),
    clientIdMetadataDocuments: env.CLIENT_ID_METADATA_DOCUMENTS === "on",
    mail: deriveMail(env),
    log: Object.freeze({
      level: env.LOG_LEVEL,
      format: env.LOG_FORMAT ?? (process.stdout.isTTY ? "pretty" : "json"),
    }),
    ...runTime.values,
    runTime,
  };
}

/** The test interface has no place where strangers come: it asks nobody who they are. */
function checkConformance({ baseUrl }: Config, env: Environment): string[] {
  if (env.FIDO_CONFORMANCE_API !== "true" || isLocal(new URL(baseUrl).hostname)) return [];
  return [
    "FIDO_CONFORMANCE_API lets anybody make accounts, so it needs BASE_URL on localhost. On a machine that only testers reach it can be 'force'",
  ];
}

/** Names that never leave the machine (RFC 6761 section 6.3). */
function isLocal(hostname: string): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost");
}

function deriveMetadata(env: Environment): MetadataConfig | undefined {
  if (env.MDS_BLOB === undefined || env.MDS_ROOT === undefined) return undefined;
  return Object.freeze({
    source: env.MDS_BLOB,
    rootFile: env.MDS_ROOT,
    signer: env.MDS_SIGNER,
    revocationListFiles: Object.freeze(env.MDS_CRL),
  });
}

/** There is no built-in root: whose word is believed about authenticators is for the operator to say. */
function checkMetadata(env: Environment): string[] {
  if (env.MDS_BLOB !== undefined && env.MDS_ROOT === undefined)
    return ["MDS_ROOT must name the PEM file of the root certificate that MDS_BLOB is signed under"];
  const stray = env.MDS_ROOT !== undefined || env.MDS_SIGNER !== undefined || env.MDS_CRL.length > 0;
  return stray && env.MDS_BLOB === undefined ? ["MDS_BLOB must name the metadata that MDS_… is for"] : [];
}

/** Rules between variables: WebAuthn Level 3 section 5.1.2 on RP IDs, secure contexts, proxies. */
function checkAddress(config: Config): string[] {
  const problems: string[] = [];
  const { hostname } = new URL(config.baseUrl);
  if (isIP(hostname.replace(/^\[|\]$/g, "")) !== 0) {
    problems.push("BASE_URL must name a host, not an IP address: passkeys do not work on IP addresses");
  } else if (!config.secure && !isLocal(hostname)) {
    problems.push(
      "BASE_URL must begin with https:// unless it is on localhost: browsers offer passkeys on secure origins only",
    );
  } else if (config.rpId !== hostname && !hostname.endsWith(`.${config.rpId}`)) {
    problems.push(
      `RP_ID '${config.rpId}' does not fit BASE_URL: it must be '${hostname}' or a parent domain of it`,
    );
  } else if (!config.rpId.includes(".") && config.rpId !== "localhost") {
    problems.push(`RP_ID '${config.rpId}' must be a domain with a dot, or localhost`);
  }
  for (const proxy of config.trustedProxies) {
    const [address = "", prefix] = proxy.split("/");
    const family = isIP(address);
    const bits = family === 6 ? 128 : 32;
    if (family === 0 || (prefix !== undefined && !(/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))) {
      problems.push(`TRUSTED_PROXIES '${proxy}' must be an IP address or a range such as 10.0.0.0/8`);
    }
  }
  return problems;
}

function readFileVariables(variables: Variables): { values: Record<string, string>; problems: string[] } {
  const problems: string[] = [];
  // An empty variable is an unset one: that is how compose files spell "none".
  const values = Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => (entry[1] ?? "") !== ""),
  );
  for (const name of fileVariables) {
    const file = values[`${name}_FILE`];
    if (file === undefined) continue;
    try {
      values[name] = readFileSync(file, "utf8").trim();
    } catch (error) {
      problems.push(`${name}_FILE cannot be read: ${(error as Error).message}`);
    }
  }
  return { values, problems };
}

function readDotEnv(): Variables {
  try {
    return parseEnv(readFileSync(".env", "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw new StartupError("The file .env cannot be read.", [(error as Error).message], { cause: error });
  }
}

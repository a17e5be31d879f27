/** The environment's shape: every variable, its default and the words for a bad value. */
import { isAbsolute, resolve } from "node:path";
import { z } from "zod";
import { locales } from "#lib/i18n/locales.ts";
import { mailFrom, smtpUrl } from "./mail.ts";

const durationUnits = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** `90`, `15m`, `1h`, `30d` → seconds. */
const duration = z
  .string()
  .regex(/^[1-9]\d{0,8}[smhd]?$/, "must be a whole number with s, m, h or d behind it, such as 1h or 30d")
  .transform((text) => {
    const unit = text.at(-1) as keyof typeof durationUnits;
    return Number.parseInt(text, 10) * (durationUnits[unit] ?? 1);
  });

const wholeNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/, `must be a whole number from ${minimum} to ${maximum}`)
    .transform(Number)
    .refine(
      (value) => value >= minimum && value <= maximum,
      `must be a whole number from ${minimum} to ${maximum}`,
    );

const flag = z.enum(["true", "false"], "must be true or false").transform((text) => text === "true");

const oneOf = <const T extends readonly [string, ...string[]]>(...values: T) =>
  z.enum(values, `must be one of: ${values.join(", ")}`);

/** Comma-separated, blanks ignored. */
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== ""),
);

const origin = z
  .string()
  .refine((text) => {
    const url = URL.parse(text);
    return url !== null && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, "");
  }, "must be an origin such as https://id.example.com, without a path")
  .transform((text) => text.replace(/\/$/, ""));

const path = z
  .string()
  .min(1)
  .max(4096)
  .transform((text) => (isAbsolute(text) ? text : resolve(text)));

const hostName = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** Whatever is no URL is a file. A URL is fetched, so only what cannot be tampered with on the way. */
const metadataSource = z
  .string()
  .max(4096)
  .transform((text, context) => {
    if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return { file: isAbsolute(text) ? text : resolve(text) };
    const url = URL.parse(text);
    if (url?.protocol === "https:" && url.username === "" && url.password === "") return { url: url.href };
    context.addIssue({ code: "custom", message: "must be a file, or an https:// URL without a user name" });
    return z.NEVER;
  });

const encryptionKeys = list.transform((items, context) => {
  const keys = items.map((item) => {
    const [id = "", encoded = ""] = item.split(":");
    const key = new Uint8Array(Buffer.from(encoded, "base64url"));
    if (!/^[A-Za-z0-9_-]{1,32}$/.test(id) || key.length !== 32) {
      context.addIssue({
        code: "custom",
        message: "must be ID:KEY pairs, newest first, each KEY 32 bytes in base64url",
      });
    }
    return { id, key };
  });
  if (keys.length === 0) context.addIssue({ code: "custom", message: "must hold at least one ID:KEY pair" });
  return keys;
});

/** Only what is listed here is read; the defaults are the documented ones. */
export const environmentSchema = z.object({
  BASE_URL: origin.optional(),
  PORT: wholeNumber(1, 65_535).default(3000),
  HOST: z.string().min(1).max(255).default("127.0.0.1"),
  DATA_DIR: path.optional(),
  DATABASE_URL: z
    .string()
    .refine((text) => /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? ""), "must be a postgres:// URL")
    .optional(),
  DATABASE_MAX_CONNECTIONS: wholeNumber(2, 200).default(10),
  RP_ID: z
    .string()
    .max(253)
    .regex(hostName, "must be a host name in lower case, without scheme or port")
    .optional(),
  RP_NAME: z.string().min(1).max(64).default("Latchkey"),
  ALLOWED_ORIGINS: list.pipe(z.array(origin)).optional(),
  ALLOWED_TOP_ORIGINS: list.pipe(z.array(origin)).default([]),
  CHALLENGE_TIMEOUT_SECONDS: wholeNumber(30, 3600).default(300),
  MAX_CREDENTIALS_PER_USER: wholeNumber(1, 100).default(10),
  USER_VERIFICATION: oneOf("required", "preferred", "discouraged").default("required"),
  ATTESTATION: oneOf("none", "indirect", "direct", "enterprise").default("none"),
  COUNTER_POLICY: oneOf("warn", "refuse").default("warn"),
  WEBAUTHN_RULES: oneOf("webauthn", "fido").default("webauthn"),
  MDS_BLOB: metadataSource.optional(),
  MDS_ROOT: path.optional(),
  MDS_SIGNER: z
    .string()
    .max(253)
    .regex(hostName, "must be a host name in lower case, such as mds.fidoalliance.org")
    .optional(),
  MDS_CRL: list.pipe(z.array(path).max(16, "must name at most 16 files")).default([]),
  GEOIP_DATABASE: path.optional(),
  FIDO_CONFORMANCE_API: oneOf("true", "force", "false").default("false"),
  ENCRYPTION_KEYS: encryptionKeys.optional(),
  KEY_FILE: path.optional(),
  SIGNING_KEY_ROTATION_DAYS: wholeNumber(1, 3650).default(90),
  SESSION_IDLE_TIMEOUT: duration.default(3600),
  SESSION_MAX_LIFETIME: duration.default(30 * 86_400),
  DEVICE_APPROVAL: flag.default(true),
  EMAIL_SIGN_IN: oneOf("off", "on").default("off"),
  SIGN_UP: oneOf("open", "invite", "closed").default("invite"),
  RATE_LIMIT_ENABLED: flag.default(true),
  RATE_LIMIT_REQUESTS: wholeNumber(1, 1_000_000).default(100),
  RATE_LIMIT_WINDOW: wholeNumber(1, 86_400).default(60),
  CORS_ORIGINS: list.pipe(z.array(origin)).default([]),
  HSTS_ENABLED: flag.optional(),
  HSTS_MAX_AGE: wholeNumber(0, 63_072_000).default(31_536_000),
  TRUSTED_PROXIES: list.default([]),
  ALLOW_PRIVATE_NETWORK: list
    .pipe(z.array(z.string().toLowerCase()).max(100, "must name at most 100"))
    .default([]),
  DYNAMIC_REGISTRATION: oneOf("off", "token", "open").default("off"),
  DYNAMIC_CLIENT_RESOURCES: list
    .pipe(
      z
        .array(
          z
            .string()
            .max(2048)
            .refine(
              (text) => /^[\x21-\x7e]+$/.test(text) && URL.parse(text) !== null && !text.includes("#"),
              "must hold absolute URIs without fragment",
            ),
        )
        .max(50, "must name at most 50"),
    )
    .default([]),
  CLIENT_ID_METADATA_DOCUMENTS: oneOf("off", "on").default("off"),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailFrom.optional(),
  DEFAULT_LOCALE: oneOf(...locales).default("en"),
  PSEUDO_ENGLISH: flag.default(false),
  LOG_LEVEL: oneOf("fatal", "error", "warn", "info", "debug", "trace", "silent").default("info"),
  LOG_FORMAT: oneOf("json", "pretty").optional(),
});

export type Environment = z.infer<typeof environmentSchema>;

/** The variables that may come from a file instead: `NAME_FILE=/run/secrets/name`. */
export const fileVariables = ["DATABASE_URL", "ENCRYPTION_KEYS", "SMTP_URL"] as const;

/**
 * What is read of a FIDO Metadata Service BLOB (Metadata Service 3.0 section 3.1, Metadata Statement 3.0 section 3).
 * Members that nothing here acts on are dropped, icons above all.
 */
import { z } from "zod";

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => !Number.isNaN(Date.parse(text)));
const word = z.string().max(128);

const statusReportSchema = z.object({
  status: word,
  effectiveDate: day.nullish(),
  /** The attestation certificate that the report is limited to: base64 of DER. */
  certificate: z.string().max(16_384).nullish(),
});

const statementSchema = z.object({
  description: z.string().max(500).catch(""),
  attestationTypes: z.array(word).max(16).default([]),
  authenticationAlgorithms: z.array(word).max(64).default([]),
  userVerificationDetails: z
    .array(z.array(z.object({ userVerificationMethod: word.optional() })).max(32))
    .max(64)
    .default([]),
  keyProtection: z.array(word).max(16).default([]),
  attestationRootCertificates: z.array(z.string().max(65_536)).max(256).default([]),
});

const entrySchema = z.object({
  aaguid: z.guid().toLowerCase().optional(),
  attestationCertificateKeyIdentifiers: z
    .array(
      z
        .string()
        .regex(/^[0-9a-fA-F]{40}$/)
        .toLowerCase(),
    )
    .max(1024)
    .optional(),
  statusReports: z.array(statusReportSchema).max(256).default([]),
  metadataStatement: statementSchema.optional(),
});

export const blobPayloadSchema = z.object({
  no: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  nextUpdate: day,
  entries: z.array(entrySchema).max(20_000),
});

export type BlobPayload = z.infer<typeof blobPayloadSchema>;
export type BlobEntry = BlobPayload["entries"][number];

/** Why a BLOB, or the files that it is judged by, were not taken. */
export const metadataProblems = [
  "unreachable",
  "too_large",
  "trust_files",
  "not_a_jwt",
  "certificates",
  "chain",
  "signer",
  "revocation_list",
  "revoked",
  "signature",
  "payload",
  "older",
] as const;

export type MetadataProblem = (typeof metadataProblems)[number];

/** The last look at the source, kept as a settings row. */
export const metadataCheckSchema = z.object({
  /** Of everything that was judged; null where nothing could be read. */
  fingerprint: z.string().max(64).nullable(),
  problem: z.enum(metadataProblems).nullable(),
});

export type MetadataCheck = z.infer<typeof metadataCheckSchema>;

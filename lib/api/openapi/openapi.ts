/** GET /api/v1/openapi.json: the JSON API, described from the schemas that validate it. */
import { z } from "zod";
import type { Config } from "#lib/config/load-config.ts";
import { processWide } from "#lib/context/process-wide.ts";
import { publicDocument } from "#lib/http/oauth-public-document.ts";
import { anonymousContext } from "#lib/http/request-context.ts";
import { describeHandler, type RouteContract } from "#lib/http/route-contract.ts";
import { describeApi } from "./describe-api.ts";
import { endpoints } from "./endpoints.ts";
import type { JsonSchema } from "./to-json-schema.ts";

const contract: RouteContract = {
  method: "GET",
  path: "/api/v1/openapi.json",
  summary: "This document.",
  access: "anonymous",
  response: z.looseObject({ openapi: z.string() }),
  errors: [],
  bare: true,
  unlimited: true,
};

export const getOpenapi = describeHandler(async (request) => {
  const { config } = anonymousContext(request.headers);
  return publicDocument(apiDocument(config));
}, contract);

/** Made at the first request: whoever never asks pays nothing, and it changes with the configuration alone. */
export function apiDocument(config: Config): JsonSchema {
  const made = processWide("openapi/documents", () => new WeakMap<Config, JsonSchema>());
  const document =
    made.get(config) ?? describeApi(config, [...endpoints.map((endpoint) => endpoint.contract), contract]);
  made.set(config, document);
  return document;
}

/**
 * Calls every operation of the API as an administrator, with what its description takes and with what it nearly
 * takes, and holds every answer against the description: no 5xx, no status and no shape that it does not name.
 */
import { setTimeout as sleep } from "node:timers/promises";
import {
  createJudge,
  type Document,
  isUnready,
  type Operation,
  operationsOf,
  type Received,
} from "./api-judge.ts";
import { type Known, makeText, makeValue, type Schema } from "./api-values.ts";
import { mutateShape, mutateText } from "./mutate-json.ts";
import { type Random, seededRandom } from "./random.ts";
import { createTally, type Tally } from "./tally.ts";

export interface ApiFuzzOptions {
  readonly baseUrl: string;
  /** An API key of an administrator. */
  readonly key: string;
  readonly count: number;
  readonly seed: number;
  readonly concurrency?: number;
  readonly maxSeconds?: number;
}

/** What would take away the ground that the run stands on: the people, and the key itself. */
const spared = /^DELETE \/api\/v1\/admin\/(users|api-keys)\/|\/(disable|sessions)$|^DELETE \/api\/v1\/me$/;

const mostKnown = 400;

export async function fuzzApi(options: ApiFuzzOptions): Promise<{ tally: Tally; seconds: number }> {
  const document = (await (await fetch(`${options.baseUrl}/api/v1/openapi.json`)).json()) as Document;
  const operations = operationsOf(document).filter(({ method, path }) => !spared.test(`${method} ${path}`));
  const judge = createJudge(document);
  const [random, tally, known] = [seededRandom(options.seed), createTally(), new Set<string>()];
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  let sent = 0;
  const worker = async () => {
    while (sent < options.count && seconds() < (options.maxSeconds ?? Number.POSITIVE_INFINITY)) {
      // In turns, so that a short run has been everywhere too.
      const operation = operations[sent % operations.length];
      sent += 1;
      if (!operation) return;
      const call = makeCall(operation, random, [...known]);
      const answer = await send(options, operation, call);
      learn(known, answer);
      const why = judge(operation, answer);
      const row = `${operation.method} ${operation.path}`;
      if (why === undefined) tally.count(row, outcomeOf(answer), String(answer.status));
      else
        tally.violate({
          row,
          why,
          status: answer.status,
          answer: answer.text.slice(0, 500),
          body: JSON.stringify(call),
        });
    }
  };
  await Promise.all(Array.from({ length: options.concurrency ?? 4 }, worker));
  const why = await lastingIllness(options.baseUrl);
  if (why !== undefined)
    tally.violate({ row: "GET /api/v1/health", why, status: 503, answer: "", body: "after all calls" });
  return { tally, seconds: seconds() };
}

function outcomeOf(answer: Received): "accepted" | "refused" | "excused" {
  if (answer.status < 400) return "accepted";
  return isUnready(answer) ? "excused" : "refused";
}

/** Whoever says to be overrun must be well once nobody asks any more. */
async function lastingIllness(baseUrl: string): Promise<string | undefined> {
  for (let second = 0; second < 15; second++) {
    if ((await fetch(`${baseUrl}/api/v1/health`)).ok) return undefined;
    await sleep(1_000);
  }
  return "the server does not get well again";
}

interface Call {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

function makeCall(operation: Operation, random: Random, known: Known): Call {
  const parameters = operation.parameters.map((parameter) => ({
    ...parameter,
    value: textFor(parameter.schema, random, known),
  }));
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters.find((parameter) => parameter.name === name)?.value ?? "";
    // An empty segment would be another address.
    return encodeURIComponent(value.toWellFormed() || "x");
  });
  const query = new URLSearchParams(
    parameters
      .filter((parameter) => parameter.in === "query" && random.chance(0.4))
      .map(({ name, value }) => [name, value]),
  );
  if (random.chance(0.03)) query.append(random.pick(["limit", "x", "__proto__"]), "1");
  const headers = Object.fromEntries(
    parameters
      .filter((parameter) => parameter.in === "header" && random.chance(0.15))
      .map(({ name, value }) => [name, value.replace(/[^\x20-\x7e]/g, "").trim()]),
  );
  const sent = bodyOf(operation, random, known);
  return {
    address: path + (query.size > 0 ? `?${query}` : ""),
    headers: { ...headers, ...(sent ? { "content-type": sent.type } : {}) },
    body: sent?.text,
  };
}

function textFor(schema: object, random: Random, known: Known): string {
  const value = makeValue(schema as Schema, random, known);
  return typeof value === "string"
    ? value
    : value === undefined
      ? makeText({}, random, known)
      : JSON.stringify(value);
}

function bodyOf(
  { body }: Operation,
  random: Random,
  known: Known,
): { readonly type: string; readonly text: string } | undefined {
  const [described] = Object.entries(body ?? {});
  if (!described) return undefined;
  const [type, { schema }] = described;
  if (!schema || type !== "application/json")
    return { type, text: Buffer.from(random.bytes(200)).toString("latin1") };
  const value = makeValue(schema as Schema, random, known);
  const hasMembers = typeof value === "object" && value !== null && Object.keys(value).length > 0;
  const text = JSON.stringify(value);
  if (!hasMembers || random.chance(0.6)) return { type: random.chance(0.02) ? "text/plain" : type, text };
  if (random.chance(0.2)) return { type, text: Buffer.from(mutateText(random, value)).toString("latin1") };
  return { type, text: mutateShape(random, value) };
}

async function send({ baseUrl, key }: ApiFuzzOptions, { method }: Operation, call: Call): Promise<Received> {
  const headers = { authorization: `Bearer ${key}`, origin: baseUrl, ...call.headers };
  try {
    const response = await fetch(baseUrl + call.address, {
      method,
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(20_000),
      ...(call.body === undefined ? {} : { body: call.body }),
    });
    const type = response.headers.get("content-type") ?? "";
    const retryAfter = response.headers.get("retry-after") ?? undefined;
    return { status: response.status, type, text: await response.text(), retryAfter };
  } catch (error) {
    return { status: 0, type: "", text: String(error) };
  }
}

/** Ids in an answer become what later calls are about. */
function learn(known: Set<string>, { status, text }: Received): void {
  if (status !== 200) return;
  for (const [, id] of text.matchAll(/"(?:id|kid|clientId|userId|name)":"([^"\\]{1,128})"/g))
    if (id !== undefined && known.size < mostKnown) known.add(id);
}

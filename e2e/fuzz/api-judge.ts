/**
 * Holds answers of the API against its own description: statuses that it names, bodies of the shape that it says. No 5xx,
 * but for the one that is an answer: readiness says with 503 that it had better not be asked for now, and when to ask again.
 */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** By media type; absent for calls without a body. */
  readonly body: Readonly<Record<string, { readonly schema?: object }>> | undefined;
  readonly responses: Readonly<Record<string, { readonly content?: Record<string, { schema?: object }> }>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: object;
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: object;
}

interface Described {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Operation["body"] };
  readonly responses: Operation["responses"];
}

export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      body: requestBody?.content,
      responses,
    })),
  );
}

export interface Received {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly retryAfter?: string | undefined;
}

/** What is wrong with the answer, or undefined. */
export type Judge = (operation: Operation, answer: Received) => string | undefined;

export function createJudge(document: Document): Judge {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "https://openapi.invalid/document", components: document.components });
  const validators = new Map<string, ValidateFunction>();
  const validatorOf = (operation: Operation, status: string, schema: object): ValidateFunction => {
    const key = `${operation.method} ${operation.path} ${status}`;
    const known = validators.get(key);
    if (known) return known;
    const text = JSON.stringify(schema).replaceAll(
      '"$ref":"#/',
      '"$ref":"https://openapi.invalid/document#/',
    );
    const made = ajv.compile(JSON.parse(text) as object);
    validators.set(key, made);
    return made;
  };
  return (operation, answer) => {
    const { status, type, text } = answer;
    if (status === 0) return "there was no answer";
    if (status >= 500 && !isUnready(answer)) return "an error of the server";
    const described = operation.responses[String(status)];
    if (!described) return `status ${status} is not described`;
    const media = type.split(";")[0] ?? "";
    const content = described.content ?? {};
    if (!(media in content)) return `${media || "no media type"} is not described for ${status}`;
    const schema = content[media]?.schema;
    if (!schema || media !== "application/json") return undefined;
    const validate = validatorOf(operation, String(status), schema);
    if (validate(JSON.parse(text))) return undefined;
    const [problem] = validate.errors ?? [];
    return `the answer does not fit its schema: ${problem?.instancePath} ${problem?.message}`;
  };
}

/** Told as a success that the server is not ready; the schema has to allow it, and only that of readiness does. */
export function isUnready({ status, text, retryAfter }: Received): boolean {
  return status === 503 && text.startsWith('{"status":"ok",') && /^\d+$/.test(retryAfter ?? "");
}

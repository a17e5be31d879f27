/** Error → what a log line may hold of it. */
import pino from "pino";

/** Drizzle puts the values of a failed query behind its text: personal data, hashes, sealed keys. */
const queryValues = /\nparams:[\s\S]*$/;

/** Name, message, stack and causes, without the values of queries. */
export function serializeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack } = pino.stdSerializers.err(error);
  const code = "code" in error ? { code: String(error.code) } : {};
  return {
    type,
    ...code,
    message: message.replace(queryValues, ""),
    stack: withoutValues(stack ?? "", error),
  };
}

/** The stack begins with the message, and repeats those of the causes: each loses its values. */
function withoutValues(stack: string, error: Error): string {
  let text = stack;
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    const values = queryValues.exec(current.message)?.[0];
    if (values !== undefined) text = text.replaceAll(values, "");
  }
  return text;
}

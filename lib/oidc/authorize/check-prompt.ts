/** `prompt`: what the person must, or must not, be asked. */
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { type Prompt, promptSchema } from "./schema.ts";

/** OIDC Core section 3.1.2.1: `none` stands alone. @throws OAuthError invalid_request */
export function checkPrompt(prompt: string | undefined): Prompt[] {
  const words = [...new Set((prompt ?? "").split(" ").filter((word) => word !== ""))];
  const prompts = words.map((word) => {
    const parsed = promptSchema.safeParse(word);
    if (!parsed.success)
      throw new OAuthError("invalid_request", `prompt must be one of: ${promptSchema.options.join(", ")}.`);
    return parsed.data;
  });
  if (prompts.includes("none") && prompts.length > 1)
    throw new OAuthError("invalid_request", "prompt none cannot be combined with others.");
  return prompts;
}

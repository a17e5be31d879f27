/** `latchkey metadata refresh`: takes new authenticator metadata now. */
import { DomainError } from "#lib/errors/domain-error.ts";
import { refreshMetadata } from "#lib/passkeys/metadata/refresh-metadata.ts";
import type { Command } from "./command.ts";

export const metadataRefresh: Command = {
  name: "metadata refresh",
  summary: "Look at MDS_BLOB now instead of at the next turn; running instances take what is accepted.",
  usage: [],
  options: {},
  run: async (ctx) => {
    const outcome = await refreshMetadata(ctx, { force: true });
    switch (outcome.kind) {
      case "off":
        throw new DomainError("INVALID_REQUEST", { message: "There is no MDS_BLOB in the configuration." });
      case "refused":
        throw new DomainError("INVALID_REQUEST", {
          message: `It was refused (${outcome.problem}); what was in use stays in use.`,
        });
      case "unchanged":
        return "It is the one in use already.";
      case "loaded":
        return `Metadata ${outcome.serial} is in use now.`;
    }
  },
};

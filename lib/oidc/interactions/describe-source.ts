/** Who vouches for an app's name: nobody, where the app said it itself. */
import type { ClientRow } from "#drizzle/schema/clients.ts";

export interface SelfDescribed {
  /** Of the document that is the app's id; absent where it registered itself. */
  readonly host?: string;
}

/** Empty for apps that an administrator registered. */
export function selfDescribed({ id, source }: Pick<ClientRow, "id" | "source">): {
  readonly selfDescribed?: SelfDescribed;
} {
  switch (source) {
    case "manual":
      return {};
    case "dynamic":
      return { selfDescribed: {} };
    case "metadata_document":
      return { selfDescribed: { host: new URL(id).host } };
  }
}

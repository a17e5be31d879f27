/** What the command palette asks for and is told. */
import { z } from "zod";
import { shortestJump } from "./limits.ts";

export const jumpSchema = z.strictObject({ q: z.string().trim().min(shortestJump).max(100) });

export const jumpKinds = ["people", "groups", "apps"] as const;

export type JumpKind = (typeof jumpKinds)[number];

export interface JumpTarget {
  readonly kind: JumpKind;
  readonly id: string;
  readonly name: string;
  /** Tells those of one name apart. */
  readonly detail: string;
}

/** In which forms lists leave the house. Safe for the client. */
import { z } from "zod";

export const exportFormatSchema = z
  .enum(["csv", "jsonl"])
  .default("csv")
  .describe("A table for spreadsheets, or JSON Lines for programs.");

export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** A pushed request as it is kept: names and values as sent, or as the signed object held them. */
import { z } from "zod";

export const pushedParametersSchema = z.array(z.tuple([z.string().max(64), z.string().max(65_536)])).max(128);

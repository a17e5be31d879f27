/** Pictures that administrators give: the instance's look, and the logos of apps. As we encoded or cleaned them. */
import { pgTable, text } from "drizzle-orm/pg-core";
import { clients } from "./clients.ts";
import { bytea, instant } from "./columns.ts";
import type { ClientId } from "./ids.ts";

export const brandImages = pgTable("brand_images", {
  /** Which: `logo_light`, `logo_dark`, `icon`, `background`, … (lib/settings). */
  slot: text("slot").primaryKey(),
  /** Part of the address, another one for every picture. */
  name: text("name").notNull().unique("brand_images_name_unique"),
  bytes: bytea("bytes").notNull(),
  mediaType: text("media_type").notNull(),
  createdAt: instant("created_at").notNull(),
});

export const clientLogos = pgTable("client_logos", {
  clientId: text("client_id")
    .$type<ClientId>()
    .primaryKey()
    .references(() => clients.id, { onDelete: "cascade" }),
  name: text("name").notNull().unique("client_logos_name_unique"),
  bytes: bytea("bytes").notNull(),
  mediaType: text("media_type").notNull(),
  createdAt: instant("created_at").notNull(),
});

export type BrandImageRow = typeof brandImages.$inferSelect;

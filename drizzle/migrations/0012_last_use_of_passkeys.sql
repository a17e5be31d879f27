DROP INDEX "credentials_last_used";--> statement-breakpoint
CREATE INDEX "credentials_last_used" ON "credentials" USING btree (coalesce("last_used_at", '-infinity'::timestamptz),"id");
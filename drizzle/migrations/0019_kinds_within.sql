DROP INDEX "audit_events_actor";--> statement-breakpoint
DROP INDEX "audit_events_client";--> statement-breakpoint
DROP INDEX "audit_events_ip";--> statement-breakpoint
DROP INDEX "credentials_user_id";--> statement-breakpoint
DROP INDEX "credentials_aaguid";--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("actor_id","action","outcome","occurred_at","id") WHERE actor_id is not null;--> statement-breakpoint
CREATE INDEX "audit_events_client" ON "audit_events" USING btree ("client_id","action","outcome","occurred_at","id") WHERE client_id is not null;--> statement-breakpoint
CREATE INDEX "audit_events_ip" ON "audit_events" USING btree ("ip","action","outcome","occurred_at","id") WHERE ip is not null;--> statement-breakpoint
CREATE INDEX "credentials_user_id" ON "credentials" USING btree ("user_id","revoked_at");--> statement-breakpoint
CREATE INDEX "credentials_aaguid" ON "credentials" USING btree ("aaguid","id","revoked_at");
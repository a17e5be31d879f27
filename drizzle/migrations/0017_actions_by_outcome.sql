DROP INDEX "audit_events_action";--> statement-breakpoint
CREATE INDEX "audit_events_action" ON "audit_events" USING btree ("action","outcome","occurred_at","id");
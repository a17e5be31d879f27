CREATE TABLE "sign_in_hours" (
	"hour" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "sign_in_hours_hour_reason_pk" PRIMARY KEY("hour","reason")
);
--> statement-breakpoint
CREATE INDEX "audit_events_request" ON "audit_events" USING btree ("request_id");
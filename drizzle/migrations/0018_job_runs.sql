CREATE TABLE "job_runs" (
	"name" text PRIMARY KEY NOT NULL,
	"ran_at" timestamp with time zone,
	"took_ms" integer,
	"rows" integer,
	"failed_at" timestamp with time zone,
	"error" text
);

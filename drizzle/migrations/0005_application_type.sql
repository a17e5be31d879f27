CREATE TYPE "public"."application_type" AS ENUM('web', 'native');--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "application_type" "application_type" DEFAULT 'web' NOT NULL;
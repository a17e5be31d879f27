ALTER TYPE "public"."audit_actor_type" ADD VALUE 'api_key' BEFORE 'operator';--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"key_hash" "bytea" NOT NULL,
	"hint" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"last_used_ip" text,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_key_hash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "idempotent_calls" (
	"call_hash" "bytea" PRIMARY KEY NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"status" integer,
	"answer" "bytea",
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_managers" (
	"group_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "group_managers_group_id_user_id_pk" PRIMARY KEY("group_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "brand_images" (
	"slot" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"media_type" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "brand_images_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "client_logos" (
	"client_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"media_type" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "client_logos_name_unique" UNIQUE("name")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_managers" ADD CONSTRAINT "group_managers_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_managers" ADD CONSTRAINT "group_managers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_logos" ADD CONSTRAINT "client_logos_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_keys_created_by" ON "api_keys" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "api_keys_expires_at" ON "api_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "idempotent_calls_expires_at" ON "idempotent_calls" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "group_managers_user_id" ON "group_managers" USING btree ("user_id","group_id");--> statement-breakpoint
CREATE INDEX "audit_events_action" ON "audit_events" USING btree ("action","occurred_at","id");--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("actor_id","occurred_at","id") WHERE actor_id is not null;--> statement-breakpoint
CREATE INDEX "audit_events_client" ON "audit_events" USING btree ("client_id","occurred_at","id") WHERE client_id is not null;--> statement-breakpoint
CREATE INDEX "audit_events_ip" ON "audit_events" USING btree ("ip","occurred_at","id") WHERE ip is not null;--> statement-breakpoint
CREATE INDEX "audit_events_failures" ON "audit_events" USING btree ("occurred_at","id") WHERE outcome = 'failure';--> statement-breakpoint
CREATE INDEX "credentials_aaguid" ON "credentials" USING btree ("aaguid","id");--> statement-breakpoint
CREATE INDEX "credentials_format" ON "credentials" USING btree ("attestation_format","id");--> statement-breakpoint
CREATE INDEX "credentials_last_used" ON "credentials" USING btree ("last_used_at","id");--> statement-breakpoint
CREATE INDEX "credentials_clone_suspected" ON "credentials" USING btree ("id") WHERE clone_suspected_at is not null;--> statement-breakpoint
CREATE INDEX "credentials_revoked" ON "credentials" USING btree ("id") WHERE revoked_at is not null;--> statement-breakpoint
CREATE INDEX "users_search" ON "users" USING gin (to_tsvector('simple'::regconfig, translate("username", '@.-_+', '     ') || ' ' || "display_name" || ' ' || coalesce("given_name", '') || ' ' || coalesce("family_name", '')));--> statement-breakpoint
CREATE INDEX "users_display_name" ON "users" USING btree (lower("display_name"),"id");--> statement-breakpoint
CREATE INDEX "users_last_login" ON "users" USING btree (coalesce("last_login_at", '-infinity'::timestamptz),"id");--> statement-breakpoint
CREATE INDEX "users_roles" ON "users" USING btree ("role","id") WHERE role <> 'user';--> statement-breakpoint
CREATE INDEX "users_disabled" ON "users" USING btree ("id") WHERE status = 'disabled';
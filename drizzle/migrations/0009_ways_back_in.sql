ALTER TYPE "public"."sign_in_link_purpose" ADD VALUE 'recovery';--> statement-breakpoint
ALTER TYPE "public"."sign_in_link_purpose" ADD VALUE 'email';--> statement-breakpoint
ALTER TYPE "public"."session_method" ADD VALUE 'recovery_code';--> statement-breakpoint
ALTER TYPE "public"."session_method" ADD VALUE 'recovery_link';--> statement-breakpoint
ALTER TYPE "public"."session_method" ADD VALUE 'email_link';--> statement-breakpoint
ALTER TYPE "public"."session_method" ADD VALUE 'device_approval';--> statement-breakpoint
CREATE TABLE "device_approvals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"approval_hash" "bytea" NOT NULL,
	"comparison_code" text NOT NULL,
	"ip" text NOT NULL,
	"user_agent" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"approved_by" uuid,
	"approved_in" uuid,
	"credential_id" uuid,
	CONSTRAINT "device_approvals_secret_hash_unique" UNIQUE("secret_hash"),
	CONSTRAINT "device_approvals_approval_hash_unique" UNIQUE("approval_hash")
);
--> statement-breakpoint
CREATE TABLE "email_verifications" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "email_verifications_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"code_hash" "bytea" PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_places" (
	"user_id" uuid NOT NULL,
	"place_hash" "bytea" NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_pictures" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"media_type" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "user_pictures_name_unique" UNIQUE("name")
);
--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "device_approvals" ADD CONSTRAINT "device_approvals_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_approvals" ADD CONSTRAINT "device_approvals_credential_id_credentials_id_fk" FOREIGN KEY ("credential_id") REFERENCES "public"."credentials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_verifications" ADD CONSTRAINT "email_verifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_places" ADD CONSTRAINT "sign_in_places_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_pictures" ADD CONSTRAINT "user_pictures_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "device_approvals_expires_at" ON "device_approvals" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "device_approvals_approved_by" ON "device_approvals" USING btree ("approved_by");--> statement-breakpoint
CREATE INDEX "device_approvals_credential_id" ON "device_approvals" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "email_verifications_expires_at" ON "email_verifications" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "recovery_codes_user_id" ON "recovery_codes" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_places_unique" ON "sign_in_places" USING btree ("user_id","place_hash");--> statement-breakpoint
CREATE INDEX "sign_in_places_last_seen_at" ON "sign_in_places" USING btree ("last_seen_at");--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_in_links_user_id" ON "sign_in_links" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_links_created_by" ON "sign_in_links" USING btree ("created_by");--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_person" CHECK ("sign_in_links"."purpose" = 'set_up' or "sign_in_links"."user_id" is not null);
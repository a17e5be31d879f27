CREATE TYPE "public"."access_token_format" AS ENUM('opaque', 'jwt');--> statement-breakpoint
CREATE TYPE "public"."client_source" AS ENUM('manual', 'dynamic', 'metadata_document');--> statement-breakpoint
CREATE TYPE "public"."security_profile" AS ENUM('standard', 'fapi2');--> statement-breakpoint
CREATE TYPE "public"."subject_type" AS ENUM('public', 'pairwise');--> statement-breakpoint
CREATE TYPE "public"."device_code_status" AS ENUM('pending', 'approved', 'denied');--> statement-breakpoint
ALTER TYPE "public"."client_auth_method" ADD VALUE 'client_secret_jwt';--> statement-breakpoint
ALTER TYPE "public"."client_auth_method" ADD VALUE 'private_key_jwt';--> statement-breakpoint
ALTER TYPE "public"."interaction_kind" ADD VALUE 'device';--> statement-breakpoint
CREATE TABLE "client_errors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"endpoint" text NOT NULL,
	"code" text NOT NULL,
	"explanation" text NOT NULL,
	"facts" jsonb NOT NULL,
	"request_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "client_groups" (
	"client_id" text NOT NULL,
	"group_id" uuid NOT NULL,
	CONSTRAINT "client_groups_client_id_group_id_pk" PRIMARY KEY("client_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "initial_access_tokens" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"remaining_uses" integer,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "device_codes" (
	"device_code_hash" "bytea" PRIMARY KEY NOT NULL,
	"user_code_hash" "bytea" NOT NULL,
	"client_id" text NOT NULL,
	"scopes" text[] NOT NULL,
	"resources" text[] DEFAULT '{}'::text[] NOT NULL,
	"dpop_jkt" text,
	"status" "device_code_status" NOT NULL,
	"user_id" uuid,
	"session_id" uuid,
	"grant_id" uuid,
	"auth_time" timestamp with time zone,
	"acr" text,
	"amr" text[],
	"ip" text NOT NULL,
	"user_agent" text NOT NULL,
	"poll_interval_seconds" integer NOT NULL,
	"last_polled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pushed_requests" (
	"request_uri_hash" "bytea" PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"parameters" jsonb NOT NULL,
	"dpop_jkt" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"family_id" uuid NOT NULL,
	"client_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"session_id" uuid,
	"offline" boolean NOT NULL,
	"grant_id" uuid NOT NULL,
	"code_hash" "bytea",
	"scopes" text[] NOT NULL,
	"claims" jsonb,
	"resources" text[] DEFAULT '{}'::text[] NOT NULL,
	"dpop_jkt" text,
	"auth_time" timestamp with time zone NOT NULL,
	"acr" text NOT NULL,
	"amr" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"family_expires_at" timestamp with time zone NOT NULL,
	"rotated_at" timestamp with time zone,
	"rotation_answer" "bytea",
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "session_clients" (
	"session_id" uuid NOT NULL,
	"client_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_clients_session_id_client_id_pk" PRIMARY KEY("session_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "used_jwt_ids" (
	"id_hash" "bytea" PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "access_tokens" ALTER COLUMN "user_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "access_tokens" ALTER COLUMN "session_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "access_tokens" ALTER COLUMN "grant_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "client_secrets" ADD COLUMN "sealed_secret" "bytea";--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "source" "client_source" DEFAULT 'manual' NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "security_profile" "security_profile" DEFAULT 'standard' NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "allow_redirect_wildcards" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "response_types" text[] DEFAULT '{code}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "grant_types" text[] DEFAULT '{authorization_code,refresh_token}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "scopes" text[];--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "resources" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "token_endpoint_auth_signing_alg" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "jwks" jsonb;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "jwks_uri" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "id_token_signed_response_alg" text DEFAULT 'RS256' NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "userinfo_signed_response_alg" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "request_object_signing_alg" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "access_token_format" "access_token_format" DEFAULT 'opaque' NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "access_token_signing_alg" text DEFAULT 'RS256' NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "claims_in_id_token" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "subject_type" "subject_type" DEFAULT 'public' NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "sector_identifier_uri" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "sector_identifier" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "require_pushed_authorization_requests" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "require_signed_request_object" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "dpop_bound_access_tokens" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "default_max_age_seconds" integer;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "require_auth_time" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "default_acr_values" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "require_user_verification" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "require_device_bound" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "max_authentication_age_seconds" integer;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "access_token_lifetime_seconds" integer;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "refresh_token_idle_seconds" integer;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "refresh_token_max_seconds" integer;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "backchannel_logout_uri" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "backchannel_logout_session_required" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "frontchannel_logout_uri" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "frontchannel_logout_session_required" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "client_uri" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "logo_uri" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "policy_uri" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "tos_uri" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "initiate_login_uri" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "contacts" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "software_id" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "software_version" text;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "registration_token_hash" "bytea";--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "metadata_expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "claims" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "resources" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD COLUMN "family_id" uuid;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD COLUMN "audience" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD COLUMN "dpop_jkt" text;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD COLUMN "auth_time" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD COLUMN "acr" text;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD COLUMN "actor" jsonb;--> statement-breakpoint
ALTER TABLE "authorization_codes" ADD COLUMN "resources" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "authorization_codes" ADD COLUMN "dpop_jkt" text;--> statement-breakpoint
ALTER TABLE "interactions" ADD COLUMN "chosen_session_id" uuid;--> statement-breakpoint
ALTER TABLE "signing_keys" ADD COLUMN "retiring_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "middle_name" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "nickname" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "profile" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "website" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "gender" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "birthdate" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "zoneinfo" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "address" jsonb;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "phone_number" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "phone_number_verified_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "client_errors" ADD CONSTRAINT "client_errors_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_groups" ADD CONSTRAINT "client_groups_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_groups" ADD CONSTRAINT "client_groups_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_codes" ADD CONSTRAINT "device_codes_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_codes" ADD CONSTRAINT "device_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_codes" ADD CONSTRAINT "device_codes_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_codes" ADD CONSTRAINT "device_codes_grant_id_grants_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."grants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pushed_requests" ADD CONSTRAINT "pushed_requests_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_grant_id_grants_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."grants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_clients" ADD CONSTRAINT "session_clients_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_clients" ADD CONSTRAINT "session_clients_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "client_errors_client" ON "client_errors" USING btree ("client_id","id");--> statement-breakpoint
CREATE INDEX "client_groups_group_id" ON "client_groups" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "initial_access_tokens_expires_at" ON "initial_access_tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "device_codes_user_code_unique" ON "device_codes" USING btree ("user_code_hash");--> statement-breakpoint
CREATE INDEX "device_codes_expires_at" ON "device_codes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "pushed_requests_expires_at" ON "pushed_requests" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "refresh_tokens_family_id" ON "refresh_tokens" USING btree ("family_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_expires_at" ON "refresh_tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "refresh_tokens_session_id" ON "refresh_tokens" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_grant_id" ON "refresh_tokens" USING btree ("grant_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_code_hash" ON "refresh_tokens" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "session_clients_client_id" ON "session_clients" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "used_jwt_ids_expires_at" ON "used_jwt_ids" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "access_tokens_family_id" ON "access_tokens" USING btree ("family_id");
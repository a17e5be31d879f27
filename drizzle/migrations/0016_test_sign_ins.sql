CREATE TABLE "test_sign_ins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"state_hash" "bytea" NOT NULL,
	"client_id" text NOT NULL,
	"session_id" uuid NOT NULL,
	"code_verifier" "bytea" NOT NULL,
	"nonce" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"result" json
);
--> statement-breakpoint
ALTER TABLE "test_sign_ins" ADD CONSTRAINT "test_sign_ins_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_sign_ins" ADD CONSTRAINT "test_sign_ins_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "test_sign_ins_state_hash_unique" ON "test_sign_ins" USING btree ("state_hash");--> statement-breakpoint
CREATE INDEX "test_sign_ins_session_id" ON "test_sign_ins" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "test_sign_ins_expires_at" ON "test_sign_ins" USING btree ("expires_at");
CREATE TABLE "metadata_blobs" (
	"id" smallint PRIMARY KEY NOT NULL,
	"digest" "bytea" NOT NULL,
	"serial" bigint NOT NULL,
	"blob" text NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "metadata_blobs_single_row" CHECK ("metadata_blobs"."id" = 1)
);

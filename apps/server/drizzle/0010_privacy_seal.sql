CREATE TABLE "contact_seals" (
	"id" integer PRIMARY KEY NOT NULL,
	"proof" text NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL
);

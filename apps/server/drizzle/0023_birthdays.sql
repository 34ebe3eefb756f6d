ALTER TABLE "clients" ADD COLUMN "birthday" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "replaced_clients" ADD COLUMN "birthday" text DEFAULT '' NOT NULL;
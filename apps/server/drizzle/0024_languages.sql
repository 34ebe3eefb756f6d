ALTER TABLE "clients" ADD COLUMN "language" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "replaced_clients" ADD COLUMN "language" text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE "campaigns" SET "plan" = "plan" || '{"translations": [], "skipBooked": true}';--> statement-breakpoint
UPDATE "automations" SET "plan" = "plan" || '{"translations": [], "skipBooked": true}';

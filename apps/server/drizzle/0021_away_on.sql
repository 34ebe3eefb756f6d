ALTER TABLE "groups" ADD COLUMN "away_on" date;--> statement-breakpoint
-- until now campaigns left out whoever had come since any list was made
UPDATE "groups" SET "away_on" = "created_at"::date WHERE "rule" IS NULL;

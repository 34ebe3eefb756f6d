DROP INDEX "messages_client";--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "created_on" date;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "begun_on" date;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "read_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "written_on" date;--> statement-breakpoint
-- days of what is there already: by the clock of the salon, of a practice salon its own day
UPDATE "calls" c SET "created_on" = coalesce(w."practice_day", (c."created_at" AT TIME ZONE w."time_zone")::date)
FROM "workspaces" w WHERE w."id" = c."workspace_id";--> statement-breakpoint
UPDATE "campaigns" c SET "begun_on" = coalesce(CASE WHEN w."practice_day" IS NULL THEN NULL ELSE c."launched_on" END,
  w."practice_day", (c."created_at" AT TIME ZONE w."time_zone")::date)
FROM "workspaces" w WHERE w."id" = c."workspace_id";--> statement-breakpoint
UPDATE "messages" m SET "written_on" = coalesce((SELECT c."launched_on" FROM "campaigns" c
    WHERE c."workspace_id" = m."workspace_id" AND c."id" = m."source_id" AND w."practice_day" IS NOT NULL),
  (m."claimed_at" AT TIME ZONE w."time_zone")::date)
FROM "workspaces" w WHERE w."id" = m."workspace_id" AND m."claimed_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "calls" ALTER COLUMN "created_on" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ALTER COLUMN "begun_on" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "messages_client" ON "messages" USING btree ("workspace_id","client_id","written_on");

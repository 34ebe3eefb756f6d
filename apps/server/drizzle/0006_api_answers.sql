CREATE TABLE "kept_answers" (
	"workspace_id" uuid NOT NULL,
	"asker" text NOT NULL,
	"key_hash" text NOT NULL,
	"head" text NOT NULL,
	"body_hash" text,
	"status" smallint,
	"answer" text,
	"started_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kept_answers_workspace_id_asker_key_hash_pk" PRIMARY KEY("workspace_id","asker","key_hash")
);
--> statement-breakpoint
ALTER TABLE "kept_answers" ADD CONSTRAINT "kept_answers_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;
CREATE TABLE "survey_answers" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" integer NOT NULL,
	"campaign_id" uuid NOT NULL,
	"score" smallint NOT NULL,
	"comment" text NOT NULL,
	"first_answered_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "survey_answers_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "survey_answers_of_message" UNIQUE("workspace_id","campaign_id","client_id")
);
--> statement-breakpoint
ALTER TABLE "survey_answers" ADD CONSTRAINT "survey_answers_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "survey_answers_client" ON "survey_answers" USING btree ("workspace_id","client_id","answered_at");
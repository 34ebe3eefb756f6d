CREATE TABLE "automation_occasions" (
	"workspace_id" uuid NOT NULL,
	"automation_id" uuid NOT NULL,
	"client_id" integer NOT NULL,
	"occasion" text NOT NULL,
	"campaign_id" uuid NOT NULL,
	"found_on" date NOT NULL,
	"arm" text NOT NULL,
	CONSTRAINT "automation_occasions_workspace_id_automation_id_client_id_occasion_pk" PRIMARY KEY("workspace_id","automation_id","client_id","occasion")
);
--> statement-breakpoint
CREATE TABLE "automations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"trigger" jsonb NOT NULL,
	"plan" jsonb NOT NULL,
	"pause_days" smallint NOT NULL,
	"is_on" boolean DEFAULT false NOT NULL,
	"on_since" date,
	"from_day" date,
	"ran_on" date,
	"ran_version" integer,
	"trouble" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	"removed_at" timestamp with time zone,
	"seed" bigint NOT NULL,
	CONSTRAINT "automations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "automation_id" uuid;--> statement-breakpoint
ALTER TABLE "automation_occasions" ADD CONSTRAINT "automation_occasions_workspace_id_automation_id_automations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","automation_id") REFERENCES "public"."automations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "automations" ADD CONSTRAINT "automations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "automations_on" ON "automations" USING btree ("is_on","workspace_id");--> statement-breakpoint
CREATE INDEX "campaigns_of_automation" ON "campaigns" USING btree ("workspace_id","automation_id","launched_on");
CREATE TABLE "campaign_clients" (
	"workspace_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"client_id" integer NOT NULL,
	"arm" text NOT NULL,
	"reason" text,
	"band" smallint NOT NULL,
	"staff" text,
	"service" text,
	CONSTRAINT "campaign_clients_workspace_id_campaign_id_client_id_pk" PRIMARY KEY("workspace_id","campaign_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "campaign_settings" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"cap_messages" smallint NOT NULL,
	"cap_days" smallint NOT NULL,
	"approve_above" integer,
	"quiet" jsonb
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"plan" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"prepared_by_id" text,
	"prepared_by" text NOT NULL,
	"sent_by" text,
	"approved_by" text,
	"starts_at" timestamp with time zone,
	"launched_at" timestamp with time zone,
	"launched_on" date,
	"finished_at" timestamp with time zone,
	"paused_because" text,
	"seed" bigint NOT NULL,
	CONSTRAINT "campaigns_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" uuid NOT NULL,
	"client_id" integer NOT NULL,
	"step" smallint DEFAULT 0 NOT NULL,
	"channel" text NOT NULL,
	"fallbacks" text[] NOT NULL,
	"state" text NOT NULL,
	"position" integer NOT NULL,
	"due_at" timestamp with time zone,
	"tries" smallint DEFAULT 0 NOT NULL,
	"attempt_id" uuid,
	"provider_id" text,
	"trouble" text,
	"detail" text,
	"cost" integer,
	"parts" smallint,
	"claimed_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	CONSTRAINT "messages_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "messages_step" UNIQUE("workspace_id","source_id","client_id","step")
);
--> statement-breakpoint
ALTER TABLE "campaign_clients" ADD CONSTRAINT "campaign_clients_workspace_id_campaign_id_campaigns_workspace_id_id_fk" FOREIGN KEY ("workspace_id","campaign_id") REFERENCES "public"."campaigns"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_settings" ADD CONSTRAINT "campaign_settings_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_clients_client" ON "campaign_clients" USING btree ("workspace_id","client_id");--> statement-breakpoint
CREATE INDEX "campaigns_starting" ON "campaigns" USING btree ("state","starts_at");--> statement-breakpoint
CREATE INDEX "messages_lane" ON "messages" USING btree ("workspace_id","channel","state","due_at");--> statement-breakpoint
CREATE INDEX "messages_source" ON "messages" USING btree ("workspace_id","source_id","state","position");--> statement-breakpoint
CREATE INDEX "messages_provider" ON "messages" USING btree ("workspace_id","channel","provider_id");--> statement-breakpoint
CREATE INDEX "messages_attempt" ON "messages" USING btree ("workspace_id","attempt_id");--> statement-breakpoint
CREATE INDEX "messages_client" ON "messages" USING btree ("workspace_id","client_id","claimed_at");
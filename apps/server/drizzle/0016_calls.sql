CREATE TABLE "call_steps" (
	"workspace_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"before" jsonb NOT NULL,
	"consent_number" integer,
	CONSTRAINT "call_steps_workspace_id_call_id_revision_pk" PRIMARY KEY("workspace_id","call_id","revision")
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" integer,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"reason" text NOT NULL,
	"script" text NOT NULL,
	"wish" jsonb,
	"open_key" text,
	"form_key" text,
	"state" text NOT NULL,
	"outcome" text,
	"due_on" date NOT NULL,
	"note" text NOT NULL,
	"tries" integer NOT NULL,
	"taken_by" text,
	"taken_name" text NOT NULL,
	"taken_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"created_name" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_name" text NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "calls_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "calls_open" UNIQUE("workspace_id","open_key"),
	CONSTRAINT "calls_form" UNIQUE("workspace_id","form_key")
);
--> statement-breakpoint
ALTER TABLE "call_steps" ADD CONSTRAINT "call_steps_workspace_id_call_id_calls_workspace_id_id_fk" FOREIGN KEY ("workspace_id","call_id") REFERENCES "public"."calls"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calls_client" ON "calls" USING btree ("workspace_id","client_id");--> statement-breakpoint
CREATE INDEX "calls_due" ON "calls" USING btree ("workspace_id","state","due_on");
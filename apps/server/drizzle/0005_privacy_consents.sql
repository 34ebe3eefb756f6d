CREATE TABLE "consents" (
	"workspace_id" uuid NOT NULL,
	"client_id" integer NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"channel" text NOT NULL,
	"purpose" text NOT NULL,
	"granted" boolean NOT NULL,
	"source" text NOT NULL,
	"who_name" text NOT NULL,
	"import_id" integer,
	CONSTRAINT "consents_workspace_id_client_id_number_pk" PRIMARY KEY("workspace_id","client_id","number")
);
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consents_import" ON "consents" USING btree ("workspace_id","import_id");
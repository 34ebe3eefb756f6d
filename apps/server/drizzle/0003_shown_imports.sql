CREATE TABLE "shown_imports" (
	"workspace_id" uuid NOT NULL,
	"data_version" integer NOT NULL,
	"import_id" integer NOT NULL,
	CONSTRAINT "shown_imports_workspace_id_data_version_pk" PRIMARY KEY("workspace_id","data_version")
);
--> statement-breakpoint
ALTER TABLE "shown_imports" ADD CONSTRAINT "shown_imports_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;
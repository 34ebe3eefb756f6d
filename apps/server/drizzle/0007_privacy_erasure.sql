CREATE TABLE "erased_keys" (
	"workspace_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"client_key" text NOT NULL,
	CONSTRAINT "erased_keys_workspace_id_hash_pk" PRIMARY KEY("workspace_id","hash")
);
--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "had_phone" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "erased_keys" ADD CONSTRAINT "erased_keys_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;
CREATE TABLE "channel_accounts" (
	"workspace_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"provider" text NOT NULL,
	"settings" jsonb NOT NULL,
	"secrets" text NOT NULL,
	"hook_token" text NOT NULL,
	"is_on" boolean NOT NULL,
	"per_second" integer NOT NULL,
	"part_price" double precision NOT NULL,
	"last_error" text,
	"last_error_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "channel_accounts_workspace_id_channel_pk" PRIMARY KEY("workspace_id","channel")
);
--> statement-breakpoint
CREATE TABLE "chat_invitations" (
	"workspace_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"channel" text NOT NULL,
	"client_id" integer NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "chat_invitations_workspace_id_token_hash_pk" PRIMARY KEY("workspace_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "client_chats" (
	"workspace_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"client_id" integer NOT NULL,
	"address" text NOT NULL,
	"address_key" text NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "client_chats_workspace_id_channel_client_id_pk" PRIMARY KEY("workspace_id","channel","client_id"),
	CONSTRAINT "client_chats_address" UNIQUE("workspace_id","channel","address_key")
);
--> statement-breakpoint
CREATE TABLE "delivery_reports" (
	"workspace_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"reference" text NOT NULL,
	"state" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "delivery_reports_workspace_id_channel_reference_pk" PRIMARY KEY("workspace_id","channel","reference")
);
--> statement-breakpoint
CREATE TABLE "replies" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel" text NOT NULL,
	"client_id" integer,
	"address" text NOT NULL,
	"text" text NOT NULL,
	"provider_id" text NOT NULL,
	"is_stop" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "replies_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "replies_provider" UNIQUE("workspace_id","channel","provider_id")
);
--> statement-breakpoint
ALTER TABLE "channel_accounts" ADD CONSTRAINT "channel_accounts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_invitations" ADD CONSTRAINT "chat_invitations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_chats" ADD CONSTRAINT "client_chats_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_reports" ADD CONSTRAINT "delivery_reports_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delivery_reports_at" ON "delivery_reports" USING btree ("at");--> statement-breakpoint
CREATE INDEX "replies_client" ON "replies" USING btree ("workspace_id","client_id");
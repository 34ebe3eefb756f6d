CREATE TABLE "booking_pages" (
	"workspace_id" uuid NOT NULL,
	"booking_url" text NOT NULL,
	"utm_source" text NOT NULL,
	"utm_medium" text NOT NULL,
	"phone_parameter" text,
	"page_on" boolean NOT NULL,
	"public_on" boolean NOT NULL,
	"public_code" text,
	"opening" text NOT NULL,
	"contact" text NOT NULL,
	CONSTRAINT "booking_pages_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
CREATE TABLE "links" (
	"workspace_id" uuid NOT NULL,
	"token" text NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" text NOT NULL,
	"client_id" integer NOT NULL,
	"url" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"clicks" integer DEFAULT 0 NOT NULL,
	"first_click_at" timestamp with time zone,
	"last_click_at" timestamp with time zone,
	CONSTRAINT "links_workspace_id_token_pk" PRIMARY KEY("workspace_id","token"),
	CONSTRAINT "links_of_person" UNIQUE("workspace_id","source_kind","source_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "unsubscribe_links" (
	"workspace_id" uuid NOT NULL,
	"token" text NOT NULL,
	"client_id" integer NOT NULL,
	"channel" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "unsubscribe_links_workspace_id_token_pk" PRIMARY KEY("workspace_id","token"),
	CONSTRAINT "unsubscribe_links_of_client" UNIQUE("workspace_id","client_id","channel")
);
--> statement-breakpoint
ALTER TABLE "booking_pages" ADD CONSTRAINT "booking_pages_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsubscribe_links" ADD CONSTRAINT "unsubscribe_links_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "booking_pages_code" ON "booking_pages" USING btree ("public_code");--> statement-breakpoint
CREATE INDEX "links_token" ON "links" USING btree ("token");--> statement-breakpoint
CREATE INDEX "links_client" ON "links" USING btree ("workspace_id","client_id");--> statement-breakpoint
CREATE INDEX "unsubscribe_links_token" ON "unsubscribe_links" USING btree ("token");
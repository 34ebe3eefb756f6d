CREATE TABLE "appointment_lines" (
	"workspace_id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"client_id" integer,
	"staff_id" integer,
	"service_id" integer,
	"location_id" integer,
	"source_id" integer,
	"booker_id" integer,
	"day" date NOT NULL,
	"booked_day" date,
	"cancelled_day" date,
	"starts_at" timestamp with time zone,
	"booked_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"price" bigint,
	"discount" bigint,
	"import_id" integer NOT NULL,
	"source_row" integer NOT NULL,
	"start_minute" smallint NOT NULL,
	"status" smallint NOT NULL,
	"status_source" smallint NOT NULL,
	"requested" smallint NOT NULL,
	"is_product" boolean NOT NULL,
	CONSTRAINT "appointment_lines_workspace_id_appointment_id_position_pk" PRIMARY KEY("workspace_id","appointment_id","position")
);
--> statement-breakpoint
CREATE TABLE "bookers" (
	"workspace_id" uuid NOT NULL,
	"id" integer NOT NULL,
	"created_import_id" integer NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "bookers_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "bookers_name" UNIQUE("workspace_id","name")
);
--> statement-breakpoint
CREATE TABLE "clients" (
	"workspace_id" uuid NOT NULL,
	"id" integer NOT NULL,
	"created_import_id" integer NOT NULL,
	"key" text NOT NULL,
	"external_id" text NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"email" text NOT NULL,
	"search_text" text NOT NULL,
	CONSTRAINT "clients_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "clients_key" UNIQUE("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "hidden_imports" (
	"workspace_id" uuid NOT NULL,
	"import_id" integer NOT NULL,
	CONSTRAINT "hidden_imports_workspace_id_import_id_pk" PRIMARY KEY("workspace_id","import_id")
);
--> statement-breakpoint
CREATE TABLE "locations" (
	"workspace_id" uuid NOT NULL,
	"id" integer NOT NULL,
	"created_import_id" integer NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "locations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "locations_name" UNIQUE("workspace_id","name")
);
--> statement-breakpoint
CREATE TABLE "replaced_clients" (
	"workspace_id" uuid NOT NULL,
	"replaced_by" integer NOT NULL,
	"id" integer NOT NULL,
	"external_id" text NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"email" text NOT NULL,
	"search_text" text NOT NULL,
	CONSTRAINT "replaced_clients_workspace_id_replaced_by_id_pk" PRIMARY KEY("workspace_id","replaced_by","id")
);
--> statement-breakpoint
CREATE TABLE "replaced_lines" (
	"replaced_by" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"client_id" integer,
	"staff_id" integer,
	"service_id" integer,
	"location_id" integer,
	"source_id" integer,
	"booker_id" integer,
	"day" date NOT NULL,
	"booked_day" date,
	"cancelled_day" date,
	"starts_at" timestamp with time zone,
	"booked_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"price" bigint,
	"discount" bigint,
	"import_id" integer NOT NULL,
	"source_row" integer NOT NULL,
	"start_minute" smallint NOT NULL,
	"status" smallint NOT NULL,
	"status_source" smallint NOT NULL,
	"requested" smallint NOT NULL,
	"is_product" boolean NOT NULL,
	CONSTRAINT "replaced_lines_workspace_id_replaced_by_appointment_id_position_pk" PRIMARY KEY("workspace_id","replaced_by","appointment_id","position")
);
--> statement-breakpoint
CREATE TABLE "services" (
	"workspace_id" uuid NOT NULL,
	"id" integer NOT NULL,
	"created_import_id" integer NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	CONSTRAINT "services_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "services_name" UNIQUE("workspace_id","name","category")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"workspace_id" uuid NOT NULL,
	"id" integer NOT NULL,
	"created_import_id" integer NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "sources_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "sources_name" UNIQUE("workspace_id","name")
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"workspace_id" uuid NOT NULL,
	"id" integer NOT NULL,
	"created_import_id" integer NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "staff_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "staff_name" UNIQUE("workspace_id","name")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"currency" char(3) NOT NULL,
	"country" char(2) NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"data_version" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"workspace_id" uuid NOT NULL,
	"id" integer NOT NULL,
	"file_name" text NOT NULL,
	"size" bigint NOT NULL,
	"state" text NOT NULL,
	"options" jsonb NOT NULL,
	"inspected" jsonb,
	"done" integer,
	"total" integer,
	"checkpoint" integer DEFAULT 0 NOT NULL,
	"result" jsonb,
	"error" jsonb,
	"folder_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "imports_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "bookers" ADD CONSTRAINT "bookers_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clients" ADD CONSTRAINT "clients_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hidden_imports" ADD CONSTRAINT "hidden_imports_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "locations" ADD CONSTRAINT "locations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replaced_clients" ADD CONSTRAINT "replaced_clients_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appointment_lines_client" ON "appointment_lines" USING btree ("workspace_id","client_id");
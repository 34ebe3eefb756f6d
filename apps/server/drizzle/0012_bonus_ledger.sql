CREATE TABLE "bonus_accounts" (
	"workspace_id" uuid NOT NULL,
	"client_id" integer NOT NULL,
	CONSTRAINT "bonus_accounts_workspace_id_client_id_pk" PRIMARY KEY("workspace_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "bonus_operations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"client_id" integer NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"day" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"points" integer NOT NULL,
	"minor" bigint NOT NULL,
	"reason" text NOT NULL,
	"who_kind" text NOT NULL,
	"who_name" text NOT NULL,
	"expires_on" date,
	"bill_minor" bigint,
	"reverses" uuid,
	CONSTRAINT "bonus_operations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "bonus_operations_key" UNIQUE("workspace_id","client_id","key")
);
--> statement-breakpoint
CREATE TABLE "bonus_postings" (
	"workspace_id" uuid NOT NULL,
	"operation_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"client_id" integer NOT NULL,
	"lot_id" uuid NOT NULL,
	"debit" text NOT NULL,
	"credit" text NOT NULL,
	"points" integer NOT NULL,
	"day" date NOT NULL,
	"expires_on" date,
	"point_minor" integer NOT NULL,
	CONSTRAINT "bonus_postings_workspace_id_operation_id_number_pk" PRIMARY KEY("workspace_id","operation_id","number")
);
--> statement-breakpoint
CREATE TABLE "bonus_rules" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"earn_basis_points" integer NOT NULL,
	"cap_percent" integer NOT NULL,
	"life_days" integer,
	"point_minor" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "clients_numbered" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "bonus_accounts" ADD CONSTRAINT "bonus_accounts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bonus_operations" ADD CONSTRAINT "bonus_operations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bonus_postings" ADD CONSTRAINT "bonus_postings_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bonus_rules" ADD CONSTRAINT "bonus_rules_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bonus_operations_by_key" ON "bonus_operations" USING btree ("workspace_id","key");--> statement-breakpoint
CREATE INDEX "bonus_operations_reverses" ON "bonus_operations" USING btree ("workspace_id","reverses");--> statement-breakpoint
CREATE INDEX "bonus_postings_client" ON "bonus_postings" USING btree ("workspace_id","client_id");--> statement-breakpoint
CREATE INDEX "bonus_postings_lot" ON "bonus_postings" USING btree ("workspace_id","lot_id");--> statement-breakpoint
ALTER TABLE "bonus_postings" ADD CONSTRAINT "bonus_postings_two_sides" CHECK ("points" > 0 AND ("debit" = 'client') <> ("credit" = 'client'));--> statement-breakpoint
CREATE FUNCTION "refuse_bonus_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the bonus ledger is only ever added to';
END $$;--> statement-breakpoint
CREATE FUNCTION "refuse_bonus_change_but_reason"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.reason = '' AND to_jsonb(NEW) - 'reason' = to_jsonb(OLD) - 'reason' THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION 'the bonus ledger is only ever added to';
END $$;--> statement-breakpoint
CREATE TRIGGER "bonus_postings_only_added_to" BEFORE UPDATE OR DELETE ON "bonus_postings" FOR EACH ROW EXECUTE FUNCTION "refuse_bonus_change"();--> statement-breakpoint
CREATE TRIGGER "bonus_postings_not_emptied" BEFORE TRUNCATE ON "bonus_postings" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_bonus_change"();--> statement-breakpoint
CREATE TRIGGER "bonus_operations_not_deleted" BEFORE DELETE ON "bonus_operations" FOR EACH ROW EXECUTE FUNCTION "refuse_bonus_change"();--> statement-breakpoint
CREATE TRIGGER "bonus_operations_not_changed" BEFORE UPDATE ON "bonus_operations" FOR EACH ROW EXECUTE FUNCTION "refuse_bonus_change_but_reason"();--> statement-breakpoint
CREATE TRIGGER "bonus_operations_not_emptied" BEFORE TRUNCATE ON "bonus_operations" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_bonus_change"();

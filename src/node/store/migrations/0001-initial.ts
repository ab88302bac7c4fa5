import type { MigrationStep } from '../migrate.ts'

export const initial: MigrationStep = {
  version: 1,
  name: 'initial',
  sqlite: `
CREATE TABLE "change_set" (
	"device" text NOT NULL,
	"seq" integer NOT NULL,
	"id" text NOT NULL,
	"hlc" text NOT NULL,
	"committed_at" text NOT NULL,
	"user_id" text,
	"action" text NOT NULL,
	"reason" text,
	"batch" text,
	"schema_version" integer NOT NULL,
	"prev" text NOT NULL,
	"hash" text NOT NULL,
	"state" text NOT NULL,
	"ops" text NOT NULL,
	PRIMARY KEY("device", "seq")
);

CREATE UNIQUE INDEX "change_set_id" ON "change_set" ("id");
CREATE INDEX "change_set_hlc" ON "change_set" ("hlc");
CREATE INDEX "change_set_batch" ON "change_set" ("batch") WHERE batch is not null;
CREATE TABLE "change_entry" (
	"root_entity" text NOT NULL,
	"root_id" text NOT NULL,
	"device" text NOT NULL,
	"seq" integer NOT NULL,
	PRIMARY KEY("root_entity", "root_id", "device", "seq")
) WITHOUT ROWID;

CREATE TABLE "node_state" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
) WITHOUT ROWID;

CREATE TABLE "chain_head" (
	"device" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL,
	"hlc" text NOT NULL
) WITHOUT ROWID;

CREATE TABLE "idempotency_key" (
	"key" text NOT NULL,
	"user_id" text NOT NULL,
	"action" text NOT NULL,
	"request_hash" text NOT NULL,
	"answer" text NOT NULL,
	"created_at" text NOT NULL,
	PRIMARY KEY("user_id", "key")
);

CREATE INDEX "idempotency_key_age" ON "idempotency_key" ("created_at");
CREATE TABLE "node_setting" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" integer NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"device" text NOT NULL,
	"key" text NOT NULL,
	"value" text NOT NULL
);

CREATE UNIQUE INDEX "node_setting_key" ON "node_setting" ("device","key");
CREATE TABLE "site" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" integer NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"name_arabic" text,
	"kind" text NOT NULL,
	"time_zone" text NOT NULL,
	"address_text" text,
	"active" integer NOT NULL
);

CREATE UNIQUE INDEX "site_code" ON "site" ("code");
CREATE TABLE "app_user" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" integer NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"username" text NOT NULL,
	"display_name" text NOT NULL,
	"email" text,
	"phone" text,
	"position" text,
	"department" text,
	"language" text NOT NULL,
	"home_site_id" text,
	"active" integer NOT NULL,
	"preferences" text NOT NULL,
	FOREIGN KEY ("home_site_id") REFERENCES "site"("id") ON UPDATE no action ON DELETE no action
);

CREATE UNIQUE INDEX "app_user_username" ON "app_user" ("username");
CREATE INDEX "app_user_display_name" ON "app_user" ("display_name","id") WHERE deleted_at is null;
CREATE TABLE "user_role" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" integer NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"site_id" text,
	FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON UPDATE no action ON DELETE no action,
	FOREIGN KEY ("site_id") REFERENCES "site"("id") ON UPDATE no action ON DELETE no action
);

CREATE INDEX "user_role_user" ON "user_role" ("user_id");
CREATE INDEX "user_role_role" ON "user_role" ("role","site_id");
CREATE TABLE "sign_in_event" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" integer NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"user_id" text,
	"username_given" text NOT NULL,
	"event" text NOT NULL,
	"method" text,
	"reason" text,
	"origin" text
);

CREATE INDEX "sign_in_event_user" ON "sign_in_event" ("user_id","event","created_at");
CREATE INDEX "sign_in_event_at" ON "sign_in_event" ("created_at");
CREATE TABLE "credential" (
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"verifier" text NOT NULL,
	"set_at" text NOT NULL,
	"confirmed_at" text NOT NULL,
	"expires_at" text,
	"must_change" integer NOT NULL,
	PRIMARY KEY("user_id", "kind")
);

CREATE INDEX "credential_verifier" ON "credential" ("kind","verifier");
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"current_hash" text NOT NULL,
	"generation" integer NOT NULL,
	"created_at" text NOT NULL,
	"last_used_at" text NOT NULL,
	"expires_at" text NOT NULL,
	"ended_at" text,
	"end_reason" text,
	"origin" text,
	"method" text NOT NULL
);

CREATE INDEX "session_user" ON "session" ("user_id");
CREATE INDEX "session_end" ON "session" ("expires_at");
CREATE UNIQUE INDEX "session_current_hash" ON "session" ("current_hash");
CREATE TABLE "spent_refresh_token" (
	"hash" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"spent_at" text NOT NULL
);

CREATE INDEX "spent_refresh_token_age" ON "spent_refresh_token" ("spent_at");
CREATE TABLE "sign_in_guard" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"first_failure_at" text NOT NULL,
	"locked_until" text
);

CREATE INDEX "sign_in_guard_age" ON "sign_in_guard" ("first_failure_at");
CREATE TABLE "customer" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" integer NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"name_arabic" text,
	"type" text NOT NULL,
	"category" text NOT NULL,
	"status" text NOT NULL,
	"tax_id" text,
	"registration_number" text,
	"industry" text,
	"website" text,
	"email" text,
	"phone" text,
	"credit_limit" real,
	"currency" text,
	"payment_terms_days" integer,
	"discount_percent" real,
	"language" text,
	"notes" text,
	"tags" text NOT NULL,
	"merged_into_id" text
);

CREATE UNIQUE INDEX "customer_code" ON "customer" ("code");
CREATE INDEX "customer_name" ON "customer" ("name","id") WHERE deleted_at is null;
CREATE INDEX "customer_updated" ON "customer" ("updated_at","id") WHERE deleted_at is null;
CREATE INDEX "customer_created" ON "customer" ("created_at","id");
CREATE TABLE "customer_contact" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" integer NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"customer_id" text NOT NULL,
	"name" text NOT NULL,
	"title" text,
	"department" text,
	"email" text,
	"phone" text,
	"mobile" text,
	"is_primary" integer NOT NULL,
	"is_billing" integer NOT NULL,
	"is_technical" integer NOT NULL,
	"notes" text,
	FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON UPDATE no action ON DELETE no action
);

CREATE INDEX "customer_contact_customer" ON "customer_contact" ("customer_id");
CREATE TABLE "customer_address" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" integer NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"customer_id" text NOT NULL,
	"type" text NOT NULL,
	"line1" text NOT NULL,
	"line2" text,
	"city" text NOT NULL,
	"region" text,
	"postcode" text,
	"country" text NOT NULL,
	"is_primary" integer NOT NULL,
	"latitude" real,
	"longitude" real,
	FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON UPDATE no action ON DELETE no action
);

CREATE INDEX "customer_address_customer" ON "customer_address" ("customer_id");
CREATE TABLE "customer_interaction" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" integer NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"customer_id" text NOT NULL,
	"contact_id" text,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"details" text,
	"happened_at" text NOT NULL,
	"due_date" text,
	"assigned_to_user_id" text,
	"done_at" text,
	"outcome" text,
	FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON UPDATE no action ON DELETE no action,
	FOREIGN KEY ("contact_id") REFERENCES "customer_contact"("id") ON UPDATE no action ON DELETE no action
);

CREATE INDEX "customer_interaction_customer" ON "customer_interaction" ("customer_id","happened_at","id");
CREATE INDEX "customer_interaction_due" ON "customer_interaction" ("due_date","id") WHERE deleted_at is null;
CREATE TABLE "customer_match_key" (
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"customer_id" text NOT NULL,
	PRIMARY KEY("kind", "value", "customer_id")
);

CREATE INDEX "customer_match_key_customer" ON "customer_match_key" ("customer_id");
CREATE TABLE "attachment" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" integer NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"owner_entity" text NOT NULL,
	"owner_id" text NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"content_hash" text NOT NULL,
	"caption" text
);

CREATE INDEX "attachment_owner" ON "attachment" ("owner_entity","owner_id");
CREATE INDEX "attachment_content" ON "attachment" ("content_hash");
CREATE TABLE "saved_view" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" integer NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"owner_user_id" text,
	"shared" integer NOT NULL,
	"state" text NOT NULL,
	"position" integer NOT NULL
);

CREATE INDEX "saved_view_list" ON "saved_view" ("list");
CREATE TABLE "import_batch" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" integer NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"list" text NOT NULL,
	"file_name" text NOT NULL,
	"content_hash" text NOT NULL,
	"row_count" integer NOT NULL,
	"created_count" integer NOT NULL,
	"updated_count" integer NOT NULL,
	"skipped_count" integer NOT NULL,
	"rejected_count" integer NOT NULL,
	"added_count" integer NOT NULL,
	"mapping" text NOT NULL,
	"options" text NOT NULL,
	"undone_at" text
);

CREATE INDEX "import_batch_list" ON "import_batch" ("list","created_at");
CREATE TABLE "animal" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" integer NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"site_id" text NOT NULL,
	"code" text NOT NULL,
	"name" text,
	"name_key" text,
	"species" text NOT NULL,
	"sex" text NOT NULL,
	"birth_date" text,
	"birth_date_precision" text,
	"breeds" text NOT NULL,
	"main_breed" text,
	"colour" text,
	"status" text NOT NULL,
	"status_reason" text,
	"status_note" text,
	"status_date" text,
	"purpose" text,
	"castrated_on" text,
	"is_reference" integer NOT NULL,
	"sire_id" text,
	"dam_id" text,
	"gestational_dam_id" text,
	"nuclear_donor_id" text,
	"parentage_state" text NOT NULL,
	"owner_customer_id" text,
	"location" text,
	"notes" text,
	"merged_into_id" text,
	"import_batch_id" text,
	FOREIGN KEY ("site_id") REFERENCES "site"("id") ON UPDATE no action ON DELETE no action,
	FOREIGN KEY ("sire_id") REFERENCES "animal"("id") ON UPDATE no action ON DELETE no action,
	FOREIGN KEY ("dam_id") REFERENCES "animal"("id") ON UPDATE no action ON DELETE no action,
	FOREIGN KEY ("gestational_dam_id") REFERENCES "animal"("id") ON UPDATE no action ON DELETE no action,
	FOREIGN KEY ("nuclear_donor_id") REFERENCES "animal"("id") ON UPDATE no action ON DELETE no action,
	FOREIGN KEY ("owner_customer_id") REFERENCES "customer"("id") ON UPDATE no action ON DELETE no action,
	FOREIGN KEY ("merged_into_id") REFERENCES "animal"("id") ON UPDATE no action ON DELETE no action
);

CREATE UNIQUE INDEX "animal_code" ON "animal" ("code");
CREATE INDEX "animal_name" ON "animal" ("name_key","id") WHERE deleted_at is null;
CREATE INDEX "animal_birth" ON "animal" ("birth_date","id") WHERE deleted_at is null;
CREATE INDEX "animal_updated" ON "animal" ("updated_at","id") WHERE deleted_at is null;
CREATE INDEX "animal_species_name" ON "animal" ("species","name_key","id") WHERE deleted_at is null;
CREATE INDEX "animal_status_name" ON "animal" ("status","name_key","id") WHERE deleted_at is null;
CREATE INDEX "animal_breed_name" ON "animal" ("main_breed","name_key","id") WHERE deleted_at is null;
CREATE INDEX "animal_site_name" ON "animal" ("site_id","name_key","id") WHERE deleted_at is null;
CREATE INDEX "animal_facets" ON "animal" ("is_reference","species","status","sex","main_breed","site_id","birth_date") WHERE deleted_at is null;
CREATE INDEX "animal_same_name" ON "animal" ("name_key","birth_date","species") WHERE deleted_at is null;
CREATE INDEX "animal_sire" ON "animal" ("sire_id","birth_date");
CREATE INDEX "animal_dam" ON "animal" ("dam_id","birth_date");
CREATE INDEX "animal_gestational_dam" ON "animal" ("gestational_dam_id") WHERE gestational_dam_id is not null;
CREATE INDEX "animal_nuclear_donor" ON "animal" ("nuclear_donor_id") WHERE nuclear_donor_id is not null;
CREATE INDEX "animal_merged_into" ON "animal" ("merged_into_id") WHERE merged_into_id is not null;
CREATE INDEX "animal_owner" ON "animal" ("owner_customer_id");
CREATE INDEX "animal_import_batch" ON "animal" ("import_batch_id") WHERE import_batch_id is not null;
CREATE TABLE "animal_identifier" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" integer NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"animal_id" text NOT NULL,
	"scheme" text NOT NULL,
	"value" text NOT NULL,
	"position" integer NOT NULL,
	"issued_on" text,
	"removed_on" text,
	"note" text,
	FOREIGN KEY ("animal_id") REFERENCES "animal"("id") ON UPDATE no action ON DELETE no action
);

CREATE INDEX "animal_identifier_animal" ON "animal_identifier" ("animal_id");
CREATE INDEX "animal_identifier_value" ON "animal_identifier" ("value","scheme","animal_id") WHERE removed_on is null and deleted_at is null;
CREATE TABLE "animal_role" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" integer NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"animal_id" text NOT NULL,
	"role" text NOT NULL,
	"start_date" text NOT NULL,
	"end_date" text,
	"note" text,
	FOREIGN KEY ("animal_id") REFERENCES "animal"("id") ON UPDATE no action ON DELETE no action
);

CREATE INDEX "animal_role_animal" ON "animal_role" ("animal_id");
CREATE INDEX "animal_role_role" ON "animal_role" ("role","animal_id");
CREATE TABLE "animal_internal_number" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" integer NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"animal_id" text NOT NULL,
	"number" text NOT NULL,
	"start_date" text NOT NULL,
	"end_date" text,
	"reason" text,
	FOREIGN KEY ("animal_id") REFERENCES "animal"("id") ON UPDATE no action ON DELETE no action
);

CREATE INDEX "animal_internal_number_animal" ON "animal_internal_number" ("animal_id");
CREATE INDEX "animal_internal_number_number" ON "animal_internal_number" ("number","end_date");
CREATE TABLE "animal_activity" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" integer NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"animal_id" text NOT NULL,
	"kind" text NOT NULL,
	"happened_at" text NOT NULL,
	"description" text,
	"performed_by" text,
	FOREIGN KEY ("animal_id") REFERENCES "animal"("id") ON UPDATE no action ON DELETE no action
);

CREATE INDEX "animal_activity_animal" ON "animal_activity" ("animal_id","happened_at");
CREATE TABLE "animal_measurement" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" integer NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"animal_id" text NOT NULL,
	"kind" text NOT NULL,
	"value" real,
	"unit" text NOT NULL,
	"measured_at" text NOT NULL,
	"method" text,
	"note" text,
	"corrects_id" text,
	FOREIGN KEY ("animal_id") REFERENCES "animal"("id") ON UPDATE no action ON DELETE no action
);

CREATE INDEX "animal_measurement_animal" ON "animal_measurement" ("animal_id","kind","measured_at");
CREATE TABLE "animal_inbreeding" (
	"animal_id" text PRIMARY KEY NOT NULL,
	"coefficient" real,
	"stale" integer NOT NULL,
	"marked_at_version" integer NOT NULL,
	"computed_at" text
);

CREATE INDEX "animal_inbreeding_stale" ON "animal_inbreeding" ("stale","animal_id");
CREATE INDEX "animal_inbreeding_value" ON "animal_inbreeding" ("coefficient","animal_id");
`,
  postgres: `
CREATE TABLE "change_set" (
	"device" text NOT NULL,
	"seq" bigint NOT NULL,
	"id" text NOT NULL,
	"hlc" text NOT NULL,
	"committed_at" text NOT NULL,
	"user_id" text,
	"action" text NOT NULL,
	"reason" text,
	"batch" text,
	"schema_version" bigint NOT NULL,
	"prev" text NOT NULL,
	"hash" text NOT NULL,
	"state" text NOT NULL,
	"ops" text NOT NULL,
	CONSTRAINT "change_set_device_seq_pk" PRIMARY KEY("device","seq")
);

CREATE TABLE "change_entry" (
	"root_entity" text NOT NULL,
	"root_id" text NOT NULL,
	"device" text NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "change_entry_root_entity_root_id_device_seq_pk" PRIMARY KEY("root_entity","root_id","device","seq")
);

CREATE TABLE "node_state" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);

CREATE TABLE "chain_head" (
	"device" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	"hlc" text NOT NULL
);

CREATE TABLE "idempotency_key" (
	"key" text NOT NULL,
	"user_id" text NOT NULL,
	"action" text NOT NULL,
	"request_hash" text NOT NULL,
	"answer" text NOT NULL,
	"created_at" text NOT NULL,
	CONSTRAINT "idempotency_key_user_id_key_pk" PRIMARY KEY("user_id","key")
);

CREATE TABLE "node_setting" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"device" text NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL
);

CREATE TABLE "site" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"name_arabic" text,
	"kind" text NOT NULL,
	"time_zone" text NOT NULL,
	"address_text" text,
	"active" boolean NOT NULL
);

CREATE TABLE "app_user" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"username" text NOT NULL,
	"display_name" text NOT NULL,
	"email" text,
	"phone" text,
	"position" text,
	"department" text,
	"language" text NOT NULL,
	"home_site_id" text,
	"active" boolean NOT NULL,
	"preferences" jsonb NOT NULL
);

CREATE TABLE "user_role" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"site_id" text
);

CREATE TABLE "sign_in_event" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"user_id" text,
	"username_given" text NOT NULL,
	"event" text NOT NULL,
	"method" text,
	"reason" text,
	"origin" text
);

CREATE TABLE "credential" (
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"verifier" text NOT NULL,
	"set_at" text NOT NULL,
	"confirmed_at" text NOT NULL,
	"expires_at" text,
	"must_change" boolean NOT NULL,
	CONSTRAINT "credential_user_id_kind_pk" PRIMARY KEY("user_id","kind")
);

CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"current_hash" text NOT NULL,
	"generation" bigint NOT NULL,
	"created_at" text NOT NULL,
	"last_used_at" text NOT NULL,
	"expires_at" text NOT NULL,
	"ended_at" text,
	"end_reason" text,
	"origin" text,
	"method" text NOT NULL
);

CREATE TABLE "spent_refresh_token" (
	"hash" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"spent_at" text NOT NULL
);

CREATE TABLE "sign_in_guard" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" bigint NOT NULL,
	"first_failure_at" text NOT NULL,
	"locked_until" text
);

CREATE TABLE "customer" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"name_arabic" text,
	"type" text NOT NULL,
	"category" text NOT NULL,
	"status" text NOT NULL,
	"tax_id" text,
	"registration_number" text,
	"industry" text,
	"website" text,
	"email" text,
	"phone" text,
	"credit_limit" double precision,
	"currency" text,
	"payment_terms_days" bigint,
	"discount_percent" double precision,
	"language" text,
	"notes" text,
	"tags" jsonb NOT NULL,
	"merged_into_id" text
);

CREATE TABLE "customer_contact" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"customer_id" text NOT NULL,
	"name" text NOT NULL,
	"title" text,
	"department" text,
	"email" text,
	"phone" text,
	"mobile" text,
	"is_primary" boolean NOT NULL,
	"is_billing" boolean NOT NULL,
	"is_technical" boolean NOT NULL,
	"notes" text
);

CREATE TABLE "customer_address" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"customer_id" text NOT NULL,
	"type" text NOT NULL,
	"line1" text NOT NULL,
	"line2" text,
	"city" text NOT NULL,
	"region" text,
	"postcode" text,
	"country" text NOT NULL,
	"is_primary" boolean NOT NULL,
	"latitude" double precision,
	"longitude" double precision
);

CREATE TABLE "customer_interaction" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"customer_id" text NOT NULL,
	"contact_id" text,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"details" text,
	"happened_at" text NOT NULL,
	"due_date" text,
	"assigned_to_user_id" text,
	"done_at" text,
	"outcome" text
);

CREATE TABLE "customer_match_key" (
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"customer_id" text NOT NULL,
	CONSTRAINT "customer_match_key_kind_value_customer_id_pk" PRIMARY KEY("kind","value","customer_id")
);

CREATE TABLE "attachment" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"owner_entity" text NOT NULL,
	"owner_id" text NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"content_hash" text NOT NULL,
	"caption" text
);

CREATE TABLE "saved_view" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"owner_user_id" text,
	"shared" boolean NOT NULL,
	"state" jsonb NOT NULL,
	"position" bigint NOT NULL
);

CREATE TABLE "import_batch" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"list" text NOT NULL,
	"file_name" text NOT NULL,
	"content_hash" text NOT NULL,
	"row_count" bigint NOT NULL,
	"created_count" bigint NOT NULL,
	"updated_count" bigint NOT NULL,
	"skipped_count" bigint NOT NULL,
	"rejected_count" bigint NOT NULL,
	"added_count" bigint NOT NULL,
	"mapping" jsonb NOT NULL,
	"options" jsonb NOT NULL,
	"undone_at" text
);

CREATE TABLE "animal" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"site_id" text NOT NULL,
	"code" text NOT NULL,
	"name" text,
	"name_key" text,
	"species" text NOT NULL,
	"sex" text NOT NULL,
	"birth_date" text,
	"birth_date_precision" text,
	"breeds" jsonb NOT NULL,
	"main_breed" text,
	"colour" text,
	"status" text NOT NULL,
	"status_reason" text,
	"status_note" text,
	"status_date" text,
	"purpose" text,
	"castrated_on" text,
	"is_reference" boolean NOT NULL,
	"sire_id" text,
	"dam_id" text,
	"gestational_dam_id" text,
	"nuclear_donor_id" text,
	"parentage_state" text NOT NULL,
	"owner_customer_id" text,
	"location" text,
	"notes" text,
	"merged_into_id" text,
	"import_batch_id" text
);

CREATE TABLE "animal_identifier" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"animal_id" text NOT NULL,
	"scheme" text NOT NULL,
	"value" text NOT NULL,
	"position" bigint NOT NULL,
	"issued_on" text,
	"removed_on" text,
	"note" text
);

CREATE TABLE "animal_role" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"animal_id" text NOT NULL,
	"role" text NOT NULL,
	"start_date" text NOT NULL,
	"end_date" text,
	"note" text
);

CREATE TABLE "animal_internal_number" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"animal_id" text NOT NULL,
	"number" text NOT NULL,
	"start_date" text NOT NULL,
	"end_date" text,
	"reason" text
);

CREATE TABLE "animal_activity" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"animal_id" text NOT NULL,
	"kind" text NOT NULL,
	"happened_at" text NOT NULL,
	"description" text,
	"performed_by" text
);

CREATE TABLE "animal_measurement" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text,
	"updated_at" text NOT NULL,
	"updated_by" text,
	"deleted_at" text,
	"animal_id" text NOT NULL,
	"kind" text NOT NULL,
	"value" double precision,
	"unit" text NOT NULL,
	"measured_at" text NOT NULL,
	"method" text,
	"note" text,
	"corrects_id" text
);

CREATE TABLE "animal_inbreeding" (
	"animal_id" text PRIMARY KEY NOT NULL,
	"coefficient" double precision,
	"stale" boolean NOT NULL,
	"marked_at_version" bigint NOT NULL,
	"computed_at" text
);

ALTER TABLE "app_user" ADD CONSTRAINT "app_user_home_site_id_site_id_fk" FOREIGN KEY ("home_site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "customer_contact" ADD CONSTRAINT "customer_contact_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "customer_address" ADD CONSTRAINT "customer_address_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "customer_interaction" ADD CONSTRAINT "customer_interaction_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "customer_interaction" ADD CONSTRAINT "customer_interaction_contact_id_customer_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."customer_contact"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "animal" ADD CONSTRAINT "animal_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "animal" ADD CONSTRAINT "animal_sire_id_animal_id_fk" FOREIGN KEY ("sire_id") REFERENCES "public"."animal"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "animal" ADD CONSTRAINT "animal_dam_id_animal_id_fk" FOREIGN KEY ("dam_id") REFERENCES "public"."animal"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "animal" ADD CONSTRAINT "animal_gestational_dam_id_animal_id_fk" FOREIGN KEY ("gestational_dam_id") REFERENCES "public"."animal"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "animal" ADD CONSTRAINT "animal_nuclear_donor_id_animal_id_fk" FOREIGN KEY ("nuclear_donor_id") REFERENCES "public"."animal"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "animal" ADD CONSTRAINT "animal_owner_customer_id_customer_id_fk" FOREIGN KEY ("owner_customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "animal" ADD CONSTRAINT "animal_merged_into_id_animal_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."animal"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "animal_identifier" ADD CONSTRAINT "animal_identifier_animal_id_animal_id_fk" FOREIGN KEY ("animal_id") REFERENCES "public"."animal"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "animal_role" ADD CONSTRAINT "animal_role_animal_id_animal_id_fk" FOREIGN KEY ("animal_id") REFERENCES "public"."animal"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "animal_internal_number" ADD CONSTRAINT "animal_internal_number_animal_id_animal_id_fk" FOREIGN KEY ("animal_id") REFERENCES "public"."animal"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "animal_activity" ADD CONSTRAINT "animal_activity_animal_id_animal_id_fk" FOREIGN KEY ("animal_id") REFERENCES "public"."animal"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "animal_measurement" ADD CONSTRAINT "animal_measurement_animal_id_animal_id_fk" FOREIGN KEY ("animal_id") REFERENCES "public"."animal"("id") ON DELETE no action ON UPDATE no action;
CREATE UNIQUE INDEX "change_set_id" ON "change_set" USING btree ("id");
CREATE INDEX "change_set_hlc" ON "change_set" USING btree ("hlc");
CREATE INDEX "change_set_batch" ON "change_set" USING btree ("batch") WHERE batch is not null;
CREATE INDEX "idempotency_key_age" ON "idempotency_key" USING btree ("created_at");
CREATE UNIQUE INDEX "node_setting_key" ON "node_setting" USING btree ("device","key");
CREATE UNIQUE INDEX "site_code" ON "site" USING btree ("code");
CREATE UNIQUE INDEX "app_user_username" ON "app_user" USING btree ("username");
CREATE INDEX "app_user_display_name" ON "app_user" USING btree ("display_name","id") WHERE deleted_at is null;
CREATE INDEX "user_role_user" ON "user_role" USING btree ("user_id");
CREATE INDEX "user_role_role" ON "user_role" USING btree ("role","site_id");
CREATE INDEX "sign_in_event_user" ON "sign_in_event" USING btree ("user_id","event","created_at");
CREATE INDEX "sign_in_event_at" ON "sign_in_event" USING btree ("created_at");
CREATE INDEX "credential_verifier" ON "credential" USING btree ("kind","verifier");
CREATE INDEX "session_user" ON "session" USING btree ("user_id");
CREATE INDEX "session_end" ON "session" USING btree ("expires_at");
CREATE UNIQUE INDEX "session_current_hash" ON "session" USING btree ("current_hash");
CREATE INDEX "spent_refresh_token_age" ON "spent_refresh_token" USING btree ("spent_at");
CREATE INDEX "sign_in_guard_age" ON "sign_in_guard" USING btree ("first_failure_at");
CREATE UNIQUE INDEX "customer_code" ON "customer" USING btree ("code");
CREATE INDEX "customer_name" ON "customer" USING btree ("name","id") WHERE deleted_at is null;
CREATE INDEX "customer_updated" ON "customer" USING btree ("updated_at","id") WHERE deleted_at is null;
CREATE INDEX "customer_created" ON "customer" USING btree ("created_at","id");
CREATE INDEX "customer_contact_customer" ON "customer_contact" USING btree ("customer_id");
CREATE INDEX "customer_address_customer" ON "customer_address" USING btree ("customer_id");
CREATE INDEX "customer_interaction_customer" ON "customer_interaction" USING btree ("customer_id","happened_at","id");
CREATE INDEX "customer_interaction_due" ON "customer_interaction" USING btree ("due_date","id") WHERE deleted_at is null;
CREATE INDEX "customer_match_key_customer" ON "customer_match_key" USING btree ("customer_id");
CREATE INDEX "attachment_owner" ON "attachment" USING btree ("owner_entity","owner_id");
CREATE INDEX "attachment_content" ON "attachment" USING btree ("content_hash");
CREATE INDEX "saved_view_list" ON "saved_view" USING btree ("list");
CREATE INDEX "import_batch_list" ON "import_batch" USING btree ("list","created_at");
CREATE UNIQUE INDEX "animal_code" ON "animal" USING btree ("code");
CREATE INDEX "animal_name" ON "animal" USING btree ("name_key","id") WHERE deleted_at is null;
CREATE INDEX "animal_birth" ON "animal" USING btree ("birth_date","id") WHERE deleted_at is null;
CREATE INDEX "animal_updated" ON "animal" USING btree ("updated_at","id") WHERE deleted_at is null;
CREATE INDEX "animal_species_name" ON "animal" USING btree ("species","name_key","id") WHERE deleted_at is null;
CREATE INDEX "animal_status_name" ON "animal" USING btree ("status","name_key","id") WHERE deleted_at is null;
CREATE INDEX "animal_breed_name" ON "animal" USING btree ("main_breed","name_key","id") WHERE deleted_at is null;
CREATE INDEX "animal_site_name" ON "animal" USING btree ("site_id","name_key","id") WHERE deleted_at is null;
CREATE INDEX "animal_facets" ON "animal" USING btree ("is_reference","species","status","sex","main_breed","site_id","birth_date") WHERE deleted_at is null;
CREATE INDEX "animal_same_name" ON "animal" USING btree ("name_key","birth_date","species") WHERE deleted_at is null;
CREATE INDEX "animal_sire" ON "animal" USING btree ("sire_id","birth_date");
CREATE INDEX "animal_dam" ON "animal" USING btree ("dam_id","birth_date");
CREATE INDEX "animal_gestational_dam" ON "animal" USING btree ("gestational_dam_id") WHERE gestational_dam_id is not null;
CREATE INDEX "animal_nuclear_donor" ON "animal" USING btree ("nuclear_donor_id") WHERE nuclear_donor_id is not null;
CREATE INDEX "animal_merged_into" ON "animal" USING btree ("merged_into_id") WHERE merged_into_id is not null;
CREATE INDEX "animal_owner" ON "animal" USING btree ("owner_customer_id");
CREATE INDEX "animal_import_batch" ON "animal" USING btree ("import_batch_id") WHERE import_batch_id is not null;
CREATE INDEX "animal_identifier_animal" ON "animal_identifier" USING btree ("animal_id");
CREATE INDEX "animal_identifier_value" ON "animal_identifier" USING btree ("value","scheme","animal_id") WHERE removed_on is null and deleted_at is null;
CREATE INDEX "animal_role_animal" ON "animal_role" USING btree ("animal_id");
CREATE INDEX "animal_role_role" ON "animal_role" USING btree ("role","animal_id");
CREATE INDEX "animal_internal_number_animal" ON "animal_internal_number" USING btree ("animal_id");
CREATE INDEX "animal_internal_number_number" ON "animal_internal_number" USING btree ("number","end_date");
CREATE INDEX "animal_activity_animal" ON "animal_activity" USING btree ("animal_id","happened_at");
CREATE INDEX "animal_measurement_animal" ON "animal_measurement" USING btree ("animal_id","kind","measured_at");
CREATE INDEX "animal_inbreeding_stale" ON "animal_inbreeding" USING btree ("stale","animal_id");
CREATE INDEX "animal_inbreeding_value" ON "animal_inbreeding" USING btree ("coefficient","animal_id");
`,
}

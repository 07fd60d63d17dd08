-- Ranges of time beside plain keys in one exclusion constraint; trigrams for the search over names and titles.
CREATE EXTENSION IF NOT EXISTS "btree_gist";
CREATE EXTENSION IF NOT EXISTS "pg_trgm";


-- CreateEnum
CREATE TYPE "Role" AS ENUM ('member', 'operator', 'librarian', 'admin');

-- CreateEnum
CREATE TYPE "SeatKind" AS ENUM ('desk', 'quietDesk', 'meetingRoom', 'phoneBooth');

-- CreateEnum
CREATE TYPE "Amenity" AS ENUM ('computer', 'monitor', 'water', 'kitchenNear', 'adjustableDesk', 'quiet', 'window', 'power');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "locale" TEXT,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "verified_at" TIMESTAMPTZ(3),
    "verified_by_id" UUID,
    "verification_note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_roles" (
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "granted_by_id" UUID,

    CONSTRAINT "user_roles_pkey" PRIMARY KEY ("user_id","role")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking_rules" (
    "id" UUID NOT NULL,
    "venue_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "step_minutes" INTEGER NOT NULL DEFAULT 15,
    "longest_minutes" INTEGER NOT NULL DEFAULT 1440,
    "not_begun_limit" INTEGER NOT NULL DEFAULT 1,
    "buffer_minutes" INTEGER NOT NULL DEFAULT 0,
    "grace_minutes" INTEGER NOT NULL DEFAULT 15,
    "early_check_in_minutes" INTEGER NOT NULL DEFAULT 15,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,

    CONSTRAINT "booking_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bookings" (
    "id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "made_by_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "occupied_until" TIMESTAMPTZ(3) NOT NULL,
    "release_due_at" TIMESTAMPTZ(3) NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by_id" UUID,
    "released_at" TIMESTAMPTZ(3),
    "checked_in_at" TIMESTAMPTZ(3),
    "checked_in_by_id" UUID,
    "left_at" TIMESTAMPTZ(3),
    "left_by_id" UUID,
    "pass_version" INTEGER NOT NULL DEFAULT 1,
    "last_pass_step" INTEGER,

    CONSTRAINT "bookings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pass_scans" (
    "id" UUID NOT NULL,
    "venue_id" UUID NOT NULL,
    "scanned_by_id" UUID NOT NULL,
    "scanned_at" TIMESTAMPTZ(3) NOT NULL,
    "content_hash" TEXT NOT NULL,
    "booking_id" UUID,
    "step" INTEGER,
    "verdict" TEXT NOT NULL,

    CONSTRAINT "pass_scans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_keys" (
    "user_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "operation" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_keys_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "personal" JSONB,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "heartbeats" (
    "process" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "heartbeats_pkey" PRIMARY KEY ("process")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "venues" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "venues_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opening_hours" (
    "id" UUID NOT NULL,
    "venue_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "opens_minute" SMALLINT NOT NULL,
    "closes_minute" SMALLINT NOT NULL,

    CONSTRAINT "opening_hours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "closures" (
    "id" UUID NOT NULL,
    "venue_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "closures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "floors" (
    "id" UUID NOT NULL,
    "venue_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "plan" JSONB NOT NULL,

    CONSTRAINT "floors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seats" (
    "id" UUID NOT NULL,
    "venue_id" UUID NOT NULL,
    "floor_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "kind" "SeatKind" NOT NULL,
    "amenities" "Amenity"[],
    "x" INTEGER NOT NULL,
    "y" INTEGER NOT NULL,
    "turn" SMALLINT NOT NULL DEFAULT 0,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "seats_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "booking_rules_venue_id_version_key" ON "booking_rules"("venue_id", "version");

-- CreateIndex
CREATE INDEX "bookings_user_id_starts_at_idx" ON "bookings"("user_id", "starts_at");

-- CreateIndex
CREATE INDEX "bookings_starts_at_idx" ON "bookings"("starts_at");

-- CreateIndex
CREATE INDEX "pass_scans_booking_id_idx" ON "pass_scans"("booking_id");

-- CreateIndex
CREATE INDEX "request_keys_created_at_idx" ON "request_keys"("created_at");

-- CreateIndex
CREATE INDEX "audit_entries_subject_type_subject_id_idx" ON "audit_entries"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at");

-- CreateIndex
CREATE UNIQUE INDEX "venues_slug_key" ON "venues"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "opening_hours_venue_id_weekday_opens_minute_key" ON "opening_hours"("venue_id", "weekday", "opens_minute");

-- CreateIndex
CREATE INDEX "closures_venue_id_starts_at_idx" ON "closures"("venue_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "floors_venue_id_position_key" ON "floors"("venue_id", "position");

-- CreateIndex
CREATE INDEX "seats_floor_id_idx" ON "seats"("floor_id");

-- CreateIndex
CREATE UNIQUE INDEX "seats_venue_id_label_key" ON "seats"("venue_id", "label");

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_verified_by_id_fkey" FOREIGN KEY ("verified_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_roles" ADD CONSTRAINT "user_roles_granted_by_id_fkey" FOREIGN KEY ("granted_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_rules" ADD CONSTRAINT "booking_rules_venue_id_fkey" FOREIGN KEY ("venue_id") REFERENCES "venues"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_rules" ADD CONSTRAINT "booking_rules_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seats"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_cancelled_by_id_fkey" FOREIGN KEY ("cancelled_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_checked_in_by_id_fkey" FOREIGN KEY ("checked_in_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_left_by_id_fkey" FOREIGN KEY ("left_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "booking_rules"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pass_scans" ADD CONSTRAINT "pass_scans_venue_id_fkey" FOREIGN KEY ("venue_id") REFERENCES "venues"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pass_scans" ADD CONSTRAINT "pass_scans_scanned_by_id_fkey" FOREIGN KEY ("scanned_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pass_scans" ADD CONSTRAINT "pass_scans_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "bookings"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_keys" ADD CONSTRAINT "request_keys_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opening_hours" ADD CONSTRAINT "opening_hours_venue_id_fkey" FOREIGN KEY ("venue_id") REFERENCES "venues"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closures" ADD CONSTRAINT "closures_venue_id_fkey" FOREIGN KEY ("venue_id") REFERENCES "venues"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "floors" ADD CONSTRAINT "floors_venue_id_fkey" FOREIGN KEY ("venue_id") REFERENCES "venues"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seats" ADD CONSTRAINT "seats_venue_id_fkey" FOREIGN KEY ("venue_id") REFERENCES "venues"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seats" ADD CONSTRAINT "seats_floor_id_fkey" FOREIGN KEY ("floor_id") REFERENCES "floors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma's schema cannot say. lib/db/constraints.test.ts fails when one of these is missing.

ALTER TABLE "users"
  ADD CONSTRAINT "user_email_lower_case" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "user_verified_by_someone" CHECK (("verified_at" IS NULL) = ("verified_by_id" IS NULL));

ALTER TABLE "opening_hours"
  ADD CONSTRAINT "opening_hours_weekday" CHECK ("weekday" BETWEEN 1 AND 7),
  ADD CONSTRAINT "opening_hours_order" CHECK ("opens_minute" >= 0 AND "opens_minute" < "closes_minute" AND "closes_minute" <= 1440),
  ADD CONSTRAINT "opening_hours_overlap" EXCLUDE USING gist
    ("venue_id" WITH =, "weekday" WITH =, int4range("opens_minute", "closes_minute") WITH &&);

ALTER TABLE "closures" ADD CONSTRAINT "closure_order" CHECK ("starts_at" < "ends_at");

-- A seat stands on a floor of its own venue.
ALTER TABLE "floors"
  ADD CONSTRAINT "floor_of_venue" UNIQUE ("id", "venue_id"),
  ADD CONSTRAINT "floor_size" CHECK ("width" > 0 AND "height" > 0);
ALTER TABLE "seats"
  ADD CONSTRAINT "seat_on_floor_of_venue" FOREIGN KEY ("floor_id", "venue_id") REFERENCES "floors" ("id", "venue_id"),
  ADD CONSTRAINT "seat_turn" CHECK ("turn" BETWEEN 0 AND 359);

ALTER TABLE "booking_rules"
  ADD CONSTRAINT "booking_rule_numbers" CHECK (
    "step_minutes" BETWEEN 1 AND 1440 AND "longest_minutes" BETWEEN 1 AND 1440 AND "not_begun_limit" >= 1
    AND "buffer_minutes" >= 0 AND "grace_minutes" >= 1 AND "early_check_in_minutes" >= 0);

ALTER TABLE "bookings"
  ADD CONSTRAINT "booking_order" CHECK ("starts_at" < "ends_at"),
  ADD CONSTRAINT "booking_at_most_a_day" CHECK ("ends_at" - "starts_at" <= interval '24 hours'),
  ADD CONSTRAINT "booking_occupied_to_its_end" CHECK ("occupied_until" >= greatest("starts_at", coalesce("left_at", "ends_at"))),
  ADD CONSTRAINT "booking_one_fate" CHECK (num_nonnulls("cancelled_at", "released_at", "checked_in_at") <= 1),
  ADD CONSTRAINT "booking_left_after_check_in" CHECK ("left_at" IS NULL OR ("checked_in_at" IS NOT NULL AND "left_at" >= "checked_in_at")),
  ADD CONSTRAINT "booking_cancelled_by_someone" CHECK (("cancelled_at" IS NULL) = ("cancelled_by_id" IS NULL)),
  ADD CONSTRAINT "booking_checked_in_by_someone" CHECK (("checked_in_at" IS NULL) = ("checked_in_by_id" IS NULL)),
  ADD CONSTRAINT "booking_left_by_someone" CHECK (("left_at" IS NULL) = ("left_by_id" IS NULL)),
  -- The last guard: one seat, one person at a time. Writers queue on the rows of person and seat before they come here,
  -- because exclusion constraints alone deadlock when many insert at once.
  ADD CONSTRAINT "booking_seat_overlap" EXCLUDE USING gist
    ("seat_id" WITH =, tstzrange("starts_at", "occupied_until", '[)') WITH &&)
    WHERE ("cancelled_at" IS NULL AND "released_at" IS NULL),
  ADD CONSTRAINT "booking_person_overlap" EXCLUDE USING gist
    ("user_id" WITH =, tstzrange("starts_at", greatest("starts_at", coalesce("left_at", "ends_at")), '[)') WITH &&)
    WHERE ("cancelled_at" IS NULL AND "released_at" IS NULL);

-- The worker asks each minute who did not come; only bookings without a fate are in here.
CREATE INDEX "bookings_release_due" ON "bookings" ("release_due_at")
  WHERE "cancelled_at" IS NULL AND "released_at" IS NULL AND "checked_in_at" IS NULL;

-- A scan from before this has none, and can no longer be answered by verifying the person.
ALTER TABLE "pass_scans" ADD COLUMN "version" INTEGER;

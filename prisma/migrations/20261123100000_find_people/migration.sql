-- People are found by a part of their name, by a name with a slip in it, and by the beginning of their e-mail; and they
-- are listed in the order of their names.
CREATE INDEX "users_name_trigrams" ON "users" USING gin ("name" gin_trgm_ops);
CREATE INDEX "users_email_prefix" ON "users" ("email" text_pattern_ops);
CREATE INDEX "users_in_order" ON "users" (lower("name"), "id");

-- Whoever shows a plan is told when it changes, whichever way the change came in: the message leaves with the commit.

CREATE FUNCTION tell_plan_changed(venue uuid) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('carrel_changes', json_build_object('topic', 'plan', 'venueId', venue)::text)
$$;

CREATE FUNCTION booking_tells_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_plan_changed(venue_id) FROM seats WHERE id IN (NEW.seat_id, OLD.seat_id) GROUP BY venue_id;
  RETURN NULL;
END $$;

-- Not for what a plan does not show, such as the step of the last pass.
CREATE TRIGGER booking_made AFTER INSERT ON bookings
  FOR EACH ROW EXECUTE FUNCTION booking_tells_change();
CREATE TRIGGER booking_changed
  AFTER UPDATE OF seat_id, starts_at, ends_at, occupied_until, cancelled_at, released_at, checked_in_at, left_at ON bookings
  FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION booking_tells_change();

CREATE FUNCTION venue_part_tells_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_plan_changed(coalesce(NEW.venue_id, OLD.venue_id));
  RETURN NULL;
END $$;

CREATE TRIGGER seat_changed AFTER INSERT OR UPDATE ON seats
  FOR EACH ROW EXECUTE FUNCTION venue_part_tells_change();
CREATE TRIGGER closure_changed AFTER INSERT OR UPDATE ON closures
  FOR EACH ROW EXECUTE FUNCTION venue_part_tells_change();
CREATE TRIGGER opening_hours_changed AFTER INSERT OR UPDATE OR DELETE ON opening_hours
  FOR EACH ROW EXECUTE FUNCTION venue_part_tells_change();
CREATE TRIGGER booking_rule_changed AFTER INSERT OR UPDATE ON booking_rules
  FOR EACH ROW EXECUTE FUNCTION venue_part_tells_change();

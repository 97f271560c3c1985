-- The last answer about a number that was taken in whole, where the same bytes again would teach nothing: with its
-- validators the next question can ask whether it has changed.
ALTER TABLE poll ADD COLUMN accepted_sha256 BLOB;       -- of its bytes as they came; NULL: the next is asked for and read whole
ALTER TABLE poll ADD COLUMN accepted_reading BLOB;      -- fingerprint of what it was read with: profile, places, zone, address
ALTER TABLE poll ADD COLUMN accepted_items INTEGER;
ALTER TABLE poll ADD COLUMN accepted_unmapped INTEGER;
ALTER TABLE poll ADD COLUMN accepted_wide INTEGER CHECK (accepted_wide = 1);  -- it speaks of other subjects too
ALTER TABLE poll ADD COLUMN etag TEXT;
ALTER TABLE poll ADD COLUMN last_modified TEXT;
CREATE INDEX poll_wide ON poll (carrier) WHERE accepted_wide = 1;

-- What an answer said is no longer believed, whoever ended it: the same bytes would say it anew. So the answers of that
-- source about that subject are forgotten, and those that spoke of other subjects too.
CREATE TRIGGER event_ended AFTER DELETE ON event BEGIN
    UPDATE poll SET accepted_sha256 = NULL, accepted_wide = NULL WHERE carrier = OLD.source AND subject = OLD.subject;
    UPDATE poll SET accepted_sha256 = NULL, accepted_wide = NULL WHERE carrier = OLD.source AND accepted_wide = 1;
END;
CREATE TRIGGER link_ended AFTER DELETE ON link BEGIN
    UPDATE poll SET accepted_sha256 = NULL, accepted_wide = NULL WHERE carrier = OLD.source AND subject = OLD.child;
    UPDATE poll SET accepted_sha256 = NULL, accepted_wide = NULL WHERE carrier = OLD.source AND accepted_wide = 1;
END;
CREATE TRIGGER alias_ended AFTER DELETE ON alias BEGIN
    UPDATE poll SET accepted_sha256 = NULL, accepted_wide = NULL WHERE carrier = OLD.source AND subject = OLD.subject;
    UPDATE poll SET accepted_sha256 = NULL, accepted_wide = NULL WHERE carrier = OLD.source AND accepted_wide = 1;
END;
CREATE TRIGGER fact_ended AFTER DELETE ON fact BEGIN
    UPDATE poll SET accepted_sha256 = NULL, accepted_wide = NULL WHERE carrier = OLD.source AND subject = OLD.subject;
    UPDATE poll SET accepted_sha256 = NULL, accepted_wide = NULL WHERE carrier = OLD.source AND accepted_wide = 1;
END;
CREATE TRIGGER fact_superseded AFTER UPDATE OF stated ON fact BEGIN
    UPDATE poll SET accepted_sha256 = NULL, accepted_wide = NULL WHERE carrier = OLD.source AND subject = OLD.subject;
    UPDATE poll SET accepted_sha256 = NULL, accepted_wide = NULL WHERE carrier = OLD.source AND accepted_wide = 1;
END;

-- A message is put out of force or into force again, which also lifts what stood against others.
CREATE TRIGGER message_ended AFTER INSERT ON message_end BEGIN
    UPDATE poll SET accepted_sha256 = NULL, accepted_wide = NULL WHERE accepted_sha256 IS NOT NULL;
END;
CREATE TRIGGER message_revived AFTER DELETE ON message_end BEGIN
    UPDATE poll SET accepted_sha256 = NULL, accepted_wide = NULL WHERE accepted_sha256 IS NOT NULL;
END;

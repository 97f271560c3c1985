-- What people say outranks papers, and what they take back may come back: a row that was ended and is believed again is
-- live once more, known anew from the message in `since`. NULL: from `message` on, without a break.
ALTER TABLE event ADD COLUMN since INTEGER;
ALTER TABLE past_event ADD COLUMN since INTEGER;
ALTER TABLE link ADD COLUMN since INTEGER;
ALTER TABLE past_link ADD COLUMN since INTEGER;
ALTER TABLE alias ADD COLUMN since INTEGER;
ALTER TABLE past_alias ADD COLUMN since INTEGER;
ALTER TABLE fact ADD COLUMN since INTEGER;
ALTER TABLE past_fact ADD COLUMN since INTEGER;

-- A link that a person denies is a link by hand of probability 0; of an alias it is told here.
ALTER TABLE alias ADD COLUMN by_hand INTEGER CHECK (by_hand IN (0, 1));  -- 1: a person says so, 0: denies it; NULL: a paper
ALTER TABLE past_alias ADD COLUMN by_hand INTEGER CHECK (by_hand IN (0, 1));
-- Denials are few, and asked for with every link: an index of nothing else.
CREATE INDEX link_denied ON link (child, parent) WHERE probability = 0;
CREATE INDEX alias_denied ON alias (subject, alias, role) WHERE by_hand = 0;

-- An event that a person took back, by its key: whoever tells the very same again is not believed.
CREATE TABLE retraction (
    subject     INTEGER NOT NULL REFERENCES subject (id),
    occurred_at INTEGER NOT NULL,  -- UTC milliseconds
    source      INTEGER NOT NULL,
    source_id   TEXT NOT NULL DEFAULT '',
    raw_code    INTEGER NOT NULL,
    place       INTEGER NOT NULL DEFAULT 0,
    classifier  INTEGER NOT NULL,
    message     INTEGER NOT NULL,  -- that took it back
    received_at INTEGER NOT NULL,  -- UTC milliseconds of that message
    PRIMARY KEY (subject, occurred_at, source, source_id, raw_code, place, classifier)
) STRICT, WITHOUT ROWID;

-- Messages that are out of force as a whole; their rows are in the past tables, ended by the same message.
CREATE TABLE message_end (
    message     INTEGER PRIMARY KEY REFERENCES message (id),
    ended_by    INTEGER NOT NULL REFERENCES message (id),
    replaced_by INTEGER REFERENCES message (id)  -- the newer version; NULL: taken back without one
) STRICT;

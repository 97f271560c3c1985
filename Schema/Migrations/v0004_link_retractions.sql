-- A source took back a claim of its own: the claim is in past_link, and what it said up to then stays there, in whatever
-- order its messages come. A claim that it makes later is live again.
CREATE TABLE link_retraction (
    child       INTEGER NOT NULL REFERENCES subject (id),
    parent      INTEGER NOT NULL REFERENCES subject (id),
    source      INTEGER NOT NULL,
    basis       INTEGER NOT NULL DEFAULT 0,  -- term
    received_at INTEGER NOT NULL,            -- UTC milliseconds of the latest message that took it back
    message     INTEGER NOT NULL REFERENCES message (id),
    PRIMARY KEY (child, parent, source, basis)
) STRICT, WITHOUT ROWID;

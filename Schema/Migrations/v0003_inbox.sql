-- Folders that are read by themselves: what must outlive a restart, so that a source that did not come is missed.
CREATE TABLE inbox (
    folder          TEXT PRIMARY KEY,  -- absolute, as the settings name it
    watched_since   INTEGER NOT NULL,  -- UTC milliseconds, like every time here
    last_arrival    INTEGER,           -- when the last file that could be used came
    last_name       TEXT,
    last_message    INTEGER,
    last_rejection  INTEGER,           -- when the last file came that could not
    rejected_name   TEXT,
    rejected_reason TEXT,
    trouble         TEXT               -- what is in the way now; NULL: nothing
) STRICT, WITHOUT ROWID;

-- A table that a person imports by hand has come too: the last file of a profile.
CREATE INDEX message_file ON message (profile, received_at) WHERE channel = 'file';

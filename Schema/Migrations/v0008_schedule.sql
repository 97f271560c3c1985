-- What the schedule has made of each number. `next_check_at` is the moment when asking is worth its price; the rest is what
-- that was reckoned from, so that of many that are due the most urgent can be told without looking at their events.
ALTER TABLE poll ADD COLUMN bound_at INTEGER;                   -- UTC milliseconds; NULL: bound before this was kept
ALTER TABLE poll ADD COLUMN leg INTEGER NOT NULL DEFAULT 0;     -- term: what it waits for, `after|place|toward`
ALTER TABLE poll ADD COLUMN began_at INTEGER;                   -- UTC milliseconds: since when
ALTER TABLE poll ADD COLUMN weight REAL NOT NULL DEFAULT 1;     -- for how many numbers an answer speaks
ALTER TABLE poll ADD COLUMN claimed_at INTEGER;                 -- UTC milliseconds: its turn was last taken, asked or not
ALTER TABLE poll ADD COLUMN stopped TEXT;                       -- why nobody asks any more, where a rule says so

-- What a question to a carrier costs, in hours of delay of one number, and what the next price rests on; and when the few
-- parcels of each followed box that are asked about all the same were last drawn.
CREATE TABLE poll_ledger (
    carrier   INTEGER PRIMARY KEY,  -- term
    price     REAL NOT NULL,
    backlog   REAL NOT NULL,        -- requests that were due and not asked when it was set
    served    REAL NOT NULL,        -- requests since then
    set_at    INTEGER NOT NULL,     -- UTC milliseconds
    drawn_day INTEGER               -- days since 1970 in UTC
) STRICT;

-- When a carrier was first seen to tell of something, and when it was last asked in vain: how long it takes to tell, and
-- at which hours.
CREATE TABLE first_sighting (
    carrier     INTEGER NOT NULL,  -- term
    seen_at     INTEGER NOT NULL,  -- UTC milliseconds
    subject     INTEGER NOT NULL REFERENCES subject (id),
    happened_at INTEGER NOT NULL,
    missed_at   INTEGER,           -- NULL: never asked before
    PRIMARY KEY (carrier, seen_at, subject)
) STRICT, WITHOUT ROWID;

CREATE VIEW event_text AS
SELECT s.code AS subject, k.text AS kind, datetime(e.occurred_at / 1000, 'unixepoch') || 'Z' AS occurred_at,
       m.text AS milestone, r.text AS raw_code, c.text AS classifier, p.text AS place, o.text AS source,
       e.source_id, e.text, e.message
FROM event AS e
JOIN subject AS s ON s.id = e.subject
JOIN term AS k ON k.id = s.kind
JOIN term AS m ON m.id = e.milestone
JOIN term AS r ON r.id = e.raw_code
JOIN term AS c ON c.id = e.classifier
JOIN term AS p ON p.id = e.place
JOIN term AS o ON o.id = e.source;

CREATE VIEW fact_text AS
SELECT s.code AS subject, k.text AS kind, n.value AS name, v.value AS value, o.text AS source, f.message
FROM fact AS f
JOIN subject AS s ON s.id = f.subject
JOIN term AS k ON k.id = s.kind
JOIN term AS m ON m.id = f.form
JOIN term AS o ON o.id = f.source
JOIN json_each(m.text) AS n
JOIN json_each(f.stated) AS v ON v.key = n.key;

CREATE VIEW inferred_link_text AS
SELECT c.code AS child, ck.text AS child_kind, p.code AS parent, pk.text AS parent_kind, l.probability, l.evidence,
       m.text AS model, datetime(l.inferred_at / 1000, 'unixepoch') || 'Z' AS inferred_at, l.message
FROM inferred_link AS l
JOIN subject AS c ON c.id = l.child
JOIN term AS ck ON ck.id = c.kind
JOIN subject AS p ON p.id = l.parent
JOIN term AS pk ON pk.id = p.kind
JOIN term AS m ON m.id = l.model;

CREATE VIEW link_text AS
SELECT c.code AS child, ck.text AS child_kind, p.code AS parent, pk.text AS parent_kind, b.text AS basis,
       o.text AS source, l.message
FROM link AS l
JOIN subject AS c ON c.id = l.child
JOIN term AS ck ON ck.id = c.kind
JOIN subject AS p ON p.id = l.parent
JOIN term AS pk ON pk.id = p.kind
JOIN term AS b ON b.id = l.basis
JOIN term AS o ON o.id = l.source;

CREATE VIEW told_link AS
SELECT l.child, l.parent, s.kind, l.basis, l.message
FROM link AS l JOIN subject AS s ON s.id = l.parent
WHERE l.probability IS NOT 0
    -- A claim of one event bears its id behind the word: 'planned urn:uuid:…'.
    AND NOT EXISTS (
        SELECT 1 FROM term AS b
        WHERE b.id = l.basis AND (b.text || ' ' GLOB 'planned *' OR b.text || ' ' GLOB 'inferred *'))
    AND l.message NOT IN (SELECT id FROM message WHERE complete = 0)
    AND NOT EXISTS (
        SELECT 1 FROM link AS d INDEXED BY link_denied
        WHERE d.child = l.child AND d.parent = l.parent AND d.probability = 0);

CREATE TRIGGER alias_ended AFTER DELETE ON alias BEGIN
    UPDATE poll SET accepted_sha256 = NULL, accepted_wide = NULL WHERE carrier = OLD.source AND subject = OLD.subject;
    UPDATE poll SET accepted_sha256 = NULL, accepted_wide = NULL WHERE carrier = OLD.source AND accepted_wide = 1;
END;

CREATE TRIGGER event_ended AFTER DELETE ON event BEGIN
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

CREATE TRIGGER link_ended AFTER DELETE ON link BEGIN
    UPDATE poll SET accepted_sha256 = NULL, accepted_wide = NULL WHERE carrier = OLD.source AND subject = OLD.child;
    UPDATE poll SET accepted_sha256 = NULL, accepted_wide = NULL WHERE carrier = OLD.source AND accepted_wide = 1;
END;

CREATE TRIGGER message_ended AFTER INSERT ON message_end BEGIN
    UPDATE poll SET accepted_sha256 = NULL, accepted_wide = NULL WHERE accepted_sha256 IS NOT NULL;
END;

CREATE TRIGGER message_revived AFTER DELETE ON message_end BEGIN
    UPDATE poll SET accepted_sha256 = NULL, accepted_wide = NULL WHERE accepted_sha256 IS NOT NULL;
END;

CREATE TABLE alias (
    subject     INTEGER NOT NULL REFERENCES subject (id),
    alias       INTEGER NOT NULL REFERENCES subject (id),
    role        INTEGER NOT NULL,  -- term
    source      INTEGER NOT NULL,
    from_at     INTEGER,
    from_offset INTEGER,
    message     INTEGER NOT NULL, since INTEGER, by_hand INTEGER CHECK (by_hand IN (0, 1)),
    PRIMARY KEY (subject, alias, role, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE body (
    id     INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL UNIQUE,
    size   INTEGER NOT NULL,
    bytes  BLOB NOT NULL
) STRICT;

CREATE TABLE carrier (
    carrier        INTEGER PRIMARY KEY,  -- term
    not_before     INTEGER,              -- UTC milliseconds: Retry-After, for the whole carrier
    blocked_since  INTEGER,
    blocked_reason TEXT,
    failures       INTEGER NOT NULL DEFAULT 0,  -- in a row
    last_failure   TEXT,
    last_attempt   INTEGER,
    last_success   INTEGER,
    quota_day      INTEGER,              -- days since 1970 in UTC
    quota_used     INTEGER NOT NULL DEFAULT 0,
    bound_through  INTEGER NOT NULL DEFAULT 0,  -- greatest subject id that the carrier's watch rules have seen
    bound_rules    TEXT NOT NULL DEFAULT ''     -- those rules; others begin anew at the first subject
, bucket_level REAL NOT NULL DEFAULT 0, bucket_at INTEGER, rate_share REAL NOT NULL DEFAULT 1, slowed_at INTEGER, halved_at INTEGER, recent INTEGER NOT NULL DEFAULT 1, trips INTEGER NOT NULL DEFAULT 0, probes_answered INTEGER NOT NULL DEFAULT 0, retry_hour INTEGER, hour_requests INTEGER NOT NULL DEFAULT 0, hour_retries INTEGER NOT NULL DEFAULT 0, failed_batches TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE event (
    subject     INTEGER NOT NULL REFERENCES subject (id),
    occurred_at INTEGER NOT NULL,            -- UTC milliseconds; of a day, its local beginning
    source      INTEGER NOT NULL,            -- term
    source_id   TEXT NOT NULL DEFAULT '',    -- the carrier's own id of the event
    raw_code    INTEGER NOT NULL,            -- term
    place       INTEGER NOT NULL DEFAULT 0,  -- term
    classifier  INTEGER NOT NULL,            -- term
    milestone   INTEGER NOT NULL,            -- term
    utc_offset  INTEGER NOT NULL,            -- minutes east of UTC
    zone_basis  INTEGER NOT NULL,            -- term: reported, place, assumed
    precision   INTEGER NOT NULL,            -- term: day, minute, second
    country     INTEGER NOT NULL DEFAULT 0,  -- term
    load        INTEGER NOT NULL DEFAULT 0,  -- term: laden, empty
    text        TEXT,
    message     INTEGER NOT NULL, since INTEGER,            -- that told it; recorded time
    PRIMARY KEY (subject, occurred_at, source, source_id, raw_code, place, classifier)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact (
    subject INTEGER NOT NULL REFERENCES subject (id),
    form    INTEGER NOT NULL,  -- term
    source  INTEGER NOT NULL,
    stated  TEXT NOT NULL,
    message INTEGER NOT NULL,
    told_at INTEGER, since INTEGER,           -- UTC ms of the last message that said the same; NULL: of `message`
    PRIMARY KEY (subject, form, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE first_sighting (
    carrier     INTEGER NOT NULL,  -- term
    seen_at     INTEGER NOT NULL,  -- UTC milliseconds
    subject     INTEGER NOT NULL REFERENCES subject (id),
    happened_at INTEGER NOT NULL,
    missed_at   INTEGER,           -- NULL: never asked before
    PRIMARY KEY (carrier, seen_at, subject)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE inference_open (
    parcel INTEGER PRIMARY KEY REFERENCES subject (id)
) STRICT;

CREATE TABLE inference_score (
    child       INTEGER NOT NULL,
    parent      INTEGER NOT NULL,
    message     INTEGER NOT NULL,  -- the last that was known when it was inferred
    inferred_at INTEGER NOT NULL,
    probability REAL NOT NULL,
    model       INTEGER NOT NULL,  -- term
    is_right    INTEGER NOT NULL CHECK (is_right IN (0, 1)),
    told_by     INTEGER NOT NULL REFERENCES message (id),  -- the paper
    scored_at   INTEGER NOT NULL,  -- UTC milliseconds
    PRIMARY KEY (child, parent, message, inferred_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE inference_state (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    subjects   INTEGER NOT NULL,  -- the greatest subject that was looked at
    message    INTEGER NOT NULL,  -- the greatest message then
    unfinished TEXT NOT NULL,     -- JSON array of the messages that were still on their way in
    inferred   INTEGER NOT NULL   -- the greatest message that links were worked out from
) STRICT;

CREATE TABLE inferred_link (
    child        INTEGER NOT NULL REFERENCES subject (id),
    parent       INTEGER NOT NULL REFERENCES subject (id),
    probability  REAL NOT NULL CHECK (probability > 0 AND probability <= 1),
    evidence     TEXT NOT NULL,     -- JSON array of texts: kind, bits, and what a person wants to know
    model        INTEGER NOT NULL,  -- term: which rules and parameters
    departure_at INTEGER,           -- UTC milliseconds: the departure that it is about
    message      INTEGER NOT NULL REFERENCES message (id),  -- the last that was known
    inferred_at  INTEGER NOT NULL,  -- UTC milliseconds
    PRIMARY KEY (child, parent)
) STRICT, WITHOUT ROWID;

CREATE TABLE link (
    child        INTEGER NOT NULL REFERENCES subject (id),
    parent       INTEGER NOT NULL REFERENCES subject (id),
    source       INTEGER NOT NULL,
    basis        INTEGER NOT NULL DEFAULT 0,  -- term; 0: a paper, which declares or plans by when it came
    from_at      INTEGER,
    from_offset  INTEGER,
    until_at     INTEGER,
    until_offset INTEGER,
    probability  REAL,                        -- NULL: certain as far as its basis goes
    message      INTEGER NOT NULL,
    told_at      INTEGER, since INTEGER,                     -- UTC ms of the last message that said the same; NULL: of `message`
    PRIMARY KEY (child, parent, source, basis)
) STRICT, WITHOUT ROWID;

CREATE TABLE link_retraction (
    child       INTEGER NOT NULL REFERENCES subject (id),
    parent      INTEGER NOT NULL REFERENCES subject (id),
    source      INTEGER NOT NULL,
    basis       INTEGER NOT NULL DEFAULT 0,  -- term
    received_at INTEGER NOT NULL,            -- UTC milliseconds of the latest message that took it back
    message     INTEGER NOT NULL REFERENCES message (id),
    PRIMARY KEY (child, parent, source, basis)
) STRICT, WITHOUT ROWID;

CREATE TABLE message (
    id          INTEGER PRIMARY KEY,
    channel     TEXT NOT NULL CHECK (channel IN ('poll', 'file', 'person')),
    source      INTEGER NOT NULL REFERENCES term (id),
    profile     INTEGER NOT NULL REFERENCES term (id),
    name        TEXT,
    asked       TEXT,              -- JSON array of canonical numbers
    received_at INTEGER NOT NULL,  -- UTC milliseconds
    sha256      BLOB NOT NULL,     -- of the bytes as they came
    size        INTEGER NOT NULL,
    body        INTEGER REFERENCES body (id),  -- NULL where every item was a duplicate
    items       INTEGER NOT NULL DEFAULT 0,
    mapped      INTEGER NOT NULL DEFAULT 0,
    duplicate   INTEGER NOT NULL DEFAULT 0,
    unmapped    INTEGER NOT NULL DEFAULT 0,
    rejected    INTEGER NOT NULL DEFAULT 0,
    complete    INTEGER NOT NULL DEFAULT 1 CHECK (complete IN (0, 1))
) STRICT;

CREATE TABLE message_end (
    message     INTEGER PRIMARY KEY REFERENCES message (id),
    ended_by    INTEGER NOT NULL REFERENCES message (id),
    replaced_by INTEGER REFERENCES message (id)  -- the newer version; NULL: taken back without one
) STRICT;

CREATE TABLE past_alias (
    subject     INTEGER NOT NULL,
    alias       INTEGER NOT NULL,
    role        INTEGER NOT NULL,
    source      INTEGER NOT NULL,
    from_at     INTEGER,
    from_offset INTEGER,
    message     INTEGER NOT NULL,
    ended_by    INTEGER NOT NULL, since INTEGER, by_hand INTEGER CHECK (by_hand IN (0, 1)),
    PRIMARY KEY (subject, alias, role, source, message, ended_by)
) STRICT, WITHOUT ROWID;

CREATE TABLE past_event (
    subject     INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL,
    source      INTEGER NOT NULL,
    source_id   TEXT NOT NULL,
    raw_code    INTEGER NOT NULL,
    place       INTEGER NOT NULL,
    classifier  INTEGER NOT NULL,
    milestone   INTEGER NOT NULL,
    utc_offset  INTEGER NOT NULL,
    zone_basis  INTEGER NOT NULL,
    precision   INTEGER NOT NULL,
    country     INTEGER NOT NULL,
    load        INTEGER NOT NULL,
    text        TEXT,
    message     INTEGER NOT NULL,
    ended_by    INTEGER NOT NULL, since INTEGER,
    PRIMARY KEY (subject, occurred_at, source, source_id, raw_code, place, classifier, message, ended_by)
) STRICT, WITHOUT ROWID;

CREATE TABLE past_fact (
    subject  INTEGER NOT NULL,
    form     INTEGER NOT NULL,
    source   INTEGER NOT NULL,
    stated   TEXT NOT NULL,
    message  INTEGER NOT NULL,
    ended_by INTEGER NOT NULL, since INTEGER,
    PRIMARY KEY (subject, form, source, message, ended_by)
) STRICT, WITHOUT ROWID;

CREATE TABLE past_inferred_link (
    child        INTEGER NOT NULL,
    parent       INTEGER NOT NULL,
    probability  REAL NOT NULL,
    evidence     TEXT NOT NULL,
    model        INTEGER NOT NULL,
    departure_at INTEGER,
    message      INTEGER NOT NULL,
    inferred_at  INTEGER NOT NULL,
    ended_by     INTEGER NOT NULL,
    ended_at     INTEGER NOT NULL,
    PRIMARY KEY (child, parent, message, inferred_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE past_link (
    child        INTEGER NOT NULL,
    parent       INTEGER NOT NULL,
    source       INTEGER NOT NULL,
    basis        INTEGER NOT NULL,
    from_at      INTEGER,
    from_offset  INTEGER,
    until_at     INTEGER,
    until_offset INTEGER,
    probability  REAL,
    message      INTEGER NOT NULL,
    ended_by     INTEGER NOT NULL, since INTEGER,
    PRIMARY KEY (child, parent, source, basis, message, ended_by)
) STRICT, WITHOUT ROWID;

CREATE TABLE poll (
    carrier       INTEGER NOT NULL,  -- term: the carrier's name in the settings
    subject       INTEGER NOT NULL REFERENCES subject (id),
    watched_by    INTEGER,           -- message of the person who asked for it; NULL: the carrier's own rule
    next_check_at INTEGER,           -- UTC milliseconds; NULL: not asked any more
    last_attempt  INTEGER,
    last_success  INTEGER,
    last_change   INTEGER,
    answer        TEXT CHECK (answer IN ('news', 'same', 'nothing', 'failed')),
    failure       TEXT,              -- the stable kind, where the answer is failed
    failures      INTEGER NOT NULL DEFAULT 0, accepted_sha256 BLOB, accepted_reading BLOB, accepted_items INTEGER, accepted_unmapped INTEGER, accepted_wide INTEGER CHECK (accepted_wide = 1), etag TEXT, last_modified TEXT, bound_at INTEGER, leg INTEGER NOT NULL DEFAULT 0, began_at INTEGER, weight REAL NOT NULL DEFAULT 1, claimed_at INTEGER, stopped TEXT,  -- in a row
    PRIMARY KEY (carrier, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE poll_ledger (
    carrier   INTEGER PRIMARY KEY,  -- term
    price     REAL NOT NULL,
    backlog   REAL NOT NULL,        -- requests that were due and not asked when it was set
    served    REAL NOT NULL,        -- requests since then
    set_at    INTEGER NOT NULL,     -- UTC milliseconds
    drawn_day INTEGER               -- days since 1970 in UTC
) STRICT;

CREATE TABLE problem (
    id          INTEGER PRIMARY KEY,
    message     INTEGER NOT NULL REFERENCES message (id),
    position    TEXT NOT NULL,
    kind        TEXT NOT NULL,
    severity    TEXT NOT NULL CHECK (severity IN ('warning', 'rejection')),
    column_name TEXT,
    value       TEXT,
    reason      TEXT NOT NULL
) STRICT;

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

CREATE TABLE source_event (
    source      INTEGER NOT NULL,
    source_id   TEXT NOT NULL,
    subject     INTEGER NOT NULL,
    version     TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    occurred_at INTEGER NOT NULL DEFAULT 0,
    raw_code    INTEGER NOT NULL DEFAULT 0,
    place       INTEGER NOT NULL DEFAULT 0,
    classifier  INTEGER NOT NULL DEFAULT 0,
    live        INTEGER NOT NULL CHECK (live IN (0, 1)),
    PRIMARY KEY (source, source_id, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE subject (
    id     INTEGER PRIMARY KEY,
    code   TEXT NOT NULL,
    kind   INTEGER NOT NULL,
    scheme INTEGER NOT NULL,
    issuer INTEGER NOT NULL DEFAULT 0,
    UNIQUE (code, kind, scheme, issuer)
) STRICT;

CREATE TABLE term (
    id   INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
) STRICT;

CREATE INDEX alias_alias ON alias (alias);

CREATE INDEX alias_denied ON alias (subject, alias, role) WHERE by_hand = 0;

CREATE INDEX event_unmapped ON event (source, raw_code) WHERE milestone = 1;

CREATE INDEX inferred_link_parent ON inferred_link (parent);

CREATE INDEX link_denied ON link (child, parent) WHERE probability = 0;

CREATE INDEX link_parent ON link (parent);

CREATE INDEX message_file ON message (profile, received_at) WHERE channel = 'file';

CREATE INDEX message_incomplete ON message (id) WHERE complete = 0;

CREATE INDEX message_received ON message (received_at);

CREATE INDEX message_sha256 ON message (sha256);

CREATE INDEX past_alias_alias ON past_alias (alias);

CREATE INDEX past_inferred_link_parent ON past_inferred_link (parent);

CREATE INDEX past_link_parent ON past_link (parent);

CREATE INDEX poll_due ON poll (carrier, next_check_at) WHERE next_check_at IS NOT NULL;

CREATE INDEX poll_subject ON poll (subject);

CREATE INDEX poll_wide ON poll (carrier) WHERE accepted_wide = 1;

CREATE INDEX problem_message ON problem (message);

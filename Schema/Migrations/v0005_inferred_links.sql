-- What Caravan works out itself, where no paper says in what something was carried. No message says it, so it stands
-- apart from what messages say, and can be worked out again at any time.
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
CREATE INDEX inferred_link_parent ON inferred_link (parent);

-- What was believed from `inferred_at` until `ended_at`.
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
CREATE INDEX past_inferred_link_parent ON past_inferred_link (parent);

-- Each time a paper told where something really was, whether what had been inferred was right.
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

-- The parcels that no paper puts into a container, so that nobody has to look through all the others.
CREATE TABLE inference_open (
    parcel INTEGER PRIMARY KEY REFERENCES subject (id)
) STRICT;

-- How far the looking has come; one row.
CREATE TABLE inference_state (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    subjects   INTEGER NOT NULL,  -- the greatest subject that was looked at
    message    INTEGER NOT NULL,  -- the greatest message then
    unfinished TEXT NOT NULL,     -- JSON array of the messages that were still on their way in
    inferred   INTEGER NOT NULL   -- the greatest message that links were worked out from
) STRICT;

-- What somebody said of what was carried in what: no plans, nothing inferred, nothing that a person denies.
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

CREATE VIEW inferred_link_text AS
SELECT c.code AS child, ck.text AS child_kind, p.code AS parent, pk.text AS parent_kind, l.probability, l.evidence,
       m.text AS model, datetime(l.inferred_at / 1000, 'unixepoch') || 'Z' AS inferred_at, l.message
FROM inferred_link AS l
JOIN subject AS c ON c.id = l.child
JOIN term AS ck ON ck.id = c.kind
JOIN subject AS p ON p.id = l.parent
JOIN term AS pk ON pk.id = p.kind
JOIN term AS m ON m.id = l.model;

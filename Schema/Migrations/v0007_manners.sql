-- What a carrier's manners must remember over a restart, so that no two runs together ask more than one may.
ALTER TABLE carrier ADD COLUMN bucket_level REAL NOT NULL DEFAULT 0;           -- requests not worked off at bucket_at
ALTER TABLE carrier ADD COLUMN bucket_at INTEGER;                              -- UTC milliseconds
ALTER TABLE carrier ADD COLUMN rate_share REAL NOT NULL DEFAULT 1;             -- of the settings' rate, at slowed_at
ALTER TABLE carrier ADD COLUMN slowed_at INTEGER;                              -- when it last said "too much"
ALTER TABLE carrier ADD COLUMN halved_at INTEGER;
ALTER TABLE carrier ADD COLUMN recent INTEGER NOT NULL DEFAULT 1;              -- below a leading 1, a bit for each of the last requests; 1: failed
ALTER TABLE carrier ADD COLUMN trips INTEGER NOT NULL DEFAULT 0;               -- openings of the breaker since it was closed; 0: closed
ALTER TABLE carrier ADD COLUMN probes_answered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE carrier ADD COLUMN retry_hour INTEGER;                             -- hours since 1970 that the next two count in
ALTER TABLE carrier ADD COLUMN hour_requests INTEGER NOT NULL DEFAULT 0;
ALTER TABLE carrier ADD COLUMN hour_retries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE carrier ADD COLUMN failed_batches TEXT NOT NULL DEFAULT '';        -- hashes, hexadecimal, the latest last

-- A carrier that refused us before is still asked about one number at a time.
UPDATE carrier SET trips = 1 WHERE blocked_since IS NOT NULL;

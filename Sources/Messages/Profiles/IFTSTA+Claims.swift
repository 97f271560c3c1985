extension IFTSTAProfile {
    /// What is wrong with a status, what happened, and what is stated.
    static let claims = #"""

        problems: |
          SELECT 'rejection' AS severity, 'not-transport' AS kind, 'BGM' AS "column", document AS value,
                 'this IFTSTA is of the energy market, which uses the same message; it tells of no transport' AS reason
          FROM s WHERE is_energy
          UNION ALL
          SELECT 'rejection', 'cancellation', 'BGM', function,
                 'the sender takes back document ' || coalesce(:head ->> '$.BGM[0][1][0]', '?') || ' and does not say '
                   || 'what was wrong in it; take back its message with `caravan import --undo MESSAGE`'
          FROM s WHERE function IN ('1', '3')
          UNION ALL
          SELECT 'rejection', 'no-subject', 'EQD', NULL,
                 'the status names neither a container (EQD+CN, RFF+EQ), a parcel (PCI+30, GIN, RFF+CW) nor a '
                   || 'consignment (CNI, RFF+BM, RFF+BN)'
          FROM s
          WHERE told AND NOT coalesce(is_energy, 0) AND NOT EXISTS (SELECT 1 FROM subject)
            AND json_array_length(:asked) = 0
          UNION ALL
          SELECT 'rejection', 'no-time', 'DTM', NULL,
                 'the status has no time of its own (DTM+334, 7 or 78); when the message was made says nothing of it'
          FROM s WHERE told AND NOT coalesce(is_energy, 0) AND NOT EXISTS (SELECT 1 FROM moment)
          UNION ALL
          SELECT 'warning', 'no-status', 'STS', :head ->> '$.CNI[0].CNI[1][0]', 'there is no status (STS) here'
          FROM s WHERE NOT told
          UNION ALL
          SELECT 'warning', 'unknown-document', 'BGM', document,
                 'there are 23, 44 and 77 for status reports; it is read as one'
          FROM s WHERE told AND document NOT IN ('', '23', '44', '77') AND document NOT GLOB 'Z[0-9]*'
          UNION ALL
          SELECT 'warning', 'unknown-zone', 'DTM', value, 'the zone in it is not known; it is read by the clock there'
          FROM clocked WHERE NOT telling
          UNION ALL
          SELECT 'warning', 'bad-time', 'DTM', value, 'this is no time of a transport; what else is said is taken'
          FROM clocked WHERE origin >= 0 AND qualifier IN ('132', '133', '178', '186') AND NOT right
          UNION ALL
          SELECT 'warning', 'maybe-empty', 'EQD', box.code,
                 'code 4 may say that the container is empty; no text confirms it, so it stays unknown'
          FROM box, s WHERE fill = '4' AND NOT lowered LIKE '%empty%'
          UNION ALL
          SELECT 'warning', 'other-container', 'RFF+EQ', r.value ->> '$.RFF[0][1]',
                 'the header names another container than the status; that of the status is taken'
          FROM json_each(:head, '$.RFF') AS r
          WHERE r.value ->> '$.RFF[0][0]' = 'EQ' AND EXISTS (SELECT 1 FROM box)
            AND r.value ->> '$.RFF[0][1]' NOT IN (SELECT code FROM box)

        events:
          - |
            SELECT subject.kind, subject.scheme, subject.code, raw_code, moment.classifier, moment.at, moment.zone,
                   here.scheme AS place_scheme, here.place, here.country,
                   CASE WHEN subject.fill IN ('5', '7', '8') THEN 'laden'
                        WHEN lowered LIKE '%empty%' AND coalesce(subject.fill, '4') = '4' THEN 'empty' END AS load,
                   nullif(trim(coalesce(text, '')
                     || coalesce('; ' || nullif(:item ->> '$.STS[2][3]', text), '')
                     || coalesce('; by rail: ' || (SELECT name FROM railway), ''), '; '), '') AS text
            FROM said JOIN moment LEFT JOIN subject ON 1 LEFT JOIN here ON 1
            WHERE told
          # What the transport's timetable says of its places: expected and real departures and arrivals.
          - |
            SELECT subject.kind, subject.scheme, subject.code,
                   CASE c.qualifier WHEN '132' THEN 'ETA' WHEN '133' THEN 'ETD' WHEN '178' THEN 'ATA' ELSE 'ATD' END
                     AS raw_code,
                   CASE WHEN c.qualifier IN ('132', '133') THEN 'estimated' ELSE 'actual' END AS classifier,
                   c.at, CASE WHEN c.telling THEN c.zone END AS zone, placed.scheme AS place_scheme, placed.place,
                   placed.country
            FROM clocked AS c JOIN placed USING (origin) LEFT JOIN subject ON 1
            WHERE c.origin >= 0 AND c.right AND c.qualifier IN ('132', '133', '178', '186')
              AND placed.place IS NOT NULL

        links:
          - |
            SELECT kind AS child_kind, scheme AS child_scheme, subject.code AS child_code,
                   'consignment' AS parent_kind, 'number' AS parent_scheme, bill.code AS parent_code
            FROM subject, bill WHERE kind <> 'consignment'
          # A status that names both saw the container on the wagon.
          - |
            SELECT 'container' AS child_kind, box.code AS child_code, 'wagon' AS parent_kind,
                   equipped.code AS parent_code, moment.at AS "from", 'observed' AS basis
            FROM box, equipped, moment
            WHERE equipped.kind = 'RR' AND equipped.code IS NOT NULL AND moment.classifier = 'actual'

        facts:
          - |
            SELECT 'container' AS kind, box.code, 'equipment_code' AS name, iso AS value FROM box WHERE iso IS NOT NULL
            UNION ALL
            -- One fact however many there are, so that their order is no news.
            SELECT 'container', box.code, 'seal',
                   (SELECT group_concat(number, ', ') FROM (
                      SELECT l.value ->> '$[0][0]' AS number FROM json_each(box.seals) AS l ORDER BY number))
            FROM box WHERE box.seals IS NOT NULL
          - |
            SELECT 'parcel' AS kind, parcel.code, 'customer_reference' AS name, number AS value FROM parcel, referred
            WHERE own = 1 AND qualifier = 'CU' AND number IS NOT NULL
            UNION ALL
            SELECT 'parcel', parcel.code, 'consignor_ref', n.value ->> '$.NAD[1][0]'
            FROM parcel, json_each(:head, '$.NAD') AS n
            WHERE n.value ->> '$.NAD[0][0]' = 'CZ' AND n.value ->> '$.NAD[1][0]' IS NOT NULL
        """#
}

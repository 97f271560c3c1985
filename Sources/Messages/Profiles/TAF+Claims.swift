extension TAFProfile {
    /// Who is carried in whom, and what is stated.
    static let claims = #"""

        # A composition is a paper of the departure and confirms it; an event that names wagon and train saw both.
        links:
          - |
            SELECT 'wagon' AS child_kind, NULL AS child_scheme, NULL AS child_issuer, wagon AS child_code,
                   'train' AS parent_kind, 'train' AS parent_scheme, train AS parent_code, NULL AS "until",
                   'declared' AS basis, withdrawn AS retracted
            FROM p WHERE type = '3003' AND wagon <> '' AND train IS NOT NULL
            UNION ALL
            SELECT 'container', NULL, NULL, code, 'wagon', NULL, wagon, NULL, 'declared', withdrawn
            FROM p, box WHERE type = '3003' AND wagon <> ''
            UNION ALL
            SELECT 'container', NULL, NULL, code, 'train', 'train', train, NULL, 'declared', withdrawn
            FROM p, box WHERE type = '3003' AND train IS NOT NULL
            UNION ALL
            SELECT 'container', NULL, NULL, code, 'wagon', NULL, wagon, NULL, NULL, NULL
            FROM p, box WHERE type = '5006' AND wagon <> ''
            UNION ALL
            -- Moving with the train; at its siding a wagon may name the train that brought it or the next.
            SELECT 'wagon', NULL, NULL, wagon, 'train', 'train', train, NULL, 'observed', NULL
            FROM p WHERE type = '5020' AND wagon <> '' AND train IS NOT NULL
              AND event_type IN ('01', '03', '04', '05', '13')
            UNION ALL
            -- Given over where it is unloaded, the wagon carries the consignment no longer.
            SELECT 'consignment', note.scheme, note.issuer, note.code, 'wagon', NULL, wagon,
                   CASE WHEN event_type = '15' THEN event_at END, 'observed', NULL
            FROM p, note WHERE type = '5020' AND wagon <> ''
            UNION ALL
            SELECT 'consignment', note.scheme, note.issuer, note.code, 'wagon', NULL,
                   replace(trim(w.value), ' ', ''), NULL, NULL, NULL
            FROM m, note, json_tree(:item, '$.COM[0]') AS w
            WHERE m.type = '1000' AND w.type = 'text' AND trim(w.value) <> ''
              AND w.path LIKE '%.Wagons[%].WagonNumberFreight'
            UNION ALL
            SELECT 'container', NULL, NULL, box.code, 'consignment', note.scheme, note.code, NULL, NULL, NULL
            FROM m, note, box WHERE m.type = '1000' AND note.issuer IS NULL

        facts:
          - |
            WITH leaf(name, word) AS (
              SELECT CASE WHEN path LIKE '%.WagonMileage' THEN 'mileage' ELSE 'wagon' END, trim(value)
              FROM m, json_tree(:item)
              WHERE m.type = '5500' AND json_tree.type = 'text' AND trim(value) <> ''
                AND (path LIKE '%.WagonMileage' OR path LIKE '%.WagonNumberFreight'))
            SELECT 'wagon' AS kind, NULL AS scheme, NULL AS issuer, wagon AS code, 'train_position' AS name,
                   :item ->> '$.WagonTrainPosition[0]' AS value, NULL AS unit
            FROM p WHERE type = '3003' AND wagon <> '' AND NOT withdrawn
              AND :item ->> '$.WagonTrainPosition[0]' IS NOT NULL
            UNION ALL
            SELECT 'consignment', note.scheme, note.issuer, note.code, 'dossier_number', note.dossier, NULL
            FROM note WHERE dossier IS NOT NULL AND note.issuer IS NOT 'dossier'
            UNION ALL
            SELECT 'consignment', note.scheme, note.issuer, note.code, 'shipment_type',
                   :item ->> '$.COM_Header[0].ShipmentType[0]', NULL
            FROM note WHERE :item ->> '$.COM_Header[0].ShipmentType[0]' IS NOT NULL
            UNION ALL
            -- How far the wagon ran in the period told; of several wagons it is not known whose sections are whose.
            SELECT 'wagon', NULL, NULL, (SELECT word FROM leaf WHERE name = 'wagon'), 'mileage_km',
                   CAST(sum(CAST(word AS NUMERIC)) AS TEXT), 'km'
            FROM leaf WHERE name = 'mileage' HAVING count(*) > 0
              AND (SELECT count(DISTINCT word) FROM leaf WHERE name = 'wagon') = 1
        """#
}

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
            SELECT 'wagon', NULL, NULL, wagon, 'train', 'train', train, NULL,
                   CASE WHEN event_type IN ('01', '03', '04', '05', '13') THEN 'observed' END, NULL
            FROM p WHERE type = '5020' AND wagon <> '' AND train IS NOT NULL
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
            -- How far a wagon ran in the period told.
            SELECT 'wagon', NULL, NULL, w.value, 'mileage_km',
                   (SELECT CAST(sum(CAST(value AS NUMERIC)) AS TEXT) FROM json_tree(:item)
                    WHERE type = 'text' AND path LIKE '%.WagonMileage'), 'km'
            FROM m, json_tree(:item) AS w
            WHERE m.type = '5500' AND w.type = 'text' AND w.path LIKE '%.WagonNumberFreight'
              AND EXISTS (SELECT 1 FROM json_tree(:item) WHERE type = 'text' AND path LIKE '%.WagonMileage')
        """#
}

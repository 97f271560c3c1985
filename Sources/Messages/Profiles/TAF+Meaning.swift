extension TAFProfile {
    /// What happened to trains and wagons, and what is wrong with a message.
    static let meaning = #"""

        problems:
          - |
            SELECT 'rejection' AS severity, 'message-not-read' AS kind, 'MessageType' AS "column",
                   coalesce(nullif(type, ''), :root) AS value,
                   'message ' || coalesce(nullif(type, '') || ' ', '') || '(' || :root || ') is none of those that are '
                     || 'read, 1000, 3003, 4003, 4004, 4005, 5006, 5020 and 5500; nothing of it is used' AS reason
            FROM m WHERE type NOT IN ('1000', '3003', '4003', '4004', '4005', '5006', '5020', '5500')
            UNION ALL
            SELECT 'rejection', 'no-location-report', 'TrainLocationReport', message_id,
                   'message ' || type || ' of ' || sender || ' has no TrainLocationReport: it tells neither where nor '
                     || 'when the train was; ask the sender for the whole message'
            FROM p WHERE type IN ('4003', '4004', '4005') AND told IS NULL AND at IS NULL AND running IS NULL
            UNION ALL
            SELECT 'rejection', 'no-train', 'OperationalTrainNumber', message_id,
                   'message ' || type || ' of ' || sender || ' names no train: OperationalTrainNumber is missing'
            FROM p WHERE type IN ('4003', '4004', '4005') AND number = ''
              AND (told IS NOT NULL OR at IS NOT NULL OR running IS NOT NULL)
            UNION ALL
            SELECT CASE WHEN type IN ('4003', '4004', '4005') THEN 'rejection' ELSE 'warning' END, 'no-train-date',
                   'StartDate', number,
                   'train ' || number || ' runs on many days, and nothing tells on which this one left its origin: '
                     || 'neither StartDate of its identifiers, TrainDepartureDate nor a hand-over time is there; '
                     || 'ask the sender for TransportOperationalIdentifiers'
            FROM p WHERE number <> '' AND train IS NULL AND type IN ('3003', '4003', '4004', '4005', '5020')
            UNION ALL
            SELECT 'warning', 'handover-date', 'ScheduledTimeAtHandover', train,
                   'the day of the train is that of its hand-over, for no StartDate is there; one that ran through a '
                     || 'night before it may be known by another day too'
            FROM p WHERE train IS NOT NULL AND day IS NULL AND handover_day IS NOT NULL
              AND type IN ('3003', '4003', '4004', '4005', '5020')
            UNION ALL
            SELECT 'rejection', 'no-status', 'TrainLocationStatus', message_id,
                   'the report does not say whether the train arrived, departed or passed'
            FROM p WHERE type IN ('4003', '4004', '4005') AND running IS NULL AND (told IS NOT NULL OR at IS NOT NULL)
            UNION ALL
            SELECT 'rejection', 'no-wagon', 'WagonNumberFreight', NULL, 'the wagon has no number'
            FROM p WHERE type IN ('5006', '5020', '3003') AND wagon = ''
              AND (type <> '3003' OR (SELECT count(*) FROM json_each(:item)) > 1)
            UNION ALL
            SELECT 'warning', 'no-wagons', 'WagonData', train, 'the composition names no wagon in this section'
            FROM p WHERE type = '3003' AND wagon = '' AND (SELECT count(*) FROM json_each(:item)) <= 1
            UNION ALL
            SELECT 'warning', 'several-wagons', 'WagonNumberFreight', message_id,
                   'the message tells of several wagons, and their mileages are not told apart; none is kept'
            FROM m WHERE type = '5500'
              AND (SELECT count(DISTINCT trim(value)) FROM json_tree(:item)
                   WHERE type = 'text' AND path LIKE '%.WagonNumberFreight') > 1
            UNION ALL
            SELECT 'warning', 'no-container-number', 'LoadUnitNumber', code,
                   'four letters and seven digits make a container or swap body; this is kept in the message alone'
            FROM unit WHERE code NOT IN (SELECT code FROM box)
            UNION ALL
            SELECT 'warning', 'bad-action', 'MessageStatus', action,
                   'there are 1 new, 2 changed and 3 deleted; it is taken as new'
            FROM m WHERE action NOT IN ('1', '2', '3')

        # One place and status of a train is told anew under another message's identifier, and taken back under a third:
        # so the sender, the train, the place and the status are the event's id, and the message's time its version.
        events:
          - |
            SELECT 'train' AS kind, 'train' AS scheme, train AS code,
                   sender || '|' || type || '|' || train || '|' || coalesce(place, '') || '|' || running AS source_id,
                   version, withdrawn AS retracted, type || '.' || running AS raw_code,
                   CASE type WHEN '4005' THEN 'actual' ELSE 'estimated' END AS classifier, at,
                   CASE WHEN substr(at, 12) NOT GLOB '*[Zz+-]*' THEN sender_zone END AS zone,
                   CASE WHEN sender_zone IS NOT NULL AND substr(at, 12) NOT GLOB '*[Zz+-]*' THEN 'doubtful' END
                     AS "offset",
                   place_scheme, place, place_name, country,
                   'delay ' || CAST(:item ->> '$.TrainDelay[0].AgainstBooked[0]' AS INTEGER) || ' min' AS text,
                   NULL AS load
            FROM p WHERE type IN ('4003', '4004', '4005') AND train IS NOT NULL
            UNION ALL
            SELECT 'train', 'train', train,
                   sender || '|' || type || '|' || train || '|' || coalesce(place, '') || '|' || running || '|booked',
                   version, withdrawn, type || '.' || running, 'planned', booked,
                   CASE WHEN substr(booked, 12) NOT GLOB '*[Zz+-]*' THEN sender_zone END,
                   CASE WHEN sender_zone IS NOT NULL AND substr(booked, 12) NOT GLOB '*[Zz+-]*' THEN 'doubtful' END,
                   place_scheme, place, place_name, country, NULL, NULL
            FROM p WHERE type IN ('4003', '4004', '4005') AND train IS NOT NULL AND booked IS NOT NULL
            UNION ALL
            -- A wagon is told of once for each event, so the event is its own id.
            SELECT 'wagon', NULL, wagon, NULL, NULL, NULL, '5020.' || event_type, 'actual', event_at,
                   CASE WHEN substr(event_at, 12) NOT GLOB '*[Zz+-]*' THEN sender_zone END,
                   CASE WHEN sender_zone IS NOT NULL AND substr(event_at, 12) NOT GLOB '*[Zz+-]*' THEN 'doubtful' END,
                   place_scheme, place, place_name, country,
                   (:item ->> '$.Event[0].EventLocationInformation[0].Position[0].Latitude[0]') || ', '
                     || (:item ->> '$.Event[0].EventLocationInformation[0].Position[0].Longitude[0]'),
                   CASE :item ->> '$.LoadingStatus[0]' WHEN '1' THEN 'laden' WHEN '0' THEN 'empty' END
            FROM p WHERE type = '5020' AND wagon <> ''
            UNION ALL
            SELECT 'wagon', NULL, wagon, sender || '|5006|' || wagon || '|' || coalesce(place, ''), version, NULL,
                   '5006.eta', 'estimated', :item ->> '$.ArrivalInterchangeReport[0].ArrivalTimeAtLocation[0]',
                   NULL, NULL, place_scheme, place, place_name, country, NULL, NULL
            FROM p WHERE type = '5006' AND wagon <> ''
              AND :item ->> '$.ArrivalInterchangeReport[0].ArrivalTimeAtLocation[0]' IS NOT NULL

        """#
}

/// FESCO's customer portal: containers by sea and rail through the Russian Far East. It is no published interface.
enum FESCOProfile {
    static let text = #"""
        name: fesco
        title: FESCO tracking (undocumented; asked only where the settings name it)
        reads: json
        recognise:
          all: ["$.data[0].containerNumber"]
          any: ["$.data[0].events", "$.data[0].segments", "$.data[0].unavailable"]
          or: [{ keys: [containerNumber, billId, segments] }]
        # Dates have no zone; where no place tells one, this is assumed.
        zone: Europe/Moscow

        ask:
          about: [container, consignment]
          url: "{base_url}/api/v2/lk/tracking?{parameters}"
          parameter: "numbers={code}"
          headers: { X-Lk-Lang: en, Accept: application/json }
          batch: 10
          rate: 4/min
          numbers:
            - { each: "$.data[*]", number: $.containerNumber, code: $.unavailable, nothing: ["true"] }
            - { each: "$.data[*]", number: $.billId, code: $.unavailable, nothing: ["true"] }
          answers:
            blocked: [{ status: [401, 403] }]
            slow-down: [{ status: [429, 503] }]
            failed: [{ absent: $.data }]
        credentials: none
        history: whole

        each: ["$.data[*]"]
        # Who ordered and who pays is nobody's business here.
        redact: ["$.data[*].order"]

        milestones:
          Wagon has left the station: departed
          Отправление вагона со станции: departed
          Прибытие вагона на станцию: arrived
          Выгружается груженным: discharged
          Прием с моря: discharged
          # The container left the terminal for its consignee; what was in it is delivered by somebody else.
          Departed Full to Consignee: gated-out
          segment.departure: departed
          segment.destination: arrived

        with: |
          c AS (
            SELECT nullif(trim(coalesce(:item ->> '$.containerNumber', '')), '') AS box,
                   nullif(trim(coalesce(:item ->> '$.billId', '')), '') AS bill,
                   coalesce(json_type(:item, '$.unavailable') = 'true', 0) AS hidden),
          s(kind, scheme, code) AS (
            SELECT 'container', NULL, box FROM c WHERE box IS NOT NULL
            UNION ALL SELECT 'consignment', 'number', bill FROM c WHERE box IS NULL AND bill IS NOT NULL),
          -- The language in which an operation is known to the table above goes before the others.
          known(word) AS (VALUES ('Wagon has left the station'), ('Departed Full to Consignee')),
          e AS (
            SELECT value ->> '$.id' AS id, value ->> '$.type' AS type, nullif(trim(value ->> '$.date'), '') AS at,
                   nullif(trim(value ->> '$.operation'), '') AS operation,
                   nullif(trim(value ->> '$.operationLatin'), '') AS latin,
                   nullif(trim(value ->> '$.location'), '') AS location,
                   nullif(trim(value ->> '$.locationLatin'), '') AS location_latin,
                   nullif(value ->> '$.remainingDistance', '') AS km_left
            FROM json_each(:item, '$.events.data') WHERE json_each.type = 'object'),
          g AS (
            SELECT value ->> '$.id' AS id, value ->> '$.segmentType' AS mode,
                   coalesce(json_type(value, '$.plan') = 'true', 0) AS is_plan,
                   coalesce(json_type(value, '$.completed') = 'true', 0) AS is_done,
                   coalesce(json_type(value, '$.inProgress') = 'true', 0) AS is_running,
                   nullif(trim(value ->> '$.departureDate'), '') AS left_at,
                   nullif(trim(value ->> '$.destinationDate'), '') AS arrived_at,
                   nullif(trim(value ->> '$.planingDepartureDate'), '') AS planned_left_at,
                   nullif(trim(value ->> '$.planingDestinationDate'), '') AS planned_arrived_at,
                   nullif(trim(value ->> '$.departureLocation'), '') AS origin,
                   nullif(trim(value ->> '$.departureLocationLatin'), '') AS origin_latin,
                   nullif(trim(value ->> '$.destinationLocation'), '') AS goal,
                   nullif(trim(value ->> '$.destinationLocationLatin'), '') AS goal_latin,
                   coalesce(value ->> '$.transport.nameLatin', value ->> '$.transport.name') AS carried_by
            FROM json_each(:item, '$.segments') WHERE json_each.type = 'object'),
          -- A segment said to be completed may still run: it has ended when it tells its date of arrival.
          leg(id, mode, raw_code, classifier, at, place, place_latin, text) AS (
            SELECT id, mode, 'segment.departure',
                   CASE WHEN is_plan THEN 'planned' WHEN is_done OR is_running OR arrived_at IS NOT NULL THEN 'actual'
                        ELSE 'estimated' END,
                   left_at, origin, origin_latin, carried_by FROM g WHERE left_at IS NOT NULL
            UNION ALL
            SELECT id, mode, 'segment.destination',
                   CASE WHEN is_plan THEN 'planned' WHEN is_done THEN 'actual' ELSE 'estimated' END,
                   arrived_at, goal, goal_latin, carried_by FROM g WHERE arrived_at IS NOT NULL
            UNION ALL
            SELECT id, mode, 'segment.departure', 'planned', planned_left_at, origin, origin_latin, carried_by
            FROM g WHERE planned_left_at IS NOT NULL AND NOT (is_plan AND left_at IS NOT NULL)
            UNION ALL
            SELECT id, mode, 'segment.destination', 'planned', planned_arrived_at, goal, goal_latin, carried_by
            FROM g WHERE planned_arrived_at IS NOT NULL AND NOT (is_plan AND arrived_at IS NOT NULL))

        problems: |
          SELECT 'rejection' AS severity, 'no-subject' AS kind, 'containerNumber' AS "column", NULL AS value,
                 'the entry names neither a container nor a bill' AS reason
          FROM c WHERE box IS NULL AND bill IS NULL
          UNION ALL
          SELECT 'warning', 'unavailable', 'unavailable', coalesce(box, bill),
                 'FESCO does not show this number to us; ask whoever booked it'
          FROM c WHERE hidden

        # What an answer is about, where it was asked for by its bill.
        mentions: |
          SELECT 'container' AS kind, NULL AS scheme, box AS code FROM c WHERE box IS NOT NULL
          UNION ALL SELECT 'consignment', 'number', bill FROM c WHERE bill IS NOT NULL

        events:
          - |
            SELECT s.kind, s.scheme, s.code, coalesce(type, '') || '|' || id AS source_id,
                   CASE WHEN latin IN (SELECT word FROM known) THEN latin ELSE coalesce(operation, latin) END
                     AS raw_code,
                   'actual' AS classifier, at, 'name' AS place_scheme, coalesce(location, location_latin) AS place,
                   coalesce(location_latin, location) AS place_name,
                   CASE WHEN operation LIKE '%груж%' OR latin LIKE '%full%' THEN 'laden'
                        WHEN operation LIKE '%порож%' OR latin LIKE '%empty%' THEN 'empty' END AS load,
                   coalesce(latin, operation) || coalesce(', ' || km_left || ' km left', '') AS text
            FROM s, e WHERE coalesce(operation, latin) IS NOT NULL
          - |
            SELECT s.kind, s.scheme, s.code,
                   'segment|' || leg.id || '|' || leg.raw_code
                     || CASE classifier WHEN 'planned' THEN '|planned' ELSE '' END AS source_id,
                   leg.raw_code, leg.classifier, leg.at, 'name' AS place_scheme,
                   coalesce(leg.place, leg.place_latin) AS place, coalesce(leg.place_latin, leg.place) AS place_name,
                   trim(coalesce(leg.mode, '') || ' ' || coalesce(leg.text, '')) AS text
            FROM s, leg

        links: |
          SELECT 'container' AS child_kind, box AS child_code, 'consignment' AS parent_kind,
                 'number' AS parent_scheme, bill AS parent_code
          FROM c WHERE box IS NOT NULL AND bill IS NOT NULL

        facts: |
          SELECT 'container' AS kind, box AS code, 'km_left' AS name,
                 :item ->> '$.events.data[0].remainingDistance' AS value, 'km' AS unit
          FROM c WHERE box IS NOT NULL AND coalesce(:item ->> '$.events.data[0].remainingDistance', '') <> ''
        quantities: [km_left]
        """#
}

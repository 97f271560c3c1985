/// DHL Shipment Tracking - Unified (developer.dhl.com, version 1.5): parcels of all divisions, one number a question.
enum DHLUnifiedProfile {
    static let text = #"""
        name: dhl-unified
        title: DHL Shipment Tracking - Unified
        reads: json
        recognise:
          all: ["$.shipments[0].id"]
          any: ["$.shipments[0].service", "$.shipments[0].status", "$.shipments[0].events"]
          or:
            # What DHL answers where it knows nothing of a number.
            - { all: [$.title, $.status, $.instance], keys: [instance] }

        ask:
          about: [parcel]
          url: "{base_url}/track/shipments?trackingNumber={code}&language=en"
          headers: { Accept: application/json }
          batch: 1
          # What an application may ask stands in DHL's portal; these are what a new one is commonly given.
          rate: 12/minute
          quota: 250/day
          answers:
            nothing: [{ status: 404, path: $.title }]
            blocked: [{ status: [401, 403] }]
            slow-down: [{ status: [429, 503] }]
            failed: [{ absent: $.shipments }]
        credentials: { header: DHL-API-Key }
        history: whole

        redact:
          - $.shipments[*].details.receiver
          - $.shipments[*].details.sender
          - $.shipments[*].details.proofOfDelivery.signed
          - $.shipments[*].details.proofOfDelivery.signatureUrl
          - $.shipments[*].details.proofOfDelivery.documentUrl
          - $.shipments[*].serviceUrl
          - $.shipments[*].rerouteUrl
          - $.shipments[*].origin.address.streetAddress
          - $.shipments[*].origin.address.postalCode
          - $.shipments[*].origin.address.addressLocality
          - $.shipments[*].destination.address.streetAddress
          - $.shipments[*].destination.address.postalCode
          - $.shipments[*].destination.address.addressLocality
          - $.shipments[*].status.location.address.streetAddress
          - $.shipments[*].status.location.address.postalCode
          - $.shipments[*].events[*].location.address.streetAddress
          - $.shipments[*].events[*].location.address.postalCode
          # The text of a delivery names who took the parcel; a locality with digits in it is a street and its number.
          - each: ["$.shipments[*].events[*]", "$.shipments[*].status"]
            look: [$.statusCode, $.status, $.description, $.remark]
            words: [deliver, zugestellt, signed, signature, unterschr, recipient, empfänger, neighbo, nachbar]
            paths: [$.description, $.remark, $.nextSteps]
            keep: [returned, return to, sender, shipper, absender, rücksendung, attempt, zustellversuch, not home,
                   could not be delivered, unable to deliver, out for delivery, delivery vehicle, delivery courier,
                   zustellfahrzeug]
          - each: ["$.shipments[*].events[*].location.address", "$.shipments[*].status.location.address"]
            look: [$.addressLocality]
            words: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
            paths: [$.addressLocality]
          - each: ["$.shipments[*].events[*]", "$.shipments[*].status"]
            look: [$.status]
            words: [signed, signature, unterschr]
            paths: [$.status]

        each: ["$.shipments[*]", "$"]

        milestones:
          pre-transit: announced
          transit: position
          transit.picked-up: accepted
          transit.departed: departed
          transit.arrived: arrived
          transit.export-cleared: export-cleared
          transit.import-cleared: import-cleared
          transit.out-for-delivery: out-for-delivery
          transit.ready-for-pickup: ready-for-pickup
          transit.returning: returning
          delivered: delivered
          delivered.returned: returned
          failure.attempt: delivery-failed
          failure.returning: returning
          estimated-delivery: delivered
          proof-of-delivery: delivered

        with: |
          shipment AS (
            SELECT CASE WHEN json_type(:item, '$.id') IN ('text', 'integer') THEN CAST(:item ->> '$.id' AS TEXT) END
                     AS own,
                   json_type(:item, '$.id') IS 'integer' AS is_bare,
                   lower(coalesce(:item ->> '$.service', '')) AS service,
                   lower(coalesce(:item ->> '$.status.statusCode', '')) AS status_code,
                   :item ->> '$.status.timestamp' AS status_at,
                   :item ->> '$.origin.address.countryCode' AS origin,
                   :item ->> '$.destination.address.countryCode' AS destination),
          -- An array by the interface's description, an object in its own example.
          reference(type, number) AS (
            SELECT lower(r.value ->> 'type'), r.value ->> 'number'
            FROM json_each(CASE json_type(:item, '$.details.references')
                             WHEN 'array' THEN :item -> '$.details.references'
                             WHEN 'object' THEN '[' || (:item -> '$.details.references') || ']' ELSE '[]' END) AS r
            WHERE r.type = 'object' AND coalesce(r.value ->> 'number', '') <> ''),
          piece(code) AS (
            SELECT p.value FROM json_each(CASE json_type(:item, '$.details.pieceIds')
              WHEN 'array' THEN :item -> '$.details.pieceIds' ELSE '[]' END) AS p),
          -- The number that was asked, where this shipment goes by it: an id that came as a number has lost its zeros.
          who(kind, scheme, issuer, code, is_piece) AS (
            SELECT a.value ->> 'kind', a.value ->> 'scheme', a.value ->> 'issuer', a.value ->> 'code', w.rank = 1
            FROM json_each(:asked) AS a, shipment AS s,
                 (SELECT 0 AS rank, own AS number FROM shipment
                  UNION ALL SELECT 1, code FROM piece UNION ALL SELECT 2, number FROM reference) AS w
            WHERE upper(replace(w.number, ' ', '')) = upper(replace(a.value ->> 'code', ' ', ''))
              OR (w.rank = 0 AND is_bare AND ltrim(a.value ->> 'code', '0') = own)
            ORDER BY w.rank LIMIT 1),
          subject(kind, scheme, issuer, code) AS (
            SELECT kind, scheme, issuer, code FROM who
            UNION ALL
            SELECT 'parcel', NULL, NULL, own FROM shipment WHERE own IS NOT NULL AND NOT EXISTS (SELECT 1 FROM who)),
          listed AS (
            SELECT e.value AS e FROM json_each(CASE json_type(:item, '$.events')
              WHEN 'array' THEN :item -> '$.events' ELSE '[]' END) AS e WHERE e.type = 'object'),
          -- The status of the shipment is one of its events; where it is not among them, it is one more.
          happening(e) AS (
            SELECT e FROM listed
            UNION ALL
            SELECT :item -> '$.status' FROM shipment
            WHERE coalesce(status_at, '') <> ''
              AND NOT EXISTS (SELECT 1 FROM listed WHERE substr(e ->> '$.timestamp', 1, 16) = substr(status_at, 1, 16)))

        problems: |
          SELECT 'rejection' AS severity, 'no-result' AS kind, 'title' AS "column", :item ->> '$.instance' AS value,
                 coalesce(:item ->> '$.detail', :item ->> '$.title', 'there is no shipment in the answer') AS reason
          WHERE json_type(:item, '$.id') IS NULL AND json_type(:item, '$.events') IS NULL
            AND json_type(:item, '$.status') IS NOT 'object'
          UNION ALL
          SELECT 'warning', 'lost-zeros', 'id', own,
                 'the id came as a number; if the real one begins with zeros, they are lost'
          FROM shipment WHERE is_bare AND json_array_length(:asked) = 0
          UNION ALL
          SELECT 'warning', 'other-divisions', 'possibleAdditionalShipmentsUrl', own,
                 'other divisions of DHL have a shipment of the same number; make sure that this is the one'
          FROM shipment WHERE json_array_length(:head, '$.possibleAdditionalShipmentsUrl') > 0
          UNION ALL
          SELECT 'warning', 'contradiction', 'status', e ->> '$.status',
                 'the code ' || (e ->> '$.statusCode') || ' and the text contradict each other; neither is believed'
          FROM happening
          WHERE lower(e ->> '$.statusCode') IN ('pre-transit', 'transit', 'failure')
            AND lower(e ->> '$.status') = 'delivered'

        events:
          - |
            WITH told AS (
              SELECT e, coalesce(nullif(lower(e ->> '$.statusCode'), ''),
                                 CASE WHEN substr(e ->> '$.timestamp', 1, 16) = substr(status_at, 1, 16)
                                      THEN nullif(status_code, '') END) AS code,
                     coalesce(e ->> '$.status', '') AS status,
                     lower(coalesce(e ->> '$.status', '') || ' | ' || coalesce(e ->> '$.description', '')) AS words,
                     lower(coalesce(e ->> '$.description', '')) AS description,
                     e ->> '$.location.address.countryCode' AS country, origin, destination
              FROM happening, shipment
              WHERE NOT EXISTS (SELECT 1 FROM who WHERE is_piece AND json_array_length(e, '$.pieceIds') > 0
                                AND code NOT IN (SELECT p.value FROM json_each(e, '$.pieceIds') AS p))),
            -- Only what the words say beyond doubt makes more of a code than it says itself.
            meant AS (
              SELECT told.*, CASE
                WHEN code IN ('pre-transit', 'transit', 'failure') AND lower(status) = 'delivered'
                  THEN code || ': ' || status
                WHEN code = 'delivered' AND (words LIKE '%returned%' OR words LIKE '%return to%'
                     OR words LIKE '%to%sender%' OR words LIKE '%shipper%' OR words LIKE '%absender%'
                     OR words LIKE '%rücksendung%') THEN 'delivered.returned'
                WHEN code = 'delivered' THEN 'delivered'
                WHEN code IN ('transit', 'failure')
                     AND (words LIKE '%return%to%sender%' OR words LIKE '%return%to%shipper%'
                          OR words LIKE '%zurück%absender%' OR words LIKE '%rücksendung%') THEN code || '.returning'
                WHEN code = 'failure'
                     AND (words LIKE '%delivery attempt%' OR words LIKE '%attempted deliver%' OR words LIKE '%attempt%'
                          OR words LIKE '%could not be delivered%' OR words LIKE '%unable to deliver%'
                          OR words LIKE '%not home%' OR words LIKE '%zustellversuch%'
                          OR words LIKE '%nicht zugestellt werden%') THEN 'failure.attempt'
                WHEN code = 'transit' AND (words LIKE '%out for delivery%' OR words LIKE '%with delivery courier%'
                     OR words LIKE '%delivery vehicle%' OR words LIKE '%delivery courier%'
                     OR words LIKE '%zustellfahrzeug%') THEN 'transit.out-for-delivery'
                WHEN code = 'transit' AND (words LIKE '%ready for pick%' OR words LIKE '%available for pick%'
                     OR words LIKE '%ready for collection%' OR words LIKE '%available for collection%'
                     OR words LIKE '%zur abholung bereit%') THEN 'transit.ready-for-pickup'
                WHEN code = 'transit' AND (words LIKE '%clearance processing complete%'
                     OR words LIKE '%customs clearance completed%' OR words LIKE '%cleared customs%'
                     OR words LIKE '%released by customs%' OR words LIKE '%released from customs%')
                     AND origin <> destination AND country IN (origin, destination)
                  THEN CASE country WHEN origin THEN 'transit.export-cleared' ELSE 'transit.import-cleared' END
                WHEN code = 'transit' AND (description LIKE 'shipment picked up%' OR description LIKE 'picked up%')
                  THEN 'transit.picked-up'
                WHEN code = 'transit' AND (description LIKE 'departed %' OR description LIKE 'shipment has departed %')
                  THEN 'transit.departed'
                WHEN code = 'transit' AND (description LIKE 'arrived at %' OR description LIKE 'shipment has arrived at %')
                  THEN 'transit.arrived'
                ELSE coalesce(code, nullif(status, ''), 'no-code') END AS raw_code
              FROM told)
            SELECT s.kind, s.scheme, s.issuer, s.code, raw_code, 'actual' AS classifier, e ->> '$.timestamp' AS at,
                   'name' AS place_scheme,
                   nullif(e ->> '$.location.address.addressLocality', '(redacted)') AS place, country,
                   -- What stands behind the mark of something overwritten is no sentence.
                   CASE WHEN instr(coalesce(e ->> '$.description', ''), '(redacted)') = 1
                          OR instr(coalesce(e ->> '$.status', ''), '(redacted)') = 1 THEN NULL
                        ELSE nullif(coalesce(nullif(e ->> '$.description', ''), e ->> '$.status'), '') END AS text
            FROM meant LEFT JOIN subject AS s ON 1
          # Where DHL has a proof of delivery and no event of that minute, the proof is the event.
          - |
            SELECT s.kind, s.scheme, s.issuer, s.code, 'proof-of-delivery' AS raw_code, 'actual' AS classifier,
                   :item ->> '$.details.proofOfDelivery.timestamp' AS at, destination AS country
            FROM shipment LEFT JOIN subject AS s ON 1
            WHERE status_code = 'delivered' AND coalesce(:item ->> '$.details.proofOfDelivery.timestamp', '') <> ''
              AND NOT EXISTS (SELECT 1 FROM happening
                              WHERE lower(e ->> '$.statusCode') = 'delivered'
                                OR substr(e ->> '$.timestamp', 1, 16)
                                   = substr(:item ->> '$.details.proofOfDelivery.timestamp', 1, 16))
          - |
            WITH estimate(at) AS (
              SELECT coalesce(nullif(:item ->> '$.estimatedTimeOfDelivery', ''),
                              nullif(:item ->> '$.estimatedDeliveryTimeFrame.estimatedThrough', '')))
            SELECT s.kind, s.scheme, s.issuer, s.code, 'estimated-delivery' AS raw_code, 'estimated' AS classifier, at,
                   -- Midnight stands for some time of the day.
                   CASE WHEN substr(at, 11, 9) = 'T00:00:00' THEN 'day' END AS "precision",
                   destination AS country, 'estimated-delivery|' || coalesce(s.code, own) AS source_id,
                   :item ->> '$.estimatedTimeOfDeliveryRemark' AS text
            FROM estimate, shipment LEFT JOIN subject AS s ON 1
            WHERE at IS NOT NULL AND status_code <> 'delivered'

        # The freight division names the bills and containers that a shipment travels in.
        links: |
          WITH box AS (SELECT number FROM reference WHERE type = 'container-number'),
          bill AS (
            SELECT number, type FROM reference, shipment
            WHERE type IN ('housebill', 'masterbill') AND number <> coalesce(own, ''))
          SELECT s.kind AS child_kind, s.scheme AS child_scheme, s.issuer AS child_issuer, s.code AS child_code,
                 'container' AS parent_kind, NULL AS parent_scheme, box.number AS parent_code
          FROM subject AS s, box, shipment WHERE service = 'dgf' AND (SELECT count(DISTINCT number) FROM box) = 1
          UNION
          SELECT s.kind, s.scheme, s.issuer, s.code, 'consignment', 'number', bill.number
          FROM subject AS s, bill, shipment WHERE service = 'dgf'
          UNION
          -- A lot in several containers is in none of them alone: its bill is in all.
          SELECT 'container', NULL, NULL, box.number, 'consignment', 'number', bill.number
          FROM box, bill, shipment WHERE service = 'dgf' AND (SELECT count(DISTINCT number) FROM box) > 1

        aliases: |
          SELECT s.kind, s.scheme, s.issuer, s.code, 'parcel' AS alias_kind,
                 CASE WHEN :item ->> '$.details.provider.destinationProvider' IS NOT NULL THEN 'number' END
                   AS alias_scheme,
                 :item ->> '$.details.provider.destinationProvider' AS alias_issuer, number AS alias_code,
                 'last-mile' AS role
          FROM subject AS s, reference WHERE type = 'local-tracking-number' AND s.kind = 'parcel'

        # References that a shipper chose may stand on many parcels, so they are told and make none of them one.
        facts: |
          WITH stated(name, value, unit) AS (
            SELECT CASE WHEN lower(:item ->> '$.details.weight.unitText') IN ('kg', 'kgs') THEN 'weight_kg'
                        ELSE 'weight' END,
                   :item ->> '$.details.weight.value', lower(:item ->> '$.details.weight.unitText')
            UNION ALL SELECT 'pieces', :item ->> '$.details.totalNumberOfPieces', NULL
            UNION ALL SELECT 'country', destination, NULL FROM shipment
            UNION ALL SELECT 'service', nullif(service, ''), NULL FROM shipment
            UNION ALL SELECT 'proof_of_delivery', :item ->> '$.details.proofOfDelivery.timestamp', NULL
            UNION ALL SELECT replace(type, '-', '_'), number, NULL FROM reference
              WHERE type IN ('customer-reference', 'customer-confirmation-number', 'ecommerce-number', 'shipment-id',
                             'domestic-consignment-id', 'reference'))
          SELECT s.kind, s.scheme, s.issuer, s.code, name, value, unit FROM subject AS s, stated WHERE value <> ''
        quantities: [weight_kg, pieces]
        """#
}

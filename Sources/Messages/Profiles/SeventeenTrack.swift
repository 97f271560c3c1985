/// 17TRACK's API 2.2 and 2.4 (asset.17track.net): parcels of many carriers, forty numbers a question; also what it
/// pushes, saved as a file.
enum SeventeenTrackProfile {
    static let text = #"""
        name: 17track
        title: 17TRACK 2.2 and 2.4
        reads: json
        recognise:
          any: ["$.data.accepted[0].track_info", "$.data.track_info", "$.track_info.tracking",
                "$.tracking.providers[0].events", "$[0].track_info"]
          or:
            - { all: [$.event, $.data.number, $.data.carrier] }
            - { all: [$.code, $.data.accepted, $.data.rejected] }
            - { all: [$.code, "$.data.errors[0].code"] }
            # Answers kept together in one file are known too, so that it can be said that each belongs in its own.
            - { keys: [accepted, rejected, number, carrier, error] }

        ask:
          about: [parcel]
          method: POST
          url: "{base_url}/track/v2.2/gettrackinfo"
          body: { text: "[{numbers}]", number: '{"number":"{code}"}' }
          batch: 40
          rate: 3/s
          # A number is registered once, which costs quota; asking about it costs none.
          register:
            method: POST
            url: "{base_url}/track/v2.2/register"
            body: { text: "[{numbers}]", number: '{"number":"{code}"}' }
          numbers:
            - each: $.data.accepted[*]
              number: $.number
              code: $.track_info.latest_status.status
              nothing: [NotFound]
            - each: $.data.rejected[*]
              number: $.number
              code: $.error.code
              register: ["-18019902"]
              registered: ["-18019901"]
              nothing: ["-18019909"]
              unknown: ["-18019903"]
              quota-used: ["-18019907", "-18019908"]
              otherwise: refused
          # Failures come with status 200 and a code of their own.
          answers:
            blocked:
              - { status: [401, 403] }
              - { path: $.code, is: ["-18010001", "-18010002", "-18010004", "-18010005"] }
            quota-used: [{ path: $.code, is: ["-18019907", "-18019908"] }]
            slow-down: [{ status: [429, 503] }]
            failed: [{ path: $.code, is-not: "0" }, { absent: $.data.accepted }]
        credentials: { header: 17token }
        history: whole

        redact:
          - $.data.accepted[*].track_info.shipping_info.shipper_address.street
          - $.data.accepted[*].track_info.shipping_info.shipper_address.postal_code
          - $.data.accepted[*].track_info.shipping_info.shipper_address.coordinates
          - $.data.accepted[*].track_info.shipping_info.recipient_address.street
          - $.data.accepted[*].track_info.shipping_info.recipient_address.postal_code
          - $.data.accepted[*].track_info.shipping_info.recipient_address.coordinates
          - $.data.track_info.shipping_info.shipper_address.street
          - $.data.track_info.shipping_info.shipper_address.postal_code
          - $.data.track_info.shipping_info.shipper_address.coordinates
          - $.data.track_info.shipping_info.recipient_address.street
          - $.data.track_info.shipping_info.recipient_address.postal_code
          - $.data.track_info.shipping_info.recipient_address.coordinates
          - $.track_info.shipping_info.shipper_address
          - $.track_info.shipping_info.recipient_address.street
          - $.track_info.shipping_info.recipient_address.postal_code
          - $.track_info.shipping_info.recipient_address.coordinates
          - $.shipping_info.shipper_address
          - $.shipping_info.recipient_address.street
          - $.shipping_info.recipient_address.postal_code
          - $.shipping_info.recipient_address.coordinates
          - each: ["$.data.accepted[*].track_info", "$.data.track_info", "$.track_info", "$[*].track_info", "$"]
            look: ["$.latest_event.description", "$.latest_event.stage"]
            words: [delivered, signed, signature, received by, left with, handed to, recipient, neighbo, zugestellt,
                    empfänger, nachbar, 签收, 收件人, 代收]
            paths: ["$.latest_event.description", "$.latest_event.description_translation"]
          - each: ["$.data.accepted[*].track_info.tracking.providers[*].events[*]",
                   "$.data.track_info.tracking.providers[*].events[*]", "$.track_info.tracking.providers[*].events[*]",
                   "$[*].track_info.tracking.providers[*].events[*]", "$.tracking.providers[*].events[*]"]
            look: [$.stage, $.sub_status, $.description]
            words: [delivered, signed, signature, received by, left with, handed to, recipient, neighbo, zugestellt,
                    empfänger, nachbar, 签收, 收件人, 代收]
            paths: [$.description, $.description_translation.description, $.address.street, $.address.postal_code,
                    $.address.coordinates]

        each: ["$.data.accepted[*]", "$[*]", "$"]

        milestones:
          # What the carrier's own text was sorted into, finest first.
          InTransit_PickedUp: accepted
          InTransit_Departure: departed
          InTransit_Arrival: arrived
          InTransit_Other: position
          DeliveryFailure_Other: delivery-failed
          DeliveryFailure_NoBody: delivery-failed
          DeliveryFailure_Security: delivery-failed
          DeliveryFailure_Rejected: delivery-failed
          DeliveryFailure_InvalidAddress: delivery-failed
          AvailableForPickup_Other: ready-for-pickup
          OutForDelivery_Other: out-for-delivery
          Delivered_Other: delivered
          # Released, or held, by the customs of which side: told by the country alone.
          InTransit_CustomsReleased.export: export-cleared
          InTransit_CustomsReleased.import: import-cleared
          InTransit_CustomsRequiringInformation: held
          InTransit_CustomsRequiringInformation.export: export-held
          InTransit_CustomsRequiringInformation.import: import-held
          Exception_NoBody: delivery-failed
          Exception_Rejected: delivery-failed
          Exception_Security: held
          Exception_Returning: returning
          Exception_Returned: returned
          Exception_Damage: damaged
          Exception_Lost: lost
          Exception_Destroyed: disposed
          Exception_Cancel: cancelled
          # Stages.
          InfoReceived: announced
          PickedUp: accepted
          Departure: departed
          Arrival: arrived
          AvailableForPickup: ready-for-pickup
          OutForDelivery: out-for-delivery
          Delivered: delivered
          Returning: returning
          Returned: returned
          estimated-delivery: delivered

        with: |
          told AS (
            SELECT coalesce(:item ->> '$.number', :item ->> '$.data.number', :item ->> '$.track_info.number') AS number,
                   CASE WHEN json_type(:item, '$.track_info') = 'object' THEN '$.track_info'
                        WHEN json_type(:item, '$.data.track_info') = 'object' THEN '$.data.track_info'
                        ELSE '$' END AS at),
          who(kind, scheme, issuer, code) AS (
            SELECT a.value ->> 'kind', a.value ->> 'scheme', a.value ->> 'issuer', a.value ->> 'code'
            FROM json_each(:asked) AS a, told
            WHERE upper(replace(told.number, ' ', '')) = upper(replace(a.value ->> 'code', ' ', '')) LIMIT 1),
          -- Of a file without a number, the one that was named with it is meant.
          subject(kind, scheme, issuer, code) AS (
            SELECT kind, scheme, issuer, code FROM who
            UNION ALL
            SELECT 'parcel', NULL, NULL, CAST(number AS TEXT) FROM told
            WHERE number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM who)
            UNION ALL
            SELECT a.value ->> 'kind', a.value ->> 'scheme', a.value ->> 'issuer', a.value ->> 'code'
            FROM told, json_each(:asked) AS a WHERE told.number IS NULL AND json_array_length(:asked) = 1),
          status(main, sub) AS (
            SELECT :item ->> (at || '.latest_status.status'), :item ->> (at || '.latest_status.sub_status') FROM told),
          parties(shipper, recipient) AS (
            SELECT :item ->> (at || '.shipping_info.shipper_address.country'),
                   :item ->> (at || '.shipping_info.recipient_address.country') FROM told),
          provider(key, name, country, events) AS (
            SELECT coalesce(p.value ->> '$.provider.key', p."key"), p.value ->> '$.provider.name',
                   p.value ->> '$.provider.country', p.value -> '$.events'
            FROM told, json_each(:item, told.at || '.tracking.providers') AS p WHERE p.type = 'object'),
          scan AS (
            SELECT provider.key AS provider, e.value AS e FROM provider, json_each(provider.events) AS e
            WHERE e.type = 'object')

        problems: |
          SELECT 'rejection' AS severity, 'no-tracking' AS kind, '$' AS "column",
                 coalesce(:item ->> '$.data.errors[0].code', :item ->> '$.code') AS value,
                 coalesce(:item ->> '$.data.errors[0].message',
                          'there is no tracking information in it; take the answers of gettrackinfo, '
                            || 'each as a file of its own') AS reason
          FROM told
          WHERE json_type(:item, at || '.tracking') IS NULL AND json_type(:item, at || '.latest_status') IS NULL
            AND coalesce(:item ->> '$.event', '') <> 'TRACKING_STOPPED'
          UNION ALL
          SELECT 'rejection', 'no-subject', 'number', NULL,
                 'it does not say which number it is about: name it with --about NUMBER'
          FROM told WHERE NOT EXISTS (SELECT 1 FROM subject)
            AND (json_type(:item, at || '.tracking') IS NOT NULL OR json_type(:item, at || '.latest_status') IS NOT NULL)

        events:
          - |
            WITH raw AS (
              SELECT provider, e,
                     coalesce(nullif(e ->> '$.stage', ''), nullif(e ->> '$.sub_status', ''), 'no-stage') AS code,
                     coalesce(e ->> '$.sub_status', '') AS sub,
                     e ->> '$.time_raw.date' AS raw_date, nullif(e ->> '$.time_raw.time', '') AS raw_time,
                     e ->> '$.time_raw.timezone' AS raw_zone,
                     -- Two letters of a location may be a state as well as a country.
                     coalesce(nullif(e ->> '$.address.country', ''),
                              CASE WHEN length(e ->> '$.location') > 2 THEN e ->> '$.location' END) AS country,
                     coalesce(nullif(e ->> '$.address.city', ''), nullif(e ->> '$.location', '')) AS place
              FROM scan),
            timed AS (
              -- What the carrier wrote is believed before what was made of it.
              SELECT raw.*,
                     CASE
                       WHEN code = 'Delivered' AND sub <> '' AND sub NOT LIKE 'Delivered%' THEN code || '/' || sub
                       WHEN code IN ('InTransit_CustomsReleased', 'InTransit_CustomsRequiringInformation')
                            AND shipper <> recipient AND country = shipper THEN code || '.export'
                       WHEN code IN ('InTransit_CustomsReleased', 'InTransit_CustomsRequiringInformation')
                            AND shipper <> recipient AND country = recipient THEN code || '.import'
                       ELSE code END AS raw_code,
                     CASE WHEN coalesce(raw_date, '') <> '' THEN raw_date || coalesce('T' || raw_time, '')
                                 ELSE coalesce(e ->> '$.time_iso', e ->> '$.time_utc') END AS at,
                     coalesce(raw_date, '') <> '' AS is_raw
              FROM raw, parties)
            SELECT s.kind, s.scheme, s.issuer, s.code, raw_code, 'actual' AS classifier, at,
                   CASE WHEN is_raw AND raw_zone GLOB '[+-][0-9][0-9]:[0-9][0-9]' THEN raw_zone END AS zone,
                   'doubtful' AS "offset", country, 'name' AS place_scheme, place,
                   -- Without an id of the carrier's, an event is known by who told it, when, where and in which words.
                   provider || '|' || coalesce(at, '') || '|' || coalesce(e ->> '$.location', '') || '|'
                     || CASE WHEN instr(coalesce(e ->> '$.description', ''), '(redacted)') = 1 THEN raw_code
                             ELSE coalesce(e ->> '$.description', '') END || '|' || s.code AS source_id,
                   CASE WHEN instr(coalesce(e ->> '$.description', ''), '(redacted)') = 1 THEN NULL
                        ELSE nullif(e ->> '$.description', '') END AS text
            FROM timed, subject AS s
          # Only where no list of events came: the latest of them, whose stage may be another than in the list.
          - |
            SELECT s.kind, s.scheme, s.issuer, s.code,
                   coalesce(nullif(:item ->> (at || '.latest_event.stage'), ''),
                            nullif(:item ->> (at || '.latest_event.sub_status'), ''), 'no-stage') AS raw_code,
                   'actual' AS classifier,
                   coalesce(:item ->> (told.at || '.latest_event.time_iso'),
                            :item ->> (told.at || '.latest_event.time_utc')) AS at,
                   'doubtful' AS "offset",
                   'name' AS place_scheme, :item ->> (told.at || '.latest_event.location') AS place
            FROM told, subject AS s
            WHERE NOT EXISTS (SELECT 1 FROM scan) AND json_type(:item, told.at || '.latest_event') = 'object'
              AND coalesce(:item ->> (told.at || '.latest_event.time_iso'),
                           :item ->> (told.at || '.latest_event.time_utc')) IS NOT NULL
          - |
            SELECT s.kind, s.scheme, s.issuer, s.code, 'estimated-delivery' AS raw_code, 'estimated' AS classifier,
                   coalesce(:item ->> (told.at || '.time_metrics.estimated_delivery_date.to'),
                            :item ->> (told.at || '.time_metrics.estimated_delivery_date.from')) AS at,
                   'doubtful' AS "offset", 'day' AS "precision",
                   :item ->> (told.at || '.shipping_info.recipient_address.country') AS country,
                   'estimated-delivery|' || s.code AS source_id
            FROM told, subject AS s, status
            WHERE coalesce(:item ->> (told.at || '.time_metrics.estimated_delivery_date.to'),
                           :item ->> (told.at || '.time_metrics.estimated_delivery_date.from'), '') <> ''
              AND coalesce(status.main, '') <> 'Delivered'

        aliases: |
          SELECT s.kind, s.scheme, s.issuer, s.code, 'parcel' AS alias_kind,
                 CASE WHEN coalesce(:item ->> (at || '.misc_info.local_provider'), '') <> '' THEN 'number' END
                   AS alias_scheme,
                 nullif(:item ->> (at || '.misc_info.local_provider'), '') AS alias_issuer,
                 :item ->> (at || '.misc_info.local_number') AS alias_code, 'last-mile' AS role
          FROM told, subject AS s
          WHERE coalesce(:item ->> (at || '.misc_info.local_number'), '') <> '' AND s.kind = 'parcel'

        facts: |
          WITH stated(name, value, unit) AS (
            SELECT 'weight_kg', :item ->> (at || '.misc_info.weight_kg'), 'kg' FROM told
            UNION ALL SELECT 'pieces', :item ->> (at || '.misc_info.pieces'), NULL FROM told
            UNION ALL SELECT 'country', :item ->> (at || '.shipping_info.recipient_address.country'), NULL FROM told
            UNION ALL SELECT 'origin_country', :item ->> (at || '.shipping_info.shipper_address.country'), NULL FROM told
            UNION ALL SELECT 'service', :item ->> (at || '.misc_info.service_type'), NULL FROM told
            UNION ALL SELECT 'customer_reference', :item ->> (at || '.misc_info.reference_number'), NULL FROM told
            -- That they know nothing, or ask no longer, is told of them and not of the parcel.
            UNION ALL SELECT 'carrier_status', main, NULL FROM status WHERE main IN ('NotFound', 'Expired')
            UNION ALL SELECT 'carrier_status', 'TRACKING_STOPPED', NULL WHERE :item ->> '$.event' = 'TRACKING_STOPPED')
          SELECT s.kind, s.scheme, s.issuer, s.code, name, value, unit FROM subject AS s, stated WHERE value <> ''
        quantities: [weight_kg]
        """#
}

/// DCSA Track & Trace 2.2 (a bare array, or `{events: […]}`) and 3.0.
enum DCSAProfile {
    static let text = #"""
        name: dcsa
        title: DCSA Track & Trace 2.2 and 3.0
        reads: json
        recognise: { keys: [eventID, eventDateTime, eventClassifierCode] }

        ask:
          about: [container]
          url: "{base_url}/v2/events?equipmentReference={code}&limit=100"
          headers: { API-Version: "2", Accept: application/json }
          batch: 1
          pages: { header: [Next-Page-Cursor, Next-Page, Link], parameter: cursor }
          rate: 2/s
          answers:
            # A body of the standard's error form says that the interface was reached and knows no such container.
            nothing: [{ status: 404, path: $.errors }]
            blocked: [{ status: [401, 403] }]
            slow-down: [{ status: [429, 503] }]
        credentials: { header: API-Key }
        history: whole

        each: ["$[*]", "$.events[*]"]
        rests-on: events

        milestones:
          EQUIPMENT.LOAD: loaded
          EQUIPMENT.DISC: discharged
          EQUIPMENT.GTIN: gated-in
          EQUIPMENT.GTOT: gated-out
          EQUIPMENT.STUF: stuffed
          EQUIPMENT.STRP: stripped
          EQUIPMENT.INSP: inspected
          EQUIPMENT.CUSI: inspected
          EQUIPMENT.CROS: passed
          TRANSPORT.ARRI: arrived
          TRANSPORT.DEPA: departed
          SHIPMENT.RECE: announced
          SHIPMENT.CONF: announced
          IOT.DETC: position
          REEFER.MEAS: position

        # The rules of the standard that an event must keep to be told from others and put in order.
        problems: |
          WITH e AS (
            SELECT json_type(:item) = 'object' AS is_object,
                   coalesce(json_extract(:item, '$.isRetracted'), 0) = 1 AS retracted,
                   json_type(:item, '$.eventClassification') IS 'object' AS is_v3,
                   json_type(:item, '$.eventID') AS id_type, :item ->> '$.eventID' AS id,
                   coalesce(:item ->> '$.eventClassification.eventTypeCode', :item ->> '$.eventType') AS type,
                   :item ->> '$.eventDateTime' AS at,
                   coalesce(:item ->> '$.eventUpdatedDateTime', :item ->> '$.eventCreatedDateTime') AS version,
                   coalesce(:item ->> '$.eventClassification.eventClassifierCode',
                            :item ->> '$.eventClassifierCode') AS classifier)
          SELECT 'rejection' AS severity, 'bad-event' AS kind, '$' AS "column", NULL AS value,
                 'an event is a JSON object' AS reason FROM e WHERE NOT is_object
          UNION ALL
          SELECT 'rejection', 'missing-field', 'eventID', NULL,
                 'without eventID the event cannot be told from others'
          FROM e WHERE is_object AND (id_type IS NULL OR id_type = 'null' OR trim(id) = '')
          UNION ALL
          SELECT 'rejection', 'bad-field', 'eventID', id, 'eventID must be a string'
          FROM e WHERE id_type NOT IN ('text', 'null')
          UNION ALL
          SELECT 'warning', 'bad-field', 'eventID', id, 'eventID is a UUID in version 2; it is kept as it came'
          FROM e WHERE id_type = 'text' AND trim(id) <> '' AND NOT is_v3 AND NOT retracted
            AND NOT (length(id) = 36 AND lower(id) NOT GLOB '*[^0-9a-f-]*'
                     AND id GLOB '????????-????-????-????-????????????' AND length(replace(id, '-', '')) = 32)
          UNION ALL
          SELECT 'rejection', 'missing-field', 'eventType', NULL, 'without eventType it is not known what happened'
          FROM e WHERE is_object AND NOT retracted AND coalesce(type, '') = ''
          UNION ALL
          SELECT 'rejection', 'bad-field', 'eventType', type,
                 'there are SHIPMENT, TRANSPORT, EQUIPMENT, IOT and REEFER'
          FROM e WHERE NOT retracted AND type NOT IN ('', 'SHIPMENT', 'TRANSPORT', 'EQUIPMENT', 'IOT', 'REEFER')
          UNION ALL
          SELECT 'rejection', 'missing-field', 'eventDateTime', NULL, 'without eventDateTime the event has no time'
          FROM e WHERE is_object AND NOT retracted AND coalesce(at, '') = ''
          UNION ALL
          SELECT 'rejection', 'bad-time', 'eventDateTime', at,
                 'a date and time with its offset was expected, such as 2026-11-20T14:56:00+08:00'
          FROM e WHERE NOT retracted AND at <> ''
            AND at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9][Tt][0-9][0-9]:[0-9][0-9]*'
          UNION ALL
          SELECT 'warning', 'no-offset', 'eventDateTime', at, 'the standard asks for an offset; the zone is a guess'
          FROM e WHERE NOT retracted AND at GLOB '*[Tt][0-9][0-9]:[0-9][0-9]*' AND substr(at, 17) NOT GLOB '*[Zz+-]*'
          UNION ALL
          SELECT 'rejection', 'missing-field', 'eventClassifierCode', NULL,
                 'without eventClassifierCode a plan cannot be told from what happened'
          FROM e WHERE is_object AND NOT retracted AND coalesce(classifier, '') = ''
          UNION ALL
          SELECT 'rejection', 'bad-field', 'eventClassifierCode', classifier, 'there are ACT, PLN, EST and REQ'
          FROM e WHERE NOT retracted AND classifier NOT IN ('', 'ACT', 'PLN', 'EST', 'REQ')
          UNION ALL
          SELECT 'rejection', 'missing-field',
                 CASE type WHEN 'SHIPMENT' THEN 'shipmentEventTypeCode' WHEN 'TRANSPORT' THEN 'transportEventTypeCode'
                   WHEN 'EQUIPMENT' THEN 'equipmentEventTypeCode' WHEN 'IOT' THEN 'iotEventTypeCode'
                   ELSE 'reeferEventTypeCode' END,
                 NULL, 'without its type code it is not known what happened'
          FROM e WHERE NOT retracted AND type IN ('SHIPMENT', 'TRANSPORT', 'EQUIPMENT', 'IOT', 'REEFER')
            AND coalesce(:item ->> ('$.eventClassification.' || lower(type) || 'EventTypeCode'),
                         :item ->> ('$.' || lower(type) || 'EventTypeCode'), :item ->> '$.eventTypeCode', '') = ''
          UNION ALL
          SELECT 'rejection', 'bad-time', CASE WHEN json_type(:item, '$.eventUpdatedDateTime') IS NOT NULL
                   THEN 'eventUpdatedDateTime' ELSE 'eventCreatedDateTime' END, version,
                 'a date and time with its offset was expected, such as 2026-11-20T14:56:00+08:00'
          FROM e WHERE version IS NOT NULL AND NOT retracted
            AND (version NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9][Tt][0-9][0-9]:[0-9][0-9]*'
                 OR julianday(version) IS NULL)

        # Every number that an event names, to know whether it is about the one that was asked.
        mentions: |
          SELECT 'container' AS kind, NULL AS scheme, :item ->> '$.equipmentReference' AS code
          UNION SELECT 'container', NULL, :item ->> '$.equipmentDetails.equipmentReference'
          UNION SELECT 'container', NULL, value ->> 'referenceValue'
          FROM json_each(:item, '$.references') WHERE type = 'object' AND value ->> 'referenceType' = 'EQ'
          UNION SELECT 'consignment', 'number', value ->> 'documentReferenceValue'
          FROM json_each(:item, '$.documentReferences') WHERE type = 'object'
          UNION SELECT 'consignment', 'number', :item ->> '$.documentID'
          UNION SELECT 'consignment', 'number', :item ->> '$.shipmentDetails.documentReference.reference'
          UNION SELECT 'consignment', 'number', value ->> 'reference'
          FROM json_each(:item, '$.shipmentDetails.additionalDocumentReferences') WHERE type = 'object'

        events: |
          WITH
          e AS (
            SELECT coalesce(:item ->> '$.eventClassification.eventTypeCode', :item ->> '$.eventType') AS type,
                   coalesce(json_extract(:item, '$.isRetracted'), 0) = 1 AS retracted,
                   :item ->> '$.eventRouting.originatingParty.partyCode' AS party,
                   coalesce(:item ->> '$.equipmentReference',
                            :item ->> '$.equipmentDetails.equipmentReference') AS equipment,
                   coalesce(:item ->> '$.eventLocation.UNLocationCode',
                            :item ->> '$.transportCall.location.UNLocationCode',
                            :item ->> '$.transportCall.UNLocationCode',
                            :item ->> '$.transportDetails.transportCall.location.UNLocationCode') AS unlocode,
                   coalesce(:item ->> '$.eventLocation.locationName',
                            :item ->> '$.transportCall.location.locationName',
                            :item ->> '$.eventLocation.address.city') AS place_name,
                   coalesce(:item ->> '$.eventLocation.address.countryCode',
                            :item ->> '$.eventLocation.address.country',
                            :item ->> '$.transportCall.location.address.country') AS country,
                   coalesce(:item ->> '$.eventUpdatedDateTime', :item ->> '$.eventCreatedDateTime') AS version),
          eq AS (
            SELECT DISTINCT j.value ->> 'referenceValue' AS code
            FROM e, json_each(CASE WHEN coalesce(e.equipment, '') = '' THEN :item END, '$.references') AS j
            WHERE j.type = 'object' AND j.value ->> 'referenceType' = 'EQ'
              AND coalesce(j.value ->> 'referenceValue', '') <> ''),
          -- Documents speak only where no container is named.
          bare AS (
            SELECT :item AS item FROM e WHERE coalesce(equipment, '') = '' AND NOT EXISTS (SELECT 1 FROM eq)),
          document AS (
            SELECT j.value ->> 'documentReferenceValue' AS code
            FROM bare, json_each(bare.item, '$.documentReferences') AS j
            WHERE j.type = 'object' AND j.value ->> 'documentReferenceType' IN ('BKG', 'TRD', 'SHI')
            UNION SELECT item ->> '$.documentID' FROM bare WHERE item ->> '$.documentTypeCode' IN ('BKG', 'TRD', 'SHI')
            UNION SELECT item ->> '$.shipmentDetails.documentReference.reference' FROM bare
            WHERE item ->> '$.shipmentDetails.documentReference.typeCode' IN ('BKG', 'TRD', 'SHI')
            UNION SELECT j.value ->> 'reference'
            FROM bare, json_each(bare.item, '$.shipmentDetails.additionalDocumentReferences') AS j
            WHERE j.type = 'object' AND j.value ->> 'typeCode' IN ('BKG', 'TRD', 'SHI')),
          subject(kind, scheme, issuer, code) AS (
            SELECT 'container', NULL, NULL, equipment FROM e WHERE coalesce(equipment, '') <> ''
            UNION ALL
            SELECT 'container', NULL, NULL, code FROM eq
            UNION ALL
            SELECT 'consignment', 'number', party, code FROM document, e WHERE coalesce(code, '') <> ''
            UNION ALL
            SELECT NULL, NULL, NULL, NULL FROM bare
            WHERE NOT EXISTS (SELECT 1 FROM document WHERE coalesce(code, '') <> ''))
          SELECT s.kind, s.scheme, s.issuer, s.code,
                 -- An id of version 3 is unique only together with who gave it out.
                 coalesce(party || '|' || coalesce(:item ->> '$.eventRouting.originatingParty.codeListProvider', '')
                   || '|' || coalesce(:item ->> '$.eventRouting.originatingParty.codeListName', '') || '|', '')
                   || (:item ->> '$.eventID') AS source_id,
                 -- Versions are compared as text, so all are brought to UTC.
                 coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', version), version) AS version,
                 retracted,
                 type || '.' || coalesce(:item ->> ('$.eventClassification.' || lower(type) || 'EventTypeCode'),
                                         :item ->> ('$.' || lower(type) || 'EventTypeCode'),
                                         :item ->> '$.eventTypeCode') AS raw_code,
                 CASE coalesce(:item ->> '$.eventClassification.eventClassifierCode',
                               :item ->> '$.eventClassifierCode')
                   WHEN 'ACT' THEN 'actual' WHEN 'PLN' THEN 'planned' WHEN 'REQ' THEN 'planned'
                   WHEN 'EST' THEN 'estimated' END AS classifier,
                 :item ->> '$.eventDateTime' AS at,
                 CASE WHEN coalesce(unlocode, '') <> '' THEN 'unlocode' ELSE 'name' END AS place_scheme,
                 coalesce(nullif(unlocode, ''), place_name) AS place,
                 CASE WHEN length(country) = 2 THEN country ELSE substr(unlocode, 1, 2) END AS country,
                 CASE coalesce(:item ->> '$.emptyIndicatorCode', :item ->> '$.equipmentDetails.emptyIndicatorCode')
                   WHEN 'LADEN' THEN 'laden' WHEN 'EMPTY' THEN 'empty' END AS load,
                 trim(coalesce(coalesce(:item ->> '$.transportCall.modeOfTransport',
                                        :item ->> '$.transportDetails.transportCall.modeOfTransport') || ' ', '')
                   || coalesce((:item ->> '$.delayReasonCode') || ' ', '')
                   || coalesce(:item ->> '$.changeRemark', :item ->> '$.reason', '')) AS text
          FROM e, subject AS s

        links:
          - |
            SELECT 'container' AS child_kind,
                   coalesce(:item ->> '$.equipmentReference',
                            :item ->> '$.equipmentDetails.equipmentReference') AS child_code,
                   'consignment' AS parent_kind, 'number' AS parent_scheme,
                   :item ->> '$.eventRouting.originatingParty.partyCode' AS parent_issuer, d.code AS parent_code
            FROM (SELECT value ->> 'documentReferenceValue' AS code FROM json_each(:item, '$.documentReferences')
                  WHERE type = 'object' AND value ->> 'documentReferenceType' IN ('BKG', 'TRD')
                  UNION SELECT :item ->> '$.shipmentDetails.documentReference.reference'
                  WHERE :item ->> '$.shipmentDetails.documentReference.typeCode' IN ('BKG', 'TRD')
                  UNION SELECT value ->> 'reference'
                  FROM json_each(:item, '$.shipmentDetails.additionalDocumentReferences')
                  WHERE type = 'object' AND value ->> 'typeCode' IN ('BKG', 'TRD')) AS d
            WHERE coalesce(child_code, '') <> '' AND coalesce(d.code, '') <> ''
              AND coalesce(json_extract(:item, '$.isRetracted'), 0) <> 1
          - |
            SELECT 'container' AS child_kind, :item ->> '$.equipmentDetails.equipmentReference' AS child_code,
                   'wagon' AS parent_kind,
                   :item ->> '$.transportDetails.transportCall.railTransport.railCarReference' AS parent_code,
                   'observed' AS basis
            WHERE coalesce(child_code, '') <> '' AND coalesce(parent_code, '') <> ''
              AND :item ->> '$.eventClassification.eventClassifierCode' = 'ACT'
              AND coalesce(json_extract(:item, '$.isRetracted'), 0) <> 1

        facts: |
          WITH c(code) AS (
            SELECT coalesce(:item ->> '$.equipmentReference', :item ->> '$.equipmentDetails.equipmentReference'))
          SELECT 'container' AS kind, c.code, 'seal' AS name,
                 coalesce(s.value ->> 'sealNumber', s.value ->> 'number') AS value
          FROM c, (SELECT value, type FROM json_each(:item, '$.seals')
                   UNION ALL SELECT value, type FROM json_each(:item, '$.equipmentDetails.seals')) AS s
          WHERE coalesce(c.code, '') <> '' AND s.type = 'object'
            AND coalesce(json_extract(:item, '$.isRetracted'), 0) <> 1
          UNION ALL
          SELECT 'container', c.code, 'equipment_code',
                 coalesce(:item ->> '$.ISOEquipmentCode', :item ->> '$.equipmentDetails.ISOEquipmentCode')
          FROM c WHERE coalesce(c.code, '') <> '' AND coalesce(json_extract(:item, '$.isRetracted'), 0) <> 1
        """#
}

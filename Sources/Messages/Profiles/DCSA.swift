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

        # Each found once in an item and used by name below; the first that is there and not empty.
        fields:
          event_id: $.eventID
          event_id_text: { text: $.eventID }
          classification: { json: $.eventClassification }
          type: [$.eventClassification.eventTypeCode, $.eventType]
          classifier: [$.eventClassification.eventClassifierCode, $.eventClassifierCode]
          retracted: $.isRetracted
          at: $.eventDateTime
          version: [$.eventUpdatedDateTime, $.eventCreatedDateTime]
          updated: $.eventUpdatedDateTime
          shipment_code: [$.eventClassification.shipmentEventTypeCode, $.shipmentEventTypeCode]
          transport_code: [$.eventClassification.transportEventTypeCode, $.transportEventTypeCode]
          equipment_event: [$.eventClassification.equipmentEventTypeCode, $.equipmentEventTypeCode]
          iot_code: [$.eventClassification.iotEventTypeCode, $.iotEventTypeCode]
          reefer_code: [$.eventClassification.reeferEventTypeCode, $.reeferEventTypeCode]
          other_code: $.eventTypeCode
          party: $.eventRouting.originatingParty.partyCode
          list_provider: $.eventRouting.originatingParty.codeListProvider
          list_name: $.eventRouting.originatingParty.codeListName
          equipment: [$.equipmentReference, $.equipmentDetails.equipmentReference]
          equipment_v3: $.equipmentDetails.equipmentReference
          equipment_code: [$.ISOEquipmentCode, $.equipmentDetails.ISOEquipmentCode]
          empty_indicator: [$.emptyIndicatorCode, $.equipmentDetails.emptyIndicatorCode]
          unlocode:
            - $.eventLocation.UNLocationCode
            - $.transportCall.location.UNLocationCode
            - $.transportCall.UNLocationCode
            - $.transportDetails.transportCall.location.UNLocationCode
          place_name: [$.eventLocation.locationName, $.transportCall.location.locationName, $.eventLocation.address.city]
          country:
            - $.eventLocation.address.countryCode
            - $.eventLocation.address.country
            - $.transportCall.location.address.country
          transport_mode: [$.transportCall.modeOfTransport, $.transportDetails.transportCall.modeOfTransport]
          rail_car: $.transportDetails.transportCall.railTransport.railCarReference
          delay_reason: $.delayReasonCode
          remark: [$.changeRemark, $.reason]
          references: { json: $.references }
          documents: { json: $.documentReferences }
          document_id: $.documentID
          document_type: $.documentTypeCode
          shipment_document: $.shipmentDetails.documentReference.reference
          shipment_document_type: $.shipmentDetails.documentReference.typeCode
          more_documents: { json: $.shipmentDetails.additionalDocumentReferences }
          seals: { json: $.seals }
          seals_v3: { json: $.equipmentDetails.seals }

        # The rules of the standard that an event must keep to be told from others and put in order.
        problems: |
          SELECT 'rejection' AS severity, 'bad-event' AS kind, '$' AS "column", NULL AS value,
                 'an event is a JSON object' AS reason WHERE substr(:item, 1, 1) <> '{'
          UNION ALL
          SELECT 'rejection', 'missing-field', 'eventID', NULL,
                 'without eventID the event cannot be told from others'
          WHERE substr(:item, 1, 1) = '{' AND trim(coalesce(:event_id, '')) = ''
          UNION ALL
          SELECT 'rejection', 'bad-field', 'eventID', :event_id, 'eventID must be a string'
          WHERE :event_id IS NOT NULL AND :event_id_text IS NULL
          UNION ALL
          SELECT 'warning', 'bad-field', 'eventID', :event_id, 'eventID is a UUID in version 2; it is kept as it came'
          WHERE trim(:event_id_text) <> '' AND coalesce(substr(:classification, 1, 1), '') <> '{'
            AND coalesce(:retracted, '') NOT IN ('true', '1')
            AND NOT (length(:event_id) = 36 AND lower(:event_id) NOT GLOB '*[^0-9a-f-]*'
                     AND :event_id GLOB '????????-????-????-????-????????????'
            AND length(replace(:event_id, '-', '')) = 32)
          UNION ALL
          SELECT 'rejection', 'missing-field', 'eventType', NULL, 'without eventType it is not known what happened'
          WHERE substr(:item, 1, 1) = '{' AND coalesce(:retracted, '') NOT IN ('true', '1') AND :type IS NULL
          UNION ALL
          SELECT 'rejection', 'bad-field', 'eventType', :type,
                 'there are SHIPMENT, TRANSPORT, EQUIPMENT, IOT and REEFER'
          WHERE coalesce(:retracted, '') NOT IN ('true', '1')
            AND instr('|SHIPMENT|TRANSPORT|EQUIPMENT|IOT|REEFER|', '|' || :type || '|') = 0
          UNION ALL
          SELECT 'rejection', 'missing-field', 'eventDateTime', NULL, 'without eventDateTime the event has no time'
          WHERE substr(:item, 1, 1) = '{' AND coalesce(:retracted, '') NOT IN ('true', '1') AND :at IS NULL
          UNION ALL
          SELECT 'rejection', 'bad-time', 'eventDateTime', :at,
                 'a date and time with its offset was expected, such as 2026-11-20T14:56:00+08:00'
          WHERE coalesce(:retracted, '') NOT IN ('true', '1')
            AND :at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9][Tt][0-9][0-9]:[0-9][0-9]*'
          UNION ALL
          SELECT 'warning', 'no-offset', 'eventDateTime', :at, 'the standard asks for an offset; the zone is a guess'
          WHERE coalesce(:retracted, '') NOT IN ('true', '1') AND :at GLOB '*[Tt][0-9][0-9]:[0-9][0-9]*'
            AND substr(:at, 17) NOT GLOB '*[Zz+-]*'
          UNION ALL
          SELECT 'rejection', 'missing-field', 'eventClassifierCode', NULL,
                 'without eventClassifierCode a plan cannot be told from what happened'
          WHERE substr(:item, 1, 1) = '{' AND coalesce(:retracted, '') NOT IN ('true', '1') AND :classifier IS NULL
          UNION ALL
          SELECT 'rejection', 'bad-field', 'eventClassifierCode', :classifier, 'there are ACT, PLN, EST and REQ'
          WHERE coalesce(:retracted, '') NOT IN ('true', '1')
            AND instr('|ACT|PLN|EST|REQ|', '|' || :classifier || '|') = 0
          UNION ALL
          SELECT 'rejection', 'missing-field',
                 CASE :type WHEN 'SHIPMENT' THEN 'shipmentEventTypeCode' WHEN 'TRANSPORT' THEN 'transportEventTypeCode'
                   WHEN 'EQUIPMENT' THEN 'equipmentEventTypeCode' WHEN 'IOT' THEN 'iotEventTypeCode'
                   ELSE 'reeferEventTypeCode' END,
                 NULL, 'without its type code it is not known what happened'
          WHERE coalesce(:retracted, '') NOT IN ('true', '1')
            AND instr('|SHIPMENT|TRANSPORT|EQUIPMENT|IOT|REEFER|', '|' || :type || '|') > 0
            AND coalesce(CASE :type WHEN 'SHIPMENT' THEN :shipment_code WHEN 'TRANSPORT' THEN :transport_code
                           WHEN 'EQUIPMENT' THEN :equipment_event WHEN 'IOT' THEN :iot_code ELSE :reefer_code END,
                         :other_code) IS NULL
          UNION ALL
          SELECT 'rejection', 'bad-time', CASE WHEN :updated IS NOT NULL
                   THEN 'eventUpdatedDateTime' ELSE 'eventCreatedDateTime' END, :version,
                 'a date and time with its offset was expected, such as 2026-11-20T14:56:00+08:00'
          WHERE :version IS NOT NULL AND coalesce(:retracted, '') NOT IN ('true', '1')
            AND (:version NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9][Tt][0-9][0-9]:[0-9][0-9]*'
                 OR julianday(:version) IS NULL)

        # Every number that an event names, to know whether it is about the one that was asked.
        mentions: |
          SELECT 'container' AS kind, NULL AS scheme, :equipment AS code
          UNION SELECT 'container', NULL, :equipment_v3
          UNION SELECT 'container', NULL, value ->> 'referenceValue'
          FROM json_each(:references) WHERE type = 'object' AND value ->> 'referenceType' = 'EQ'
          UNION SELECT 'consignment', 'number', value ->> 'documentReferenceValue'
          FROM json_each(:documents) WHERE type = 'object'
          UNION SELECT 'consignment', 'number', :document_id
          UNION SELECT 'consignment', 'number', :shipment_document
          UNION SELECT 'consignment', 'number', value ->> 'reference'
          FROM json_each(:more_documents) WHERE type = 'object'

        with: |
          told AS (
            SELECT
                 -- An id of version 3 is unique only together with who gave it out.
                 coalesce(:party || '|' || coalesce(:list_provider, '') || '|' || coalesce(:list_name, '') || '|', '')
                   || :event_id AS source_id,
                 -- Versions are compared as text, so all are brought to UTC.
                 coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', :version), :version) AS version,
                 coalesce(:retracted, '') IN ('true', '1') AS retracted,
                 :type || '.' || coalesce(
                   CASE :type WHEN 'SHIPMENT' THEN :shipment_code WHEN 'TRANSPORT' THEN :transport_code
                     WHEN 'EQUIPMENT' THEN :equipment_event WHEN 'IOT' THEN :iot_code
                     WHEN 'REEFER' THEN :reefer_code END,
                   :other_code) AS raw_code,
                 CASE :classifier WHEN 'ACT' THEN 'actual' WHEN 'PLN' THEN 'planned' WHEN 'REQ' THEN 'planned'
                   WHEN 'EST' THEN 'estimated' END AS classifier,
                 :at AS at,
                 CASE WHEN :unlocode IS NOT NULL THEN 'unlocode' ELSE 'name' END AS place_scheme,
                 coalesce(:unlocode, :place_name) AS place,
                 CASE WHEN length(:country) = 2 THEN :country ELSE substr(:unlocode, 1, 2) END AS country,
                 CASE :empty_indicator WHEN 'LADEN' THEN 'laden' WHEN 'EMPTY' THEN 'empty' END AS load,
                 trim(coalesce(:transport_mode || ' ', '') || coalesce(:delay_reason || ' ', '')
                   || coalesce(:remark, '')) AS text)

        # Nothing here is asked for twice: a table expression used twice is a table that is made for every event.
        events:
          - needs: [equipment]
            select: |
              SELECT 'container' AS kind, NULL AS scheme, NULL AS issuer, :equipment AS code, told.* FROM told
          - needs: [references]
            lacks: [equipment]
            select: |
              SELECT 'container' AS kind, NULL AS scheme, NULL AS issuer, j.value ->> 'referenceValue' AS code, told.*
              FROM json_each(:references) AS j, told
              WHERE j.type = 'object' AND j.value ->> 'referenceType' = 'EQ'
                AND coalesce(j.value ->> 'referenceValue', '') <> ''
          # Documents speak only where no container is named.
          - lacks: [equipment]
            select: |
              WITH document AS (
                SELECT j.value ->> 'documentReferenceValue' AS code FROM json_each(:documents) AS j
                WHERE j.type = 'object' AND j.value ->> 'documentReferenceType' IN ('BKG', 'TRD', 'SHI')
                UNION SELECT :document_id WHERE :document_type IN ('BKG', 'TRD', 'SHI')
                UNION SELECT :shipment_document WHERE :shipment_document_type IN ('BKG', 'TRD', 'SHI')
                UNION SELECT j.value ->> 'reference' FROM json_each(:more_documents) AS j
                WHERE j.type = 'object' AND j.value ->> 'typeCode' IN ('BKG', 'TRD', 'SHI')),
              named(kind, scheme, issuer, code) AS (
                SELECT 'consignment', 'number', :party, code FROM document WHERE coalesce(code, '') <> ''
                UNION ALL
                SELECT NULL, NULL, NULL, NULL
                WHERE NOT EXISTS (SELECT 1 FROM document WHERE coalesce(code, '') <> ''))
              SELECT named.*, told.* FROM named, told
              WHERE NOT EXISTS (
                SELECT 1 FROM json_each(:references) AS j
                WHERE j.type = 'object' AND j.value ->> 'referenceType' = 'EQ'
                  AND coalesce(j.value ->> 'referenceValue', '') <> '')

        links:
          - needs: [equipment, documents]
            select: |
              SELECT 'container' AS child_kind, :equipment AS child_code, 'consignment' AS parent_kind,
                     'number' AS parent_scheme, :party AS parent_issuer, value ->> 'documentReferenceValue' AS parent_code
              FROM json_each(:documents)
              WHERE type = 'object' AND value ->> 'documentReferenceType' IN ('BKG', 'TRD')
                AND coalesce(value ->> 'documentReferenceValue', '') <> ''
                AND coalesce(:retracted, '') NOT IN ('true', '1')
          - needs: [equipment, shipment_document]
            select: |
              SELECT 'container' AS child_kind, :equipment AS child_code, 'consignment' AS parent_kind,
                     'number' AS parent_scheme, :party AS parent_issuer, :shipment_document AS parent_code
              WHERE :shipment_document_type IN ('BKG', 'TRD') AND coalesce(:retracted, '') NOT IN ('true', '1')
          - needs: [equipment, more_documents]
            select: |
              SELECT 'container' AS child_kind, :equipment AS child_code, 'consignment' AS parent_kind,
                     'number' AS parent_scheme, :party AS parent_issuer, value ->> 'reference' AS parent_code
              FROM json_each(:more_documents)
              WHERE type = 'object' AND value ->> 'typeCode' IN ('BKG', 'TRD')
                AND coalesce(value ->> 'reference', '') <> ''
                AND coalesce(:retracted, '') NOT IN ('true', '1')
          - needs: [equipment_v3, rail_car]
            select: |
              SELECT 'container' AS child_kind, :equipment_v3 AS child_code, 'wagon' AS parent_kind,
                     :rail_car AS parent_code, 'observed' AS basis
              WHERE :classifier = 'ACT' AND coalesce(:retracted, '') NOT IN ('true', '1')

        facts:
          - needs: [equipment, seals]
            select: |
              SELECT 'container' AS kind, :equipment AS code, 'seal' AS name,
                     coalesce(value ->> 'sealNumber', value ->> 'number') AS value
              FROM json_each(:seals) WHERE type = 'object' AND coalesce(:retracted, '') NOT IN ('true', '1')
          - needs: [equipment, seals_v3]
            select: |
              SELECT 'container' AS kind, :equipment AS code, 'seal' AS name,
                     coalesce(value ->> 'sealNumber', value ->> 'number') AS value
              FROM json_each(:seals_v3) WHERE type = 'object' AND coalesce(:retracted, '') NOT IN ('true', '1')
          - needs: [equipment, equipment_code]
            select: |
              SELECT 'container' AS kind, :equipment AS code, 'equipment_code' AS name, :equipment_code AS value
              WHERE coalesce(:retracted, '') NOT IN ('true', '1')
        """#
}

/// GS1 EPCIS 2.0: documents, query documents, single events, and the query endpoint of its REST binding.
///
/// What was in what comes from aggregations and associations, under which bill from transactions; contexts are passed
/// over, and keys with a prefix are extensions of somebody's. `caravan:` is our own, written by `caravan export`.
enum EPCISProfile {
    static let text = head + common + events + links

    private static let head = #"""
        name: epcis
        title: GS1 EPCIS 2.0 (documents and query endpoint)
        reads: json
        recognise:
          any: [$.epcisBody, $.eventTime, "$[0].eventTime"]
          or:
            - { keys: [eventTime, eventTimeZoneOffset] }
            - { all: [$.eventTime, $.type] }

        ask:
          about: [container, bag, parcel, wagon, vehicle]
          # The interface orders by its own rules; everything about the number comes each time, so nothing is missed that
          # was captured late.
          url: "{base_url}/events?MATCH_anyEPC={epc}&orderBy=recordTime&orderDirection=ASC&perPage=100"
          headers:
            Accept: application/json
            GS1-EPCIS-Version: "2.0"
            GS1-CBV-Version: "2.0"
            GS1-EPC-Format: No_Preference
          batch: 1
          pages: { header: [Link], parameter: nextPageToken }
          rate: 2/s
          answers:
            # A body of RFC 7807 says that the interface was reached and knows no such resource.
            nothing: [{ status: 404, path: $.type }]
            blocked: [{ status: [401, 403] }]
            slow-down: [{ status: [429, 503] }]
        credentials: bearer
        history: whole

        # Who owns and who holds the goods is nobody's news; the lists may name people.
        redact:
          - $.epcisBody.eventList[*].sourceList
          - $.epcisBody.eventList[*].destinationList
          - $.epcisBody.queryResults.resultsBody.eventList[*].sourceList
          - $.epcisBody.queryResults.resultsBody.eventList[*].destinationList
          - $.eventList[*].sourceList
          - $.eventList[*].destinationList
          - $[*].sourceList
          - $[*].destinationList
          - $.sourceList
          - $.destinationList

        each:
          - $.epcisBody.eventList[*]
          - $.epcisBody.queryResults.resultsBody.eventList[*]
          - $.eventList[*]
          - $[*]
          - $

        milestones: {\#(milestones)}

        fields:
          type: $.type
          action: $.action
          event_id: { text: $.eventID }
          at: $.eventTime
          offset: $.eventTimeZoneOffset
          step: { text: $.bizStep }
          disposition: { text: $.disposition }
          parent: { text: $.parentID }
          epcs: { json: $.epcList }
          children: { json: $.childEPCs }
          child_classes: { json: $.childQuantityList }
          transactions: { json: $.bizTransactionList }
          location: { text: [$.readPoint.id, $.readPoint, $.bizLocation.id, $.bizLocation] }
          error: { json: $.errorDeclaration }
          declared_at: $.errorDeclaration.declarationTime
          own_milestone: { text: '$["caravan:milestone"]' }
          own_code: { text: '$["caravan:code"]' }
          own_place: { text: '$["caravan:place"]' }
          own_country: { text: '$["caravan:country"]' }
          own_precision: { text: '$["caravan:precision"]' }
          own_zone: { text: '$["caravan:zone"]' }
          own_load: { text: '$["caravan:load"]' }
          own_basis: { text: '$["caravan:basis"]' }
          own_from: { text: '$["caravan:from"]' }
          own_until: { text: '$["caravan:until"]' }
          own_claim: { text: '$["caravan:claim"]' }

        problems: |
          SELECT 'rejection' AS severity, 'bad-event' AS kind, '$' AS "column", NULL AS value,
                 'an event is a JSON object' AS reason WHERE substr(:item, 1, 1) <> '{'
          UNION ALL
          SELECT 'rejection', 'missing-field', 'epcisBody', NULL, 'the document has no list of events'
          WHERE coalesce(:type, '') LIKE '%EPCIS%Document%'
          UNION ALL
          SELECT 'rejection', 'missing-field', 'type', NULL, 'without type it is not known what happened'
          WHERE substr(:item, 1, 1) = '{' AND :type IS NULL
          UNION ALL
          SELECT 'warning', 'not-followed', 'type', :type, 'events of this type name no single thing that moves on'
          FROM told WHERE told.type IS NULL AND :type IS NOT NULL AND :type NOT LIKE '%EPCIS%Document%'
          UNION ALL
          SELECT 'rejection', 'missing-field', 'action', NULL, 'without action it is not known whether things came together'
          FROM told WHERE told.type IS NOT NULL AND :action IS NULL
          UNION ALL
          SELECT 'rejection', 'bad-field', 'action', :action, 'there are ADD, OBSERVE and DELETE'
          FROM told WHERE told.type IS NOT NULL AND :action NOT IN ('ADD', 'OBSERVE', 'DELETE')
          UNION ALL
          SELECT 'rejection', 'missing-field', 'eventTime', NULL, 'without eventTime the event has no time'
          FROM told WHERE told.type IS NOT NULL AND :at IS NULL
          UNION ALL
          SELECT 'warning', 'no-offset', 'eventTimeZoneOffset', :offset,
                 'an offset such as +08:00 was expected; the local time of the event is a guess'
          FROM told WHERE told.type IS NOT NULL AND told.zone IS NULL
          UNION ALL
          SELECT 'warning', 'no-number', 'epcList', NULL,
                 'the event tells of kinds, amounts or measurements, and names no single thing'
          FROM told WHERE told.type IS NOT NULL AND :epcs IS NULL AND :children IS NULL AND :parent IS NULL
          UNION ALL
          SELECT 'warning', 'no-children', 'childEPCs', NULL,
                 'the error declaration does not repeat what was inside: links that the event made stay'
          FROM told WHERE told.type IN ('AggregationEvent', 'AssociationEvent') AND :error IS NOT NULL
            AND :children IS NULL AND :action <> 'DELETE' AND :child_classes IS NULL

        """#

    /// Table expressions that every SELECT may use.
    private static let common = #"""
        with: |
          told AS (
            SELECT
                   -- A type may be a name, an address, or a list of both.
                   CASE WHEN :type LIKE '%ObjectEvent%' THEN 'ObjectEvent'
                        WHEN :type LIKE '%AggregationEvent%' THEN 'AggregationEvent'
                        WHEN :type LIKE '%TransactionEvent%' THEN 'TransactionEvent'
                        WHEN :type LIKE '%AssociationEvent%' THEN 'AssociationEvent' END AS type,
                   CASE WHEN lower(:step) LIKE 'urn:epcglobal:cbv:bizstep:%' THEN substr(:step, 27)
                        WHEN instr(lower(:step), 'bizstep-') > 0 THEN substr(:step, instr(lower(:step), 'bizstep-') + 8)
                        ELSE :step END AS step,
                   CASE WHEN lower(:disposition) LIKE 'urn:epcglobal:cbv:disp:%' THEN substr(:disposition, 24)
                        WHEN instr(lower(:disposition), 'disp-') > 0
                          THEN substr(:disposition, instr(lower(:disposition), 'disp-') + 5)
                        ELSE :disposition END AS disposition,
                   CASE WHEN :offset GLOB '[+-][0-1][0-9]:[0-5][0-9]' THEN :offset END AS zone,
                   :at GLOB '*[0-9][Zz]' OR :at GLOB '*T*[+-][0-9][0-9]:[0-9][0-9]' AS is_instant,
                   -- A place is where things are, and carries nothing.
                   :parent IS NOT NULL AND lower(:parent) NOT LIKE 'urn:epc:id:sgln:%' AND :parent NOT LIKE '%/414/%'
                     AND lower(:parent) NOT LIKE 'geo:%' AS has_parent,
                   lower(:parent) LIKE 'urn:epc:id:bic:%' OR instr(:parent, ':obj:container:') > 0
                     OR instr(:parent, '/obj/container/') > 0 AS in_container,
                   -- Without a list, everything comes out (EPCIS 2.0 §7.4.3).
                   (:type LIKE '%AggregationEvent%' OR :type LIKE '%AssociationEvent%') AND :action = 'DELETE'
                     AND coalesce(json_array_length(:children), 0) + coalesce(json_array_length(:child_classes), 0) = 0
                     AS is_emptied),
          -- The instant is eventTime's, the clock that people saw is of the other field (EPCIS 2.0 §7.4.1).
          timed AS (
            SELECT told.*,
                   CASE WHEN told.zone IS NOT NULL AND told.is_instant AND julianday(:at) IS NOT NULL
                        THEN strftime('%Y-%m-%dT%H:%M:%f', :at, told.zone)
                             || CASE WHEN coalesce(:own_zone, '') = 'place' THEN '' ELSE told.zone END
                        ELSE :at END AS at
            FROM told),
          -- What happened in the words of the vocabulary; the carrier's own code, and the id by which it may take it back.
          said AS (
            SELECT timed.*,
                   coalesce(:own_code,
                     CASE WHEN step IS NULL THEN type || '.' || :action || coalesce('/' || disposition, '')
                          ELSE CASE WHEN type NOT IN ('AggregationEvent', 'AssociationEvent') THEN ''
                                    WHEN is_emptied THEN 'all '
                                    WHEN :action = 'ADD' AND in_container AND step IN ('packing', 'loading')
                                      THEN 'container ' ELSE '' END
                               || step || coalesce('/' || disposition, '') END) AS raw_code,
                   coalesce(:event_id, 'content|' || at || '|' || type || '|' || :action || '|' || coalesce(step, '') || '|'
                     || coalesce(disposition, '') || '|' || coalesce(:location, '') || '|') AS event,
                   CASE WHEN :event_id IS NULL THEN 1 ELSE 0 END AS by_content,
                   -- Emptied without a step is emptied all the same.
                   CASE WHEN :own_milestone IS NOT NULL THEN :own_milestone
                        WHEN step IS NULL AND is_emptied THEN 'stripped' END AS milestone,
                   CASE WHEN :own_place IS NOT NULL AND instr(:own_place, ':') > 0
                          THEN substr(:own_place, 1, instr(:own_place, ':') - 1)
                        WHEN :own_place IS NOT NULL THEN 'node'
                        WHEN lower(:location) GLOB '*unlocode*[a-z][a-z][a-z][a-z0-9][a-z0-9]' THEN 'unlocode'
                        ELSE 'uri' END AS place_scheme,
                   CASE WHEN :own_place IS NOT NULL AND instr(:own_place, ':') > 0
                          THEN substr(:own_place, instr(:own_place, ':') + 1)
                        WHEN :own_place IS NOT NULL THEN :own_place
                        WHEN lower(:location) GLOB '*unlocode*[a-z][a-z][a-z][a-z0-9][a-z0-9]' THEN substr(:location, -5)
                        ELSE :location END AS place
            FROM timed WHERE type IS NOT NULL),
          -- Whom the event is about: the parent of what came together or apart, or else each thing.
          about AS (
            SELECT :parent AS epc FROM told
            WHERE type IN ('AggregationEvent', 'AssociationEvent', 'TransactionEvent') AND has_parent
            UNION
            SELECT value FROM json_each(coalesce(:epcs, '[]')), told
            WHERE json_each.type = 'text' AND told.type IN ('ObjectEvent', 'TransactionEvent')
            UNION
            SELECT value FROM json_each(coalesce(:children, '[]')), told
            WHERE json_each.type = 'text' AND told.type IN ('AggregationEvent', 'AssociationEvent') AND NOT has_parent),
          document AS (
            SELECT CASE WHEN lower(value ->> 'type') LIKE 'urn:epcglobal:cbv:btt:%' THEN substr(value ->> 'type', 23)
                        WHEN instr(lower(value ->> 'type'), 'btt-') > 0
                          THEN substr(value ->> 'type', instr(lower(value ->> 'type'), 'btt-') + 4)
                        ELSE value ->> 'type' END AS type,
                   value ->> 'bizTransaction' AS uri
            FROM json_each(coalesce(:transactions, '[]'))
            WHERE json_each.type = 'object' AND coalesce(value ->> 'bizTransaction', '') <> '')

        mentions: |
          SELECT NULL AS kind, 'epc' AS scheme, :parent AS code WHERE :parent IS NOT NULL
          UNION SELECT NULL, 'epc', value FROM json_each(coalesce(:epcs, '[]')) WHERE type = 'text'
          UNION SELECT NULL, 'epc', value FROM json_each(coalesce(:children, '[]')) WHERE type = 'text'

        """#

    private static let events = #"""
        events:
          - lacks: [error, own_basis]
            select: |
              SELECT NULL AS kind, 'epc' AS scheme, NULL AS issuer, about.epc AS code,
                     event || CASE by_content WHEN 1 THEN about.epc ELSE '' END AS source_id, raw_code, milestone,
                     'actual' AS classifier, at,
                     CASE WHEN coalesce(:own_zone, '') <> 'place' THEN zone END AS zone,
                     CASE WHEN :own_zone = 'assumed' THEN 'doubtful' END AS "offset", :own_precision AS "precision",
                     place_scheme, place, :own_country AS country,
                     coalesce(:own_load, CASE WHEN is_emptied AND :own_milestone IS NULL THEN 'empty' END) AS load
              FROM said, about
              -- That a part was taken out is told by the links that end,
              -- and a paper that names a thing moves nothing.
              WHERE NOT (type = 'TransactionEvent' AND step IS NULL AND disposition IS NULL)
                AND NOT (type IN ('AggregationEvent', 'AssociationEvent') AND :action = 'DELETE'
                         AND NOT is_emptied AND step IN ('unpacking', 'unloading', 'removing'))
          # An error declaration is the same event once more, with the same id; an id is enough to find it by.
          - needs: [error]
            select: |
              SELECT NULL AS kind, 'epc' AS scheme, NULL AS issuer, NULL AS code, event AS source_id, raw_code, '1' AS retracted,
                     coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', :declared_at), :declared_at) AS version, at
              FROM said WHERE by_content = 0
              UNION ALL
              SELECT NULL, 'epc', NULL, about.epc, event || about.epc, raw_code, '1',
                     coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', :declared_at), :declared_at), at
              FROM said, about WHERE by_content = 1

        """#

    private static let links = #"""
        links:
          - needs: [children, parent]
            lacks: [own_basis]
            select: |
              SELECT NULL AS child_kind, 'epc' AS child_scheme, j.value AS child_code, NULL AS parent_kind,
                     'epc' AS parent_scheme, :parent AS parent_code,
                     CASE WHEN :action <> 'DELETE' THEN at END AS "from",
                     CASE WHEN :action = 'DELETE' THEN at END AS until, 'observed' AS basis, event AS source_id,
                     CASE WHEN :error IS NOT NULL THEN '1' END AS retracted
              FROM said, json_each(:children) AS j WHERE j.type = 'text' AND has_parent
          # What our own export wrote: the claim with its own times and what it rests on. A person's word elsewhere is a
          # paper here.
          - needs: [children, parent, own_basis]
            select: |
              SELECT NULL AS child_kind, 'epc' AS child_scheme, j.value AS child_code, NULL AS parent_kind,
                     'epc' AS parent_scheme, :parent AS parent_code, :own_from AS "from", :own_until AS until,
                     CASE :own_basis WHEN 'paper' THEN NULL WHEN 'by-hand' THEN 'declared' ELSE :own_basis END AS basis,
                     coalesce(:own_claim, event) AS source_id, CASE WHEN :error IS NOT NULL THEN '1' END AS retracted
              FROM said, json_each(:children) AS j WHERE j.type = 'text'
          - needs: [transactions, epcs, own_basis]
            select: |
              SELECT NULL AS child_kind, 'epc' AS child_scheme, j.value AS child_code, 'consignment' AS parent_kind,
                     'epc' AS parent_scheme, document.uri AS parent_code, :own_from AS "from", :own_until AS until,
                     CASE :own_basis WHEN 'paper' THEN NULL WHEN 'by-hand' THEN 'declared' ELSE :own_basis END AS basis,
                     coalesce(:own_claim, event) AS source_id, CASE WHEN :error IS NOT NULL THEN '1' END AS retracted
              FROM said, document, json_each(:epcs) AS j
              WHERE j.type = 'text'
          # Under which bill something goes: from a transaction's time on, or with no time where a bill is only named.
          - needs: [transactions]
            lacks: [own_basis]
            select: |
              SELECT NULL AS child_kind, 'epc' AS child_scheme, about.epc AS child_code, 'consignment' AS parent_kind,
                     CASE WHEN lower(uri) LIKE 'urn:epcglobal:cbv:bt:%:%' THEN 'number' ELSE 'epc' END AS parent_scheme,
                     CASE WHEN lower(uri) LIKE 'urn:epcglobal:cbv:bt:%:%'
                          THEN substr(uri, 22, instr(substr(uri, 22), ':') - 1) END AS parent_issuer,
                     CASE WHEN lower(uri) LIKE 'urn:epcglobal:cbv:bt:%:%'
                          THEN substr(uri, 22 + instr(substr(uri, 22), ':')) ELSE uri END AS parent_code,
                     CASE WHEN said.type = 'TransactionEvent' AND :action <> 'DELETE' THEN at END AS "from",
                     CASE WHEN said.type = 'TransactionEvent' AND :action = 'DELETE' THEN at END AS until,
                     'declared' AS basis, event AS source_id, CASE WHEN :error IS NOT NULL THEN '1' END AS retracted
              FROM said, about, document WHERE document.type = 'bol'

        facts:
          - needs: [transactions]
            lacks: [error, own_basis]
            select: |
              SELECT NULL AS kind, 'epc' AS scheme, about.epc AS code, coalesce(document.type, 'document') AS name,
                     document.uri AS value
              FROM said, about, document WHERE coalesce(document.type, '') <> 'bol'
        """#
}

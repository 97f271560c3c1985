/// DHL Parcel DE Tracking, version 0: XML in which everything stands in attributes. Read as a document.
enum DHLParcelDEProfile {
    static let text = #"""
        name: dhl-parcel-de
        title: DHL Parcel DE Tracking 0 (XML document)
        reads: xml
        recognise: { roots: [data], keys: ["@request-id", "@code", "@name"] }
        # Times are those of the clock on the wall, without a zone.
        zone: Europe/Berlin

        # The last is an answer that has no event: it says why.
        each: ["$.data[*].data[*].data[*]", $]

        # Names and addresses of recipient and shipper, signatures and routing codes are not among these.
        keep: ["@name", "@code", "@error", "@error-status", "@request-id", "@piece-code", "@searched-piece-code",
               "@event-timestamp", "@event-status", "@event-short-status", "@event-location", "@event-country",
               "@standard-event-code", "@ice", "@ric", "@ruecksendung", "@dest-country", "@origin-country",
               "@product-code", "@shipment-weight", "@international-flag", "@delivery-event-flag"]

        milestones:
          ES: accepted
          AE: accepted
          AA: sorted
          EE: sorted
          PO: out-for-delivery
          ZU: delivered
          # On its way back, and back with its sender: nothing that a recipient has got.
          "return.ZU": returned
          "return.*": returning
        quantities: [weight_kg]

        with: |
          m AS (
            SELECT :head ->> '$.data[0].@piece-code' AS piece, :head ->> '$.data[0].@dest-country' AS destination,
                   coalesce(:item ->> '$.@ruecksendung', 'false') = 'true' AS is_return,
                   nullif(:item ->> '$.@standard-event-code', '') AS code,
                   nullif(:item ->> '$.@event-timestamp', '') AS at,
                   CASE WHEN :item ->> '$.@event-country' IN ('Germany', 'Deutschland', 'DE') THEN 'DE' END AS country)

        problems: |
          SELECT 'warning' AS severity, 'nothing-known' AS kind, '@code' AS "column", :head ->> '$.@code' AS value,
                 'DHL knows nothing of the number yet, or no longer: ' || coalesce(:head ->> '$.@error', '') AS reason
          WHERE :head ->> '$.@code' = '100'
          UNION ALL
          SELECT 'rejection', 'carrier-error', '@code', :head ->> '$.@code',
                 'DHL could not answer: ' || coalesce(nullif(:head ->> '$.@error', ''), 'no reason is given')
          WHERE NOT coalesce(:head ->> '$.@code', '') IN ('0', '100')

        events: |
          SELECT 'parcel' AS kind, NULL AS scheme, piece AS code,
                 CASE WHEN is_return THEN 'return.' ELSE '' END || coalesce(code, '') AS raw_code, at,
                 'name' AS place_scheme, nullif(:item ->> '$.@event-location', '') AS place, country,
                 coalesce(nullif(:item ->> '$.@event-short-status', ''), :item ->> '$.@event-status') AS text
          FROM m WHERE coalesce(code, '') <> '' OR at IS NOT NULL

        facts: |
          SELECT 'parcel' AS kind, piece AS code, 'country' AS name, destination AS value
          FROM m WHERE length(destination) = 2 AND piece IS NOT NULL AND coalesce(:item ->> '#index', 0) = 0
          UNION ALL
          SELECT 'parcel', piece, 'weight_kg', :head ->> '$.data[0].@shipment-weight'
          FROM m WHERE piece IS NOT NULL AND :head ->> '$.data[0].@shipment-weight' > 0
            AND coalesce(:item ->> '#index', 0) = 0
        """#
}

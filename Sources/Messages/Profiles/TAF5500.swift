/// The values of a TAF sector message 5500 (WagonPerformance) as JSON, as fleet keepers' tools hand them on.
enum TAF5500Profile {
    static let text = #"""
        name: taf-5500
        title: Wagon performance, the values of TAF message 5500 as JSON
        reads: json
        recognise: { keys: [WagonNumberFreight, ReportingPeriodSection] }
        each: $
        quantities: [mileage_km]

        problems: |
          SELECT 'rejection' AS severity, 'no-wagon' AS kind, 'WagonNumberFreight' AS "column", NULL AS value,
                 'the wagon has no number' AS reason
          WHERE coalesce(:item ->> '$.WagonNumberFreight', '') = ''
          UNION ALL
          SELECT 'warning', 'no-mileage', 'ReportingPeriodSection', NULL,
                 'no section of the period tells how far the wagon ran'
          WHERE NOT EXISTS (SELECT 1 FROM json_each(:item, '$.ReportingPeriodSection')
                            WHERE type = 'object' AND value ->> '$.WagonMileage' IS NOT NULL)

        # How far the wagon ran in the period, and which period that was; it says nothing of where.
        facts: |
          WITH section AS (
            SELECT value ->> '$.start' AS start, value ->> '$.end' AS until, value ->> '$.WagonMileage' AS mileage
            FROM json_each(:item, '$.ReportingPeriodSection') WHERE type = 'object'),
          stated(name, value, unit) AS (
            SELECT 'mileage_km', CAST(sum(CAST(mileage AS NUMERIC)) AS TEXT), 'km' FROM section
            WHERE mileage IS NOT NULL HAVING count(*) > 0
            UNION ALL SELECT 'mileage_from', min(start), NULL FROM section
            UNION ALL SELECT 'mileage_until', max(until), NULL FROM section)
          SELECT 'wagon' AS kind, :item ->> '$.WagonNumberFreight' AS code, name, value, unit
          FROM stated WHERE value IS NOT NULL
        """#
}

/// UN/EDIFACT IFTSTA, directories D.95A to D.16A: what carriers report of containers and parcels.
enum IFTSTAProfile {
    static let text = reading + meaning + claims

    private static let reading = #"""
        name: iftsta
        title: UN/EDIFACT IFTSTA D.95A to D.16A
        reads: edifact
        recognise: { roots: [IFTSTA] }

        # A group is called by the segment that begins it. A segment belongs to the innermost open group that lists it.
        groups: [BGM, DTM, TSR, FTX, LOC, CNT,
                 NAD: [CTA, COM], RFF: [DTM], EQD: [MEA, DIM, SEL, TPL, TMD],
                 CNI: [LOC, CNT, RFF, DTM, NAD, FTX, MEA,
                       STS: [RFF, DTM, DOC, FTX, NAD, CTA, COM, LOC, PCI, GIN, MEA,
                             TDT: [DTM, RFF, LOC: [DTM]],
                             EQD: [MEA, DIM, SEL, RFF, TPL, TMD],
                             GID: [HAN, SGP, DGS, FTX, MEA, DIM, RFF, PCI, GIN]]]]
        # What the SELECTs see: the segment that begins a group stands under its tag, `:item ->> '$.STS[1][0]'` is the
        # first component of its second element; other segments are lists, `'$.DTM[0][0][1]'`, and so are the groups
        # inside, `'$.TDT[0].LOC[0].DTM[0][0][0]'`. What is empty is null. `:head` is the message with `UNB` and `UNG`
        # around it, `'$.BGM[0][0][0]'`, and the groups on the way, each alone, `'$.CNI[0].CNI[1][0]'`.
        each: $.CNI[*].STS[*]

        # Names, streets, towns and postcodes of parties (their numbers and countries stay), persons to talk to and
        # free texts. `TAG.element.component`, counted from 0 behind the tag.
        redact: [NAD.2, NAD.3, NAD.4, NAD.5, NAD.6, NAD.7, CTA.1, COM.0.0, FTX.3]

        milestones:
          # UN/ECE Recommendation 24, which the directories name for transport status (element 4405). Customs' release
          # (12) is not among these: it may be that for export or for import.
          "6.1": arrived
          "6.13": accepted
          "6.18": damaged
          "6.21": delivered
          "6.22": delivered
          "6.23": delivery-failed
          "6.24": departed
          "6.26": discharged
          "6.27": dispatched
          "6.28": stripped
          "6.29": discharged
          "6.31": position
          "6.40": arrived
          # Codes of ANSI X12 that ocean carriers use under agency 22.
          "22.I": gated-in
          "22.OA": gated-out
          "22.AE": loaded
          "22.AL": loaded
          "22.UV": discharged
          "22.UR": discharged
          "22.VD": departed
          "22.RL": departed
          "22.VA": arrived
          "22.AR": arrived
          # What the text says, where the code is a carrier's own.
          "rail departed*": departed
          "departed*": departed
          "rail arrived*": arrived
          "arrived*": arrived
          "loaded*": loaded
          "discharged*": discharged
          "gated in*": gated-in
          "gated out*": gated-out
          "stuffed*": stuffed
          "stripped*": stripped
          "out for delivery*": out-for-delivery
          "at post office*": ready-for-pickup
          "delivered*": delivered
          # The timetable of a transport.
          ETA: arrived
          ATA: arrived
          ETD: departed
          ATD: departed

        """#

    private static let meaning = #"""
        # s: the status. worded: how texts begin that carriers cut at 35 characters; a text of another kind stays
        # unmapped, and so does one that says not, estimated, failed. said: the pairs of agency and code in it are those
        # that `milestones` has. Every UNION without ALL, and every table that is looked up in, would be built anew for
        # each item; what comes out twice is taken once.
        with: |
          s AS (
            SELECT :item ->> '$.STS[0][0]' AS category, :item ->> '$.STS[1][0]' AS code,
                   coalesce(:item ->> '$.STS[1][2]',
                            CASE WHEN :item ->> '$.STS[1][0]' NOT GLOB '*[^0-9]*'
                                   AND coalesce(:item ->> '$.STS[0][0]', '1') = '1' THEN '6' END, '') AS agency,
                   :item ->> '$.STS[1][3]' AS text, lower(coalesce(:item ->> '$.STS[1][3]', '')) AS lowered,
                   coalesce(:head ->> '$.BGM[0][0][0]', '') AS document, :head ->> '$.BGM[0][2][0]' AS function,
                   :item ->> '$.STS' IS NOT NULL AS told,
                   coalesce(:head ->> '$.BGM[0][0][0]', '') GLOB 'Z[0-9]*' OR :item ->> '$.STS[0][0]' = '7'
                     OR :item ->> '$.STS[0][0]' GLOB 'Z*'
                     OR EXISTS (SELECT 1 FROM json_each(:head, '$.NAD') AS n
                                WHERE n.value ->> '$.NAD[1][2]' IN ('293', '332')) AS is_energy),
          worded(rank, pattern, word) AS (VALUES
            (1, 'rail departed%', 'rail departed'), (1, 'rail departure%', 'rail departed'),
            (1, 'departed%', 'departed'), (1, 'train departed%', 'rail departed'), (1, 'vessel departed%', 'departed'),
            (1, 'truck departed%', 'departed'), (1, 'arrived at post office%', 'at post office'),
            (1, 'rail arrived%', 'rail arrived'), (1, 'rail arrival%', 'rail arrived'),
            (1, 'train arrived%', 'rail arrived'), (1, 'vessel arrived%', 'arrived'), (1, 'vessel arrival%', 'arrived'),
            (2, 'arrived%', 'arrived'), (1, 'loaded on%', 'loaded'), (1, 'rail loaded%', 'loaded'),
            (1, 'unloaded from%', 'discharged'), (1, 'rail unloaded%', 'discharged'), (1, 'discharged%', 'discharged'),
            (1, 'gate in%', 'gated in'), (1, 'gate-in%', 'gated in'), (1, 'gated in%', 'gated in'),
            (1, 'ingate%', 'gated in'), (1, 'in-gate%', 'gated in'), (1, 'empty%return%', 'gated in'),
            (1, 'gate out%', 'gated out'), (1, 'gate-out%', 'gated out'), (1, 'gated out%', 'gated out'),
            (1, 'outgate%', 'gated out'), (1, 'out-gate%', 'gated out'), (1, 'empty%gate%out%', 'gated out'),
            (1, 'stuffed%', 'stuffed'), (1, 'container stuffed%', 'stuffed'), (1, 'stripped%', 'stripped'),
            (1, 'unstuffed%', 'stripped'), (1, 'container stripped%', 'stripped'),
            (1, 'out for delivery%', 'out for delivery'), (1, 'delivered', 'delivered'),
            (1, 'delivered to consignee%', 'delivered'), (1, 'delivered to recipient%', 'delivered'),
            (1, 'delivered to receiver%', 'delivered')),
          said AS (
            SELECT s.*, CASE WHEN instr('|6.1|6.13|6.18|6.21|6.22|6.23|6.24|6.26|6.27|6.28|6.29|6.31|6.40|'
                                     || '22.I|22.OA|22.AE|22.AL|22.UV|22.UR|22.VD|22.RL|22.VA|22.AR|',
                                   '|' || agency || '.' || code || '|') > 0 THEN agency || '.' || code
                          ELSE coalesce(
                            (SELECT word FROM worded WHERE lowered LIKE pattern
                               AND NOT (lowered LIKE '%not %' OR lowered LIKE '%estimat%' OR lowered LIKE '%expect%'
                                        OR lowered LIKE '%schedul%' OR lowered LIKE '%plan%' OR lowered LIKE '%cancel%'
                                        OR lowered LIKE '%attempt%' OR lowered LIKE '%fail%' OR lowered LIKE '%delay%')
                             ORDER BY rank LIMIT 1) || ' (' || agency || '.' || coalesce(code, '') || ')',
                            agency || '.' || code, text, 'STS') END AS raw_code
            FROM s),
          -- The parts of a date by its format (element 2379), or by its shape where there is none.
          dated(origin, qualifier, value, format) AS MATERIALIZED (
            SELECT -1, d.value ->> '$[0][0]', d.value ->> '$[0][1]', d.value ->> '$[0][2]'
            FROM json_each(:item, '$.DTM') AS d
            UNION ALL
            SELECT t.key * 1000 + l.key, d.value ->> '$[0][0]', d.value ->> '$[0][1]', d.value ->> '$[0][2]'
            FROM json_each(:item, '$.TDT') AS t, json_each(t.value, '$.LOC') AS l, json_each(l.value, '$.DTM') AS d),
          parted AS (
            SELECT origin, qualifier, value, format,
                   CASE WHEN format IN ('303', '205') THEN 12 WHEN format IN ('304', '208') THEN 14
                        WHEN format IS NULL AND substr(value, 13, 1) IN ('+', '-', 'Z') THEN 12
                        WHEN format IS NULL AND substr(value, 15, 1) IN ('+', '-', 'Z') THEN 14
                        ELSE length(value) END AS digits
            FROM dated),
          timed AS (
            SELECT origin, qualifier, value,
                   CASE WHEN format IN ('101', '201', '202') THEN '20' || value
                        WHEN format = '2' THEN '20' || substr(value, 5, 2) || substr(value, 3, 2) || substr(value, 1, 2)
                        ELSE substr(value, 1, digits) END AS at,
                   nullif(trim(substr(value, digits + 1)), '') AS zone,
                   coalesce(format IN ('2', '101', '102', '201', '202', '203', '204', '205', '208', '303', '304'), 1)
                     AS known
            FROM parted),
          clocked AS (
            SELECT *, zone IS NULL OR zone GLOB '[+-][0-9]*' OR upper(zone) IN ('Z', 'UTC', 'GMT') AS telling,
                   known AND at NOT GLOB '*[^0-9]*' AND length(at) IN (8, 12, 14) AND substr(at, 5, 2) BETWEEN '01'
                     AND '12' AND substr(at, 7, 2) BETWEEN '01' AND '31' AS right
            FROM timed),
          -- When the status was reached; what only is expected is no more than that.
          moment AS MATERIALIZED (
            SELECT at, CASE WHEN telling THEN zone END AS zone,
                   CASE WHEN qualifier IN ('132', '133', '17') THEN 'estimated' ELSE 'actual' END AS classifier
            FROM clocked WHERE origin = -1 AND instr('|334|78|7|178|186|35|132|133|17|', '|' || qualifier || '|') > 0
            ORDER BY NOT right, instr('|334|78|7|178|186|35|132|133|17|', '|' || qualifier || '|') LIMIT 1),
          -- Places: that of the status first, then those of the transport's timetable.
          located(origin, qualifier, code, list, name, related) AS (
            SELECT -1, l.value ->> '$[0][0]', replace(l.value ->> '$[1][0]', ' ', ''), l.value ->> '$[1][1]',
                   l.value ->> '$[1][3]', l.value ->> '$[2][0]'
            FROM json_each(:item, '$.LOC') AS l
            UNION ALL
            SELECT t.key * 1000 + l.key, l.value ->> '$.LOC[0][0]', replace(l.value ->> '$.LOC[1][0]', ' ', ''),
                   l.value ->> '$.LOC[1][1]', l.value ->> '$.LOC[1][3]', l.value ->> '$.LOC[2][0]'
            FROM json_each(:item, '$.TDT') AS t, json_each(t.value, '$.LOC') AS l),
          placed AS (
            SELECT origin, qualifier,
                   CASE WHEN is_locode THEN 'unlocode' WHEN is_station THEN NULL ELSE 'name' END AS scheme,
                   CASE WHEN is_locode OR is_station THEN code
                        ELSE coalesce(name, CASE WHEN coalesce(list, '') <> '16' THEN code END) END AS place,
                   coalesce(CASE WHEN related GLOB '[A-Z][A-Z]' THEN related END,
                            CASE WHEN is_locode THEN substr(code, 1, 2) END) AS country
            FROM (SELECT *, coalesce(list, '') <> '16' AND code GLOB '[A-Z][A-Z][A-Z0-9][A-Z0-9][A-Z0-9]' AS is_locode,
                         coalesce(list, '') <> '16' AND length(code) IN (5, 6) AND code NOT GLOB '*[^0-9]*' AS is_station
                  FROM located)),
          here AS (
            SELECT scheme, place, country FROM placed WHERE origin = -1
            ORDER BY CASE qualifier WHEN '175' THEN 1 WHEN '14' THEN 2 WHEN '1' THEN 3 ELSE 4 END LIMIT 1),
          -- The container is that of the status. Where a header names another one, the header is wrong.
          equipped(kind, code, iso, fill, seals) AS (
            SELECT g.value ->> '$.EQD[0][0]', g.value ->> '$.EQD[1][0]', g.value ->> '$.EQD[2][0]',
                   g.value ->> '$.EQD[5][0]', g.value -> '$.SEL'
            FROM json_each(coalesce(:item -> '$.EQD', :head -> '$.EQD')) AS g),
          box AS (
            SELECT code, iso, fill, seals FROM equipped WHERE kind IN ('CN', 'SW') AND code IS NOT NULL
            UNION ALL
            SELECT r.value ->> '$[0][1]', NULL, NULL, NULL FROM json_each(:item, '$.RFF') AS r
            WHERE r.value ->> '$[0][0]' = 'EQ' AND r.value ->> '$[0][1]' IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM equipped WHERE kind IN ('CN', 'SW') AND code IS NOT NULL)),
          marked(segment) AS (
            SELECT value FROM json_each(:item, '$.PCI')
            UNION ALL SELECT p.value FROM json_each(:item, '$.GID') AS g, json_each(g.value, '$.PCI') AS p),
          numbered(segment) AS (
            SELECT value FROM json_each(:item, '$.GIN')
            UNION ALL SELECT n.value FROM json_each(:item, '$.GID') AS g, json_each(g.value, '$.GIN') AS n),
          -- Marks of packages (PCI 30 and 33E: SSCC), their numbers (GIN) and the package number (RFF+CW). Beside a
          -- container they are its pallets, of which nothing is told here.
          piece(code) AS (
            SELECT m.value FROM marked, json_each(segment, '$[1]') AS m
            WHERE segment ->> '$[0][0]' IN ('30', '33E') AND m.value IS NOT NULL
            UNION ALL
            SELECT e.value ->> '$[0]' FROM numbered, json_each(segment) AS e
            WHERE e.key > 0 AND segment ->> '$[0][0]' IN ('BJ', 'AW', 'ML') AND e.value ->> '$[0]' IS NOT NULL
            UNION ALL
            SELECT r.value ->> '$[0][1]' FROM json_each(:item, '$.RFF') AS r
            WHERE r.value ->> '$[0][0]' = 'CW' AND r.value ->> '$[0][1]' IS NOT NULL),
          parcel(code) AS (SELECT code FROM piece WHERE NOT EXISTS (SELECT 1 FROM box)),
          referred(own, qualifier, number) AS (
            SELECT 1, value ->> '$[0][0]', value ->> '$[0][1]' FROM json_each(:item, '$.RFF')
            UNION ALL SELECT 1, value ->> '$[0][0]', value ->> '$[0][1]' FROM json_each(:head, '$.CNI[0].RFF')
            UNION ALL SELECT 0, value ->> '$.RFF[0][0]', value ->> '$.RFF[0][1]' FROM json_each(:head, '$.RFF')),
          document(own, number) AS (
            SELECT own, number FROM referred
            WHERE qualifier IN ('BN', 'BM', 'MB', 'BH', 'HWB', 'MWB', 'AAM', 'AAS', 'UCN') AND number IS NOT NULL),
          bill(code) AS (
            SELECT :head ->> '$.CNI[0].CNI[1][0]' WHERE :head ->> '$.CNI[0].CNI[1][0]' IS NOT NULL
            UNION ALL SELECT number FROM document WHERE own = (SELECT max(own) FROM document)),
          subject(kind, scheme, code, fill) AS (
            SELECT 'container', NULL, code, fill FROM box
            UNION ALL SELECT 'parcel', NULL, code, NULL FROM parcel
            UNION ALL SELECT 'consignment', 'number', code, NULL FROM bill
            WHERE NOT EXISTS (SELECT 1 FROM box) AND NOT EXISTS (SELECT 1 FROM parcel)),
          -- By rail, and by whose.
          railway(name) AS (
            SELECT coalesce(t.value ->> '$.TDT[7][3]', t.value ->> '$.TDT[4][3]', t.value ->> '$.TDT[4][0]')
            FROM json_each(:item, '$.TDT') AS t WHERE t.value ->> '$.TDT[2][0]' = '2' LIMIT 1)

        """#
}

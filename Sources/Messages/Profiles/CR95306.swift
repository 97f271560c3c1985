/// What users of China Railway's freight portal 95306.cn export from it: rows of waybills, the track of one waybill,
/// and positions of block trains. The portal has no interface for programs and is never asked.
enum CR95306Profile {
    static let text = #"""
        name: cr-95306
        title: China Railway 95306 (exported waybills, tracks and block train positions)
        reads: json
        zone: Asia/Shanghai
        about: [consignment, container, wagon]
        recognise:
          any: ["$.data.gj", "$.gj", "$.data.yjddsj"]
          or:
            - { keys: [ydid, hph] }
            - { keys: [hph, fzhzzm] }
            - { keys: [hph, fccc] }
            - { keys: [itemNo, trainId, eventStation] }
            - { keys: [itemNo, carNo, arrDepId] }

        # Senders, receivers, their telephones and who clicked are nobody's business here.
        redact:
          - each: ["$[*]", "$.data[*]", "$.data.rows[*]", "$.data.list[*]", "$.data.records[*]", "$.data.data[*]",
                   "$.data.content[*]", "$.rows[*]", "$.list[*]", "$.records[*]", "$.result[*]", "$.data.result[*]"]
            look: [$]
            words: ["\""]
            paths: [$.fhrmc, $.shrmc, $.fhrjbr, $.shrjbr, $.fhrjbrsj, $.shrjbrsj, $.fhrdz, $.shrdz, $.tyrmc, $.tyrjbr,
                    $.tyrjbrsj, $.tyrdz, $.tyrdh, $.shrdh, $.fhrdh, $.lxr, $.lxdh, $.sjh, $.sfzh]

        each: ["$.data.gj[*]", "$.gj[*]", "$.data.rows[*]", "$.data.list[*]", "$.data.records[*]", "$.data.data[*]",
               "$.data.content[*]", "$.data.result[*]", "$.data[*]", "$.rows[*]", "$.list[*]", "$.records[*]",
               "$.result[*]", "$[*]"]

        milestones:
          row.loaded: loaded
          row.departed: departed
          row.arrived: arrived
          row.discharged: discharged
          货物已装车完毕: loaded
          货物已卸车完毕: discharged
          货物已承运: accepted
          货物已受理: announced
          列车已发车: departed
          列车已出发: departed
          列车已到达: arrived
          货物已到达: arrived
          货物已交付: delivered
          已交付: delivered
          train.D: departed
          train.A: arrived
          expected-arrival: arrived

        with: |
          f AS (
            SELECT nullif(trim(coalesce(:item ->> '$.hph', '')), '') AS hph,
                   nullif(trim(coalesce(:item ->> '$.ydid', :head ->> '$.data.ydid', :head ->> '$.ydid', '')), '') AS ydid,
                   nullif(trim(coalesce(:item ->> '$.xh', '')), '') AS boxes,
                   nullif(trim(coalesce(:item ->> '$.ch', :item ->> '$.carNo', '')), '') AS ch,
                   upper(replace(trim(coalesce(:item ->> '$.fccc', '')), '次', '')) AS fccc,
                   nullif(trim(coalesce(:item ->> '$.fcsj', '')), '') AS fcsj,
                   upper(replace(trim(coalesce(:item ->> '$.dzcc', '')), '次', '')) AS dzcc,
                   nullif(trim(coalesce(:item ->> '$.dzsj', '')), '') AS dzsj,
                   nullif(trim(coalesce(:item ->> '$.zcwbsj', '')), '') AS zcwbsj,
                   nullif(trim(coalesce(:item ->> '$.xcwbsj', '')), '') AS xcwbsj,
                   nullif(:item ->> '$.fzhzzm', '') AS origin, nullif(:item ->> '$.dzhzzm', '') AS destination,
                   nullif(:item ->> '$.dztmism', '') AS destination_code,
                   nullif(:item ->> '$.fztmism', '') AS origin_code,
                   json_type(:item, '$.message') IS 'text' AS is_track,
                   json_type(:item, '$.eventStation') IS 'text' OR json_type(:item, '$.arrDepId') IS 'text' AS is_train),
          -- Two containers on one wagon stand in one cell.
          box(code) AS (
            SELECT nullif(trim(b.value), '') FROM f, json_each('["' || replace(replace(replace(replace(replace(
              replace(boxes, '\', ''), '"', ''), '，', ','), '、', ','), ';', ','), ',', '","') || '"]') AS b
            WHERE boxes IS NOT NULL),
          wagon(code) AS (SELECT ch FROM f WHERE ch IS NOT NULL),
          -- A number of a block train with its day is a train; the number of another train runs every day.
          run(code) AS (
            SELECT fccc || '@' || substr(fcsj, 1, 10) FROM f
            WHERE fccc GLOB 'X[89][0-9][0-9][0-9]' AND fcsj GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
          -- What an event of the row is about: the containers, or else the wagon, or else the waybill.
          moved(kind, scheme, code) AS (
            SELECT 'container', NULL, code FROM box WHERE code IS NOT NULL
            UNION ALL
            SELECT 'wagon', NULL, code FROM wagon
            WHERE NOT EXISTS (SELECT 1 FROM box)
            UNION ALL
            SELECT 'consignment', 'cr-waybill', hph FROM f
            WHERE hph IS NOT NULL AND NOT EXISTS (SELECT 1 FROM box) AND NOT EXISTS (SELECT 1 FROM wagon))

        problems: |
          SELECT 'rejection' AS severity, 'no-subject' AS kind, 'ydid' AS "column", NULL AS value,
                 'the track does not say which waybill it is of: name it with --about WAYBILL' AS reason
          FROM f WHERE is_track AND hph IS NULL AND ydid IS NULL AND boxes IS NULL AND json_array_length(:asked) = 0
          UNION ALL
          SELECT 'rejection', 'no-subject', 'hph', NULL, 'the row names neither a waybill, a container nor a wagon'
          FROM f WHERE NOT is_track AND coalesce(hph, boxes, ch) IS NULL
          UNION ALL
          SELECT 'warning', 'no-train-number', 'fccc', fccc,
                 'this is no number of a block train (X8 or X9 and three digits); it is kept and makes no train'
          FROM f WHERE fccc <> '' AND NOT fccc GLOB 'X[89][0-9][0-9][0-9]'

        events:
          # Rows of waybills.
          - |
            SELECT m.kind, m.scheme, m.code, w.raw_code, 'actual' AS classifier, w.at, w.place_scheme, w.place,
                   'CN' AS country
            FROM moved AS m, f, (
              SELECT 'row.loaded' AS raw_code, zcwbsj AS at, CASE WHEN origin_code IS NULL THEN 'name' ELSE 'tmis' END
                       AS place_scheme, coalesce(origin_code, origin) AS place FROM f
              UNION ALL SELECT 'row.departed', fcsj, CASE WHEN origin_code IS NULL THEN 'name' ELSE 'tmis' END,
                               coalesce(origin_code, origin) FROM f
              UNION ALL SELECT 'row.arrived', dzsj, CASE WHEN destination_code IS NULL THEN 'name' ELSE 'tmis' END,
                               coalesce(destination_code, destination) FROM f
              UNION ALL SELECT 'row.discharged', xcwbsj, CASE WHEN destination_code IS NULL THEN 'name' ELSE 'tmis' END,
                               coalesce(destination_code, destination) FROM f) AS w
            WHERE NOT f.is_track AND NOT f.is_train AND w.at IS NOT NULL
          # The train of a row departed with it.
          - |
            SELECT 'train' AS kind, 'train' AS scheme, run.code, 'row.departed' AS raw_code, 'actual' AS classifier,
                   fcsj AS at, CASE WHEN origin_code IS NULL THEN 'name' ELSE 'tmis' END AS place_scheme,
                   coalesce(origin_code, origin) AS place, 'CN' AS country
            FROM run, f WHERE NOT is_track AND NOT is_train
          # Tracks of one waybill; a sentence that is not in the table stays as it came.
          - |
            SELECT CASE WHEN s.code IS NOT NULL THEN 'consignment' END AS kind,
                   CASE WHEN s.code IS NOT NULL THEN 'cr-waybill' END AS scheme, s.code,
                   rtrim(trim(:item ->> '$.message'), '。.！! ') AS raw_code, 'actual' AS classifier,
                   :item ->> '$.detail' AS at,
                   CASE WHEN coalesce(:item ->> '$.tmism', '') <> '' THEN 'tmis' ELSE 'name' END AS place_scheme,
                   coalesce(nullif(:item ->> '$.tmism', ''), nullif(:item ->> '$.czdz', ''),
                            nullif(:item ->> '$.operator', '')) AS place,
                   'CN' AS country, trim(coalesce((:item ->> '$.operator') || ' ', '') || (:item ->> '$.message')) AS text
            FROM f LEFT JOIN (
              SELECT coalesce(hph, ydid) AS code FROM f
              WHERE coalesce(hph, ydid) IS NOT NULL AND json_array_length(:asked) = 0) AS s ON 1
            WHERE is_track
          # Fixed at the departure.
          - |
            SELECT CASE WHEN json_array_length(:asked) = 0 THEN 'consignment' END AS kind,
                   CASE WHEN json_array_length(:asked) = 0 THEN 'cr-waybill' END AS scheme,
                   CASE WHEN json_array_length(:asked) = 0 THEN coalesce(hph, ydid) END AS code,
                   'expected-arrival' AS raw_code, 'estimated' AS classifier,
                   coalesce(:head ->> '$.data.yjddsj', :head ->> '$.yjddsj') AS at
            FROM f WHERE is_track AND coalesce(:head ->> '$.data.yjddsj', :head ->> '$.yjddsj', '') <> ''
          # Positions of a block train's containers.
          - |
            SELECT m.kind, m.scheme, m.code, 'train.' || upper(:item ->> '$.arrDepId') AS raw_code,
                   'actual' AS classifier, :item ->> '$.eventDate' AS at, 'name' AS place_scheme,
                   :item ->> '$.eventStation' AS place,
                   nullif('km left ' || (:item ->> '$.dzlc'), 'km left ') AS text
            FROM f, moved AS m WHERE is_train AND coalesce(:item ->> '$.arrDepId', '') <> ''

        links:
          - |
            SELECT 'container' AS child_kind, box.code AS child_code, 'consignment' AS parent_kind,
                   'cr-waybill' AS parent_scheme, hph AS parent_code
            FROM box, f WHERE box.code IS NOT NULL AND hph IS NOT NULL
          - |
            SELECT 'container' AS child_kind, box.code AS child_code, 'wagon' AS parent_kind,
                   wagon.code AS parent_code, coalesce(zcwbsj, fcsj) AS "from", xcwbsj AS "until", 'observed' AS basis
            FROM box, wagon, f WHERE box.code IS NOT NULL
          - |
            SELECT 'wagon' AS child_kind, wagon.code AS child_code, 'train' AS parent_kind, 'train' AS parent_scheme, run.code AS parent_code,
                   fcsj AS "from", 'observed' AS basis
            FROM wagon, run, f
          - |
            SELECT CASE WHEN EXISTS (SELECT 1 FROM box) THEN 'container' ELSE 'consignment' END AS child_kind,
                   CASE WHEN EXISTS (SELECT 1 FROM box) THEN NULL ELSE 'cr-waybill' END AS child_scheme,
                   coalesce(box.code, hph) AS child_code, 'train' AS parent_kind, 'train' AS parent_scheme,
                   run.code AS parent_code, fcsj AS "from", 'observed' AS basis
            FROM run, f LEFT JOIN box ON 1
            WHERE NOT EXISTS (SELECT 1 FROM wagon) AND coalesce(box.code, hph) IS NOT NULL

        facts: |
          WITH stated(name, value) AS (
            SELECT 'ydid', ydid FROM f UNION ALL SELECT 'train_number', nullif(fccc, '') FROM f
            WHERE NOT EXISTS (SELECT 1 FROM run)
            UNION ALL SELECT 'arrival_train_number', nullif(dzcc, '') FROM f
            UNION ALL SELECT 'origin', origin FROM f UNION ALL SELECT 'destination', destination FROM f
            UNION ALL SELECT 'goods', :item ->> '$.hzpm')
          SELECT 'consignment' AS kind, 'cr-waybill' AS scheme, hph AS code, name, value FROM f, stated
          WHERE hph IS NOT NULL AND NOT is_train
          UNION ALL
          SELECT 'container', NULL, box.code, 'km_left', :item ->> '$.dzlc' FROM f, box WHERE is_train
        """#
}

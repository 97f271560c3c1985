/// What the tracking page of global.cainiao.com asks for, as several clients of it agree; the action codes as Alibaba's
/// open platform lists them. Nobody promises anything of it: it is asked only where settings name it, and may stop.
enum CainiaoProfile {
    static let text = #"""
        name: cainiao
        title: Cainiao global tracking (undocumented)
        reads: json
        recognise:
          all: ["$.module[0].mailNo"]
          any: ["$.module[0].detailList", "$.module[0].mailNoSource"]
          or:
            - { all: [$.mailNo, $.detailList] }
            - { all: ["$[0].mailNo", "$[0].detailList"] }
            - { all: [$.success, $.module] }
            - { keys: [mailNo, detailList, actionCode] }

        ask:
          about: [parcel]
          url: "{base_url}/global/detail.json?mailNos={code}&lang=en-US&language=en-US"
          headers: { Accept: application/json }
          # Several numbers in a question are not described by all who ask.
          batch: 1
          # A page for people, asked as one would.
          rate: 6/minute
          answers:
            # Also what a throttled client is told: it says nothing of the number, and changes nothing that is known.
            nothing:
              - { path: $.success, is: "true", present: "$.module[0].detailList", absent: "$.module[0].detailList[0]" }
            # A captcha, where it is not a web page.
            blocked:
              - { path: $.rgv587_flag, reason: "a captcha: open the page in a browser, or ask less often" }
              - { path: "$.ret[0]", reason: "a captcha: open the page in a browser, or ask less often" }
            failed: [{ path: $.success, is-not: "true" }, { absent: "$.module[0]" }]
        credentials: none
        history: whole

        redact:
          - each: ["$.module[*].detailList[*]", "$.detailList[*]", "$[*].detailList[*]", "$.module[*].latestTrace",
                   "$.latestTrace", "$[*].latestTrace"]
            look: [$.desc, $.standerdDesc]
            words: [signed by, received by, left with, recipient, neighbo, 签收人, 收件人, 代收]
            paths: [$.desc, $.standerdDesc]

        each: ["$.module[*]", "$[*]", "$"]

        # Action codes. What a code says of a warehouse or a hub between is only that the parcel was there. The
        # hand-over to the line haul is dispatched, and so is LH_HO_AIRLINE, which is sent for trains as well.
        # LH_DEPART and LH_ARRIVE are of the line haul itself, on whatever wheels. What fails ends nothing. A pick-up
        # point that signs has the parcel, and its buyer has not. SIGNED and STA_SIGN are of a leg inside China.
        milestones:
          CONSIGN: announced
          OM_CONSIGN: announced
          GTMS_ASN: announced
          GTMS_ACCEPT.announced: announced
          GWMS_ACCEPT: announced
          GWMS_OUTBOUND: position
          GWMS_HANDOVER: accepted
          GWMS_CANCEL: cancelled
          PU_PICKUP_SUCCESS: accepted
          SC_INBOUND_SUCCESS: sorted
          SC_OUTBOUND_SUCCESS: sorted
          SC_TRANS_INBOUND_SUCCESS: position
          SC_TRANS_OUTBOUND_SUCCESS: position
          TD_TRANS_ARRIVE: position
          TD_TRANS_DEPART: position
          CW_INBOUND: position
          CW_OUTBOUND: position
          CC_EX_START: export-declared
          CC_EX_SUCCESS: export-cleared
          CC_EX_FAILURE: export-held
          SC_HO_OUT_SUCCESS: dispatched
          LH_HO_IN_SUCCESS: dispatched
          LH_HO_AIRLINE: dispatched
          LH_DEPART: departed
          LH_ARRIVE: arrived
          LH_HO_OUT_SUCCESS: position
          CC_HO_IN_SUCCESS: presented
          CC_HO_OUT_SUCCESS: position
          CC_IM_START: import-declared
          CC_IM_SUCCESS: import-cleared
          CC_IM_FAILURE: import-held
          GTMS_ACCEPT: handed-over
          GTMS_RELABEL: relabelled
          GTMS_SC_ARRIVE: position
          GTMS_SC_DEPART: position
          GTMS_DO_ARRIVE: position
          GTMS_DO_DEPART: position
          GTMS_DELIVERING: out-for-delivery
          GTMS_RE_DELIVERING: out-for-delivery
          GTMS_DEL_FAILURE: delivery-failed
          GTMS_SIGN_FAILURE: delivery-failed
          GTMS_FAILURE: delivery-failed
          GTMS_WAIT_SELF_PICK: ready-for-pickup
          GTMS_STA_SIGNED: ready-for-pickup
          GSTA_INBOUND: ready-for-pickup
          GSTA_INFORM_BUYER: ready-for-pickup
          GTMS_SIGNED: delivered
          SIGN: delivered
          GSTA_SIGN: delivered
          GSTA_BUYER_SIGN: delivered
          RT_DESTROY: disposed
          RT_WH_DESTROY: disposed
          RT_*: returning
          RETURNED: returned
          estimated-delivery: delivered

        with: |
          told(number, local, cp, points) AS (
            SELECT CAST(:item ->> '$.mailNo' AS TEXT),
                   CAST(coalesce(nullif(:item ->> '$.copyRealMailNo', ''),
                                 nullif(:item ->> '$.realMailNo', '')) AS TEXT),
                   coalesce(nullif(:item ->> '$.destCpInfo.cpName', ''), nullif(:item ->> '$.destCpInfo.cpCode', '')),
                   CASE json_type(:item, '$.detailList') WHEN 'array' THEN :item -> '$.detailList' ELSE '[]' END),
          who(kind, scheme, issuer, code) AS (
            SELECT a.value ->> 'kind', a.value ->> 'scheme', a.value ->> 'issuer', a.value ->> 'code'
            FROM json_each(:asked) AS a, told
            WHERE upper(replace(a.value ->> 'code', ' ', ''))
                  IN (upper(replace(told.number, ' ', '')), upper(replace(told.local, ' ', ''))) LIMIT 1),
          -- It may be asked by the number of the last mile, and tells of the whole journey under the first.
          subject(kind, scheme, issuer, code) AS (
            SELECT w.kind, w.scheme, w.issuer, w.code FROM who AS w, told
            WHERE upper(replace(w.code, ' ', '')) = upper(replace(told.number, ' ', ''))
            UNION ALL
            SELECT 'parcel', NULL, NULL, number FROM told
            WHERE coalesce(number, '') <> ''
              AND NOT EXISTS (SELECT 1 FROM who WHERE upper(replace(code, ' ', '')) = upper(replace(number, ' ', '')))),
          point(e, action, wall, zone, epoch) AS (
            SELECT p.value, p.value ->> '$.actionCode', nullif(p.value ->> '$.timeStr', ''),
                   nullif(replace(p.value ->> '$.timeZone', ' ', ''), ''),
                   CASE WHEN p.value ->> '$.time' GLOB '[0-9]*' THEN p.value ->> '$.time' END
            FROM told, json_each(told.points) AS p WHERE p.type = 'object'),
          -- What the zone is in minutes, as far as it is an offset from Greenwich.
          shift(e, epoch, wall, zone, sign, rest) AS (
            SELECT e, epoch, wall, zone, CASE substr(z, 1, 1) WHEN '+' THEN 1 WHEN '-' THEN -1 END, substr(z, 2)
            FROM (SELECT point.*, replace(replace(upper(zone), 'GMT', ''), 'UTC', '') AS z FROM point)),
          clock(e, zone, apart) AS (
            SELECT e, zone,
                   unixepoch(wall) - CAST(epoch AS INTEGER) / 1000
                     - sign * 60 * CASE
                         WHEN rest GLOB '[0-9][0-9][0-9][0-9]'
                           THEN CAST(substr(rest, 1, 2) AS INTEGER) * 60 + CAST(substr(rest, 3) AS INTEGER)
                         WHEN instr(rest, ':') > 0
                           THEN CAST(rest AS INTEGER) * 60 + CAST(substr(rest, instr(rest, ':') + 1) AS INTEGER)
                         ELSE CAST(rest AS INTEGER) * 60 END
            FROM shift WHERE wall IS NOT NULL AND epoch IS NOT NULL AND sign IS NOT NULL)

        problems: |
          SELECT 'rejection' AS severity, 'no-success' AS kind, 'success' AS "column", :item ->> '$.success' AS value,
                 'Cainiao could not answer; ask again' AS reason
          FROM told WHERE number IS NULL AND json_type(:item, '$.success') IS NOT NULL
          UNION ALL
          SELECT 'rejection', 'no-subject', 'mailNo', NULL, 'it does not say which number it is about'
          FROM told WHERE number IS NULL AND json_type(:item, '$.success') IS NULL
          UNION ALL
          SELECT 'rejection', 'no-result', 'detailList', number,
                 'Cainiao says nothing of ' || number || ': it knows nothing yet, or answers too many questions; '
                   || 'ask again later, or check the number'
          FROM told WHERE number IS NOT NULL AND points = '[]' AND json_type(:item, '$.detailList') = 'array'
            AND local IS NULL AND json_type(:item, '$.globalEtaInfo') IS NULL
          UNION ALL
          SELECT 'rejection', 'no-list', 'detailList', number,
                 'the list of events is missing; the sender may have changed it'
          FROM told WHERE number IS NOT NULL AND coalesce(json_type(:item, '$.detailList'), 'null') = 'null'
          UNION ALL
          SELECT 'warning', 'two-clocks', 'time', max(zone),
                 'two clocks disagree in ' || count(*) || ' of ' || (SELECT count(*) FROM point)
                   || ' events; what the clock of the place showed (timeStr, timeZone) is believed'
          FROM clock WHERE abs(apart) > 60 HAVING count(*) > 0
          UNION ALL
          SELECT 'warning', 'one-clock', 'timeStr', NULL,
                 count(*) || ' events tell their time by one clock only, of which the zone is not certain'
          FROM point WHERE (wall IS NULL AND epoch IS NOT NULL) OR (wall IS NOT NULL AND zone IS NULL)
          HAVING count(*) > 0

        # The number that was asked is named by an answer that goes by another.
        mentions: |
          SELECT kind, scheme, issuer, code FROM who

        events:
          - |
            SELECT s.kind, s.scheme, s.issuer, s.code,
                   CASE
                     WHEN action = 'GTMS_ACCEPT' AND (words LIKE '%electronic%' OR words LIKE '%information%'
                          OR words LIKE '%data%' OR words LIKE '%notif%') THEN 'GTMS_ACCEPT.announced'
                     -- What is signed for after a return began may have been signed for by the seller.
                     WHEN action IN ('GTMS_SIGNED', 'SIGN', 'GSTA_SIGN', 'GSTA_BUYER_SIGN')
                          AND EXISTS (SELECT 1 FROM point AS r WHERE r.action GLOB 'RT_*' AND r.wall < t.wall)
                       THEN action || ': after a return'
                     ELSE coalesce(nullif(action, ''), 'no-code') END AS raw_code,
                   'actual' AS classifier, coalesce(wall, epoch) AS at,
                   CASE WHEN wall IS NULL THEN 'epoch-ms' ELSE zone END AS zone,
                   CASE WHEN wall IS NULL THEN 'doubtful' END AS "offset",
                   'name' AS place_scheme,
                   -- [Shatian Town] Processing at sorting center
                   CASE WHEN mark IN ('[', '【') AND close > 2 THEN trim(substr(said, 2, close - 2)) END AS place,
                   nullif(CASE WHEN instr(said, '(redacted)') = 1 THEN '' ELSE said END, '') AS text
            FROM (SELECT action, wall, zone, epoch, said, lower(said) AS words, substr(said, 1, 1) AS mark,
                         max(instr(said, ']'), instr(said, '】')) AS close
                  FROM (SELECT point.*, trim(coalesce(nullif(e ->> '$.standerdDesc', ''), e ->> '$.desc', '')) AS said
                        FROM point)) AS t, subject AS s
          - |
            SELECT s.kind, s.scheme, s.issuer, s.code, 'estimated-delivery' AS raw_code, 'estimated' AS classifier,
                   coalesce(:item ->> '$.globalEtaInfo.deliveryMaxTime',
                            :item ->> '$.globalEtaInfo.deliveryMinTime') AS at,
                   'epoch-ms' AS zone, 'day' AS "precision", 'estimated-delivery|' || s.code AS source_id,
                   :item ->> '$.globalEtaInfo.etaDesc' AS text
            FROM subject AS s
            WHERE coalesce(:item ->> '$.globalEtaInfo.deliveryMaxTime', :item ->> '$.globalEtaInfo.deliveryMinTime')
                  IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM point
                              WHERE action IN ('GTMS_SIGNED', 'SIGN', 'GSTA_SIGN', 'GSTA_BUYER_SIGN'))

        # A last-mile number is given out again and again, and belongs to whom it was given by.
        aliases: |
          SELECT s.kind, s.scheme, s.issuer, s.code, 'parcel' AS alias_kind,
                 CASE WHEN cp IS NOT NULL THEN 'number' END AS alias_scheme, cp AS alias_issuer,
                 local AS alias_code, 'last-mile' AS role
          FROM told, subject AS s
          WHERE local IS NOT NULL AND s.kind = 'parcel'
            AND upper(replace(local, ' ', '')) <> upper(replace(number, ' ', ''))

        facts: |
          WITH stated(name, value) AS (
            SELECT 'country', :item ->> '$.destCountry' UNION ALL SELECT 'origin_country', :item ->> '$.originCountry')
          SELECT s.kind, s.scheme, s.issuer, s.code, name, value FROM subject AS s, stated WHERE value <> ''

        # A time without a zone, and what the epoch was made from.
        zone: Asia/Shanghai
        """#
}

/// China customs' cross-border e-commerce messages, export side (GACC 202205), bare or in the transport's envelope.
enum CEBProfile {
    static let text = reading + meaning + claims

    private static let reading = #"""
        name: ceb
        title: China customs e-commerce messages CEB 303 to 900 (GACC 202205)
        reads: xml
        zone: Asia/Shanghai

        recognise:
          roots: [CEB213Message, CEB214Message, CEB214, CEB215Message, CEB216Message, CEB303Message, CEB304Message,
                  CEB403Message, CEB404Message, CEB505Message, CEB506Message, CEB507Message, CEB508Message,
                  CEB509Message, CEB510Message, CEB603Message, CEB604Message, CEB605Message, CEB606Message,
                  CEB607Message, CEB608Message, CEB701Message, CEB702Message, CEB792Message, CEB900Message]
        envelope: { roots: [DxpMsg, DxpMsgSv], base64: Data }

        each:
          - $.WayBill[*].WayBillList[*]
          - $.Departure[*].DepartureList[*]
          - $.Arrival[*].ArrivalList[*]
          - $.SummaryApply[*].SummaryApplyList[*]
          - $.SummaryResult[*].SummaryResultList[*]
          - $.Inventory[*]
          - $.InventoryReturn[*]
          - $.Logistics[*]
          - $.LogisticsReturn[*]
          - $.Order[*]
          - $.OrderReturn[*]
          - $.Receipts[*]
          - $.ReceiptsReturn[*]
          - $.InvtCancel[*]
          - $.InvtCancelReturn[*]
          - $.WayBillReturn[*]
          - $.ArrivalReturn[*]
          - $.DepartureReturn[*]
          - $.SummaryReturn[*]
          - $.InvtRefund[*]
          - $.RefundReturn[*]
          - $.InvtRefundDetail[*]
          - $.InvtRefundDetailReturn[*]
          - $.*[*]

        # Names, telephones, addresses, descriptions of goods, notes and signatures are not among these.
        keep: ["@guid", "@version", guid, appType, appTime, appStatus, orderType, orderNo, ebpCode, ebcCode, goodsValue,
               currency, gnum, gcode, totalPrice, country, charge, accountingDate, logisticsCode, logisticsNo,
               grossWeight, netWeight, packNo, customsCode, copNo, preNo, invtNo, operatorCode, loctNo, ieFlag,
               trafMode, trafName, voyageNo, billNo, domesticTrafNo, totalPackageNo, leaveTime, msgCount, msgSeqNo,
               portCode, ieDate, statisticsFlag, agentCode, emsNo, tradeMode, POD, sumNo, declAgentCode, startTime,
               endTime, summaryFlag, coElNo, opDate, declSeqNo, decTmpNo, decPreNo, entryId, decState, gseqno, copCode,
               dxpMode, dxpId, oriCopMsgId, oriMessageType, returnStatus, returnTime, returnInfo]
        scrub: [returnInfo]
        quantities: [weight_kg, net_weight_kg, pieces, value, order_value]

        milestones:
          "505.1": announced
          "505.2": announced
          "506.1": announced
          "506.2": announced
          "506.3": announced
          "506.120": announced
          "506.399": announced
          "506.800": announced
          "304.1": announced
          "304.2": announced
          "304.3": announced
          "304.120": announced
          "304.399": announced
          "404.1": announced
          "404.2": announced
          "404.3": announced
          "404.120": announced
          "404.399": announced
          "603.draft": announced
          "603.1": export-declared
          "603.2": export-declared
          # Stored at the port's system, sent, and not sent: nothing that customs has decided.
          "604.1": announced
          "604.2": export-declared
          "604.3": export-declared
          "604.4": export-rejected
          "604.-*": export-rejected
          "604.100": export-rejected
          "604.120": export-declared
          "604.300": export-held
          "604.500": export-held
          "604.501": export-held
          "604.502": export-held
          "604.503": export-held
          "604.599": export-held
          # The papers are in order, which is no release.
          "604.399": accepted
          "604.800": export-cleared
          "604.899": export-closed
          # Asked for (planned), and granted.
          "605.1": cancelled
          "605.2": cancelled
          "606.1": cancelled
          "606.2": cancelled
          "606.3": cancelled
          "606.120": cancelled
          "606.300": cancelled
          "606.399": cancelled
          "606.800": cancelled
          "606.899": cancelled
          # What the operator of the supervised site says: the parcel is inside its gate.
          "507": gated-in
          "508.1": announced
          "508.2": announced
          "508.3": announced
          "508.120": accepted
          "508.399": accepted
          "508.800": accepted
          "508.100": export-rejected
          "508.4": export-rejected
          "508.-*": export-rejected
          # The declared departure from the border, on the Chinese side.
          "509": border-departed
          "510.1": announced
          "510.2": announced
          "510.3": announced
          "510.120": accepted
          "510.399": accepted
          "510.800": accepted
          "510.100": export-rejected
          "510.4": export-rejected
          "510.-*": export-rejected
          "608.1": announced
          "608.2": announced
          "608.3": announced
          "608.120": accepted
          "608.399": accepted
          "608.800": accepted
          "608.100": export-rejected
          "608.4": export-rejected
          "608.-*": export-rejected
          "702.1": announced
          "702.2": announced
          "702.3": announced
          "702.120": accepted
          "702.399": accepted
          "702.800": accepted
          "702.100": export-rejected
          "702.4": export-rejected
          "702.-*": export-rejected

        # h: what is said once, whether it stands beside the rows or in the item. m: the same in columns.
        # A paper is known by its sender's own number, copNo. Senders number each kind of paper anew, so all but the
        # list carry their kind in the issuer. Only with agentCode do 603, 604, 605 and 606 agree on the sender.
        with: |
          h(type, j) AS (
            SELECT substr(:root, 4, 3),
                   coalesce(:head -> '$.WayBill[0].WayBillHead[0]', :head -> '$.Departure[0].DepartureHead[0]',
                            :head -> '$.Arrival[0].ArrivalHead[0]', :head -> '$.SummaryApply[0].SummaryApplyHead[0]',
                            :head -> '$.SummaryResult[0].SummaryResultHead[0]', :item -> '$.InventoryHead[0]',
                            :item -> '$.OrderHead[0]', :item -> '$.InvtRefundHead[0]', :item)),
          f AS (
            SELECT type, j, (SELECT count(*) FROM json_each(:item)) = 1 AS rowless,
                   coalesce(:item ->> '#index', 0) = 0 AS first,
                   nullif(j ->> '$.appType[0]', '') AS app_type, nullif(j ->> '$.appTime[0]', '') AS app_time,
                   j ->> '$.appStatus[0]' = '1' AS draft,
                   coalesce(nullif(j ->> '$.copNo[0]', ''), nullif(j ->> '$.coElNo[0]', '')) AS cop_no,
                   nullif(j ->> '$.preNo[0]', '') AS pre_no, nullif(j ->> '$.agentCode[0]', '') AS agent,
                   nullif(j ->> '$.logisticsCode[0]', '') AS logistics,
                   nullif(j ->> '$.operatorCode[0]', '') AS operator,
                   coalesce(nullif(:item ->> '$.logisticsNo[0]', ''), nullif(j ->> '$.logisticsNo[0]', '')) AS parcel,
                   coalesce(nullif(:item ->> '$.totalPackageNo[0]', ''), nullif(j ->> '$.totalPackageNo[0]', ''))
                     AS bag,
                   coalesce(nullif(:item ->> '$.invtNo[0]', ''), nullif(j ->> '$.invtNo[0]', '')) AS invt_no,
                   nullif(j ->> '$.billNo[0]', '') AS bill, nullif(j ->> '$.orderNo[0]', '') AS order_no,
                   nullif(j ->> '$.sumNo[0]', '') AS sum_no, nullif(j ->> '$.entryId[0]', '') AS entry_id,
                   j ->> '$.msgCount[0]' AS parts, j ->> '$.msgSeqNo[0]' AS part,
                   nullif(j ->> '$.returnStatus[0]', '') AS status, nullif(j ->> '$.returnTime[0]', '') AS status_time,
                   nullif(j ->> '$.returnInfo[0]', '') AS status_text
            FROM h),
          m AS (
            SELECT *, app_type = '3' AS withdrawn, (status IN ('100', '4') OR status LIKE '-%') AS refused,
                   CASE WHEN type IN ('603', '604', '605', '606') THEN agent
                        WHEN type IN ('507', '508') THEN coalesce(operator || '-507', '507')
                        WHEN type IN ('509', '510') THEN coalesce(logistics || '-509', '509')
                        WHEN type IN ('607', '608') THEN coalesce(agent || '-607', '607')
                        WHEN type IN ('701', '702') THEN coalesce(agent || '-701', '701')
                        WHEN type IN ('213', '214') THEN coalesce(agent || '-213', '213')
                        WHEN type IN ('215', '216') THEN coalesce(operator || '-215', '215') END AS sender,
                   CASE type WHEN '508' THEN '507' WHEN '510' THEN '509' WHEN '608' THEN '607' ELSE type END
                     || '|' || coalesce(CASE WHEN type IN ('507', '508') THEN operator
                                             WHEN type IN ('509', '510', '505') THEN logistics ELSE agent END, '')
                     || '|' || coalesce(cop_no, parcel, j ->> '$.guid[0]', '')
                     || CASE WHEN type IN ('507', '508', '509', '510') THEN '|' || coalesce(part, '1') ELSE '' END
                     AS filing,
                   -- A part is told apart from its set only where the counts can be true.
                   parts GLOB '[1-9]*' AND parts NOT GLOB '*[^0-9]*' AND part GLOB '[1-9]*'
                     AND part NOT GLOB '*[^0-9]*' AND CAST(part AS INTEGER) <= CAST(parts AS INTEGER) AS is_part
            FROM f)

        """#

    private static let meaning = #"""

        problems:
          - |
            SELECT 'rejection' AS severity, 'no-parcel' AS kind, 'logisticsNo' AS "column",
                   'line ' || coalesce(:item ->> '$.gnum[0]', :item ->> '#index') AS value,
                   'the row names no parcel: logisticsNo is empty' AS reason
            FROM m WHERE type IN ('505', '506', '507', '509', '603', '607') AND parcel IS NULL AND NOT rowless
              AND :item ->> '$.dxpId[0]' IS NULL
            UNION ALL
            SELECT 'rejection', 'no-business-node', :root, NULL,
                   'the message holds nothing but what its transport needs; ask the sender for the whole of it'
            FROM m WHERE type <> '900' AND :item ->> '$.dxpId[0]' IS NOT NULL
            UNION ALL
            SELECT 'warning', 'no-rows', :root, coalesce(bill, cop_no), 'the list is empty: it names no parcel'
            FROM m WHERE rowless AND type IN ('507', '509', '607', '701', '792')
            UNION ALL
            SELECT 'warning', 'filing-refused', 'returnStatus', status,
                   'customs did not take message ' || type || ' of '
                     || coalesce(cop_no, parcel, order_no, invt_no, 'an unknown number') || ': '
                     || coalesce(status_text, 'no reason is given') || '; mend it and file again'
            FROM m WHERE refused AND type <> '900'
            UNION ALL
            SELECT 'warning', 'filing-refused', 'returnStatus', status,
                   'customs could not read message ' || coalesce(j ->> '$.oriMessageType[0]', 'of unknown type') || ' '
                     || coalesce(j ->> '$.oriCopMsgId[0]', '') || ': ' || coalesce(status_text, 'no reason is given')
                     || '; mend it and send it again'
            FROM m WHERE type = '900'
            UNION ALL
            SELECT 'warning', 'incomplete-set', 'msgSeqNo', part || ' of ' || parts,
                   'part ' || part || ' of ' || parts || ' of ' || coalesce(cop_no, sum_no, bill, '?')
                     || ': the others may still be missing; `caravan track '
                     || coalesce(bill, sum_no, cop_no, '') || '` says which are here'
            FROM m WHERE is_part AND first AND CAST(parts AS INTEGER) > 1
            UNION ALL
            SELECT 'warning', 'bad-part', 'msgSeqNo', coalesce(part, '') || ' of ' || coalesce(parts, ''),
                   'part ' || coalesce(nullif(part, ''), '(none)') || ' of ' || coalesce(nullif(parts, ''), '(none)')
                     || ' cannot be: whether the set is complete will stay unknown'
            FROM m WHERE first AND NOT coalesce(is_part, 0) AND type IN ('507', '509', '607', '701', '792')
            UNION ALL
            SELECT 'warning', 'no-own-number', 'copNo', NULL,
                   'the list has no copNo: what customs says of it cannot be joined to its parcel'
            FROM m WHERE type = '603' AND cop_no IS NULL
            UNION ALL
            SELECT 'warning', 'bad-mode', 'tradeMode', j ->> '$.tradeMode[0]',
                   'there are 9610, 9710, 9810 and 1210; it is kept as it came'
            FROM m WHERE type = '603' AND NOT coalesce(j ->> '$.tradeMode[0]', '') IN ('9610', '9710', '9810', '1210')
            UNION ALL
            SELECT 'warning', 'bad-direction', 'ieFlag', j ->> '$.ieFlag[0]', 'an export has ieFlag E'
            FROM m WHERE type IN ('507', '603') AND NOT coalesce(j ->> '$.ieFlag[0]', '') = 'E'
            UNION ALL
            SELECT 'warning', 'bad-action', 'appType', app_type,
                   'there are 1 new, 2 changed and 3 deleted; it is taken as new'
            FROM m WHERE type IN ('303', '403', '505', '507', '509', '603', '605', '607', '701')
              AND NOT coalesce(app_type, '') IN ('1', '2', '3')
            UNION ALL
            SELECT 'warning', 'bad-quantity', 'totalPrice', l.value ->> '$.totalPrice[0]',
                   'this is no decimal number: the value of the parcel is not known'
            FROM m, json_each(:item, '$.InventoryList') AS l
            WHERE m.type = '603' AND NOT coalesce(l.value ->> '$.totalPrice[0]' GLOB '[0-9]*'
              AND l.value ->> '$.totalPrice[0]' NOT GLOB '*[^0-9.]*', 0)

        # Times are China's by the specification. A change is a newer version of what it changes; what a filing no
        # longer lists is taken back by the first row of the change.
        events:
          - roots: [CEB603Message]
            select: |
              SELECT 'declaration' AS kind, 'number' AS scheme, sender AS issuer, cop_no AS code, filing AS source_id,
                     app_time || CASE WHEN withdrawn THEN '.2' ELSE '.1' END AS version, withdrawn AS retracted,
                     CASE WHEN draft THEN '603.draft' WHEN app_type = '2' THEN '603.2' ELSE '603.1' END AS raw_code,
                     'actual' AS classifier, app_time AS at, 'Asia/Shanghai' AS zone, 'CN' AS country
              FROM m WHERE type = '603' AND cop_no IS NOT NULL
          - roots: [CEB505Message, CEB507Message, CEB509Message]
            select: |
              SELECT 'parcel' AS kind, NULL AS scheme, logistics AS issuer, parcel AS code, filing AS source_id,
                     app_time || CASE WHEN withdrawn THEN '.2' ELSE '.1' END AS version, withdrawn AS retracted,
                     CASE WHEN type <> '505' THEN type WHEN app_type = '2' THEN '505.2' ELSE '505.1' END AS raw_code,
                     CASE type WHEN '509' THEN j ->> '$.leaveTime[0]' ELSE app_time END AS at,
                     'Asia/Shanghai' AS zone, 'CN' AS country
              FROM m WHERE type IN ('505', '507', '509') AND parcel IS NOT NULL
              UNION ALL
              SELECT NULL, NULL, NULL, NULL, filing, app_time, 1, type, NULL, NULL, NULL
              FROM m WHERE type IN ('507', '509') AND app_type = '2' AND first
          # A refused filing never was: what it said is taken back.
          - roots: [CEB508Message, CEB510Message]
            select: |
              SELECT filing AS source_id, status_time AS version, 1 AS retracted, type AS raw_code
              FROM m WHERE type IN ('508', '510') AND refused
          - roots: [CEB604Message, CEB605Message, CEB606Message, CEB508Message, CEB510Message, CEB608Message,
                    CEB702Message, CEB214Message, CEB214, CEB216Message, CEB506Message, CEB304Message,
                    CEB404Message]
            select: |
              WITH about(kind, scheme, issuer, code) AS (
                SELECT 'declaration', 'number', sender, cop_no FROM m
                WHERE type IN ('604', '605', '606', '508', '510', '608', '702', '214', '216')
                UNION ALL
                -- A cancellation may be filed under a number of its own: the list's own number joins it to the list.
                SELECT 'declaration', NULL, NULL, invt_no FROM m WHERE type IN ('605', '606') AND invt_no IS NOT NULL
                UNION ALL
                SELECT 'parcel', NULL, logistics, parcel FROM m WHERE type = '506'
                UNION ALL
                SELECT 'parcel', 'number', NULL, order_no FROM m WHERE type IN ('304', '404'))
              SELECT about.*,
                     CASE WHEN type = '605' THEN '605.' || CASE app_type WHEN '2' THEN '2' ELSE '1' END
                          ELSE type || '.' || coalesce(status, '') END AS raw_code,
                     CASE WHEN type = '605' THEN filing END AS source_id,
                     CASE WHEN type = '605' THEN app_time || CASE WHEN withdrawn THEN '.2' ELSE '.1' END END AS version,
                     type = '605' AND withdrawn AS retracted,
                     CASE WHEN type = '605' OR (type = '606' AND status IN ('1', '2', '3', '120', '300')) THEN 'planned'
                          ELSE 'actual' END AS classifier,
                     CASE WHEN type = '605' THEN app_time ELSE status_time END AS at, 'Asia/Shanghai' AS zone,
                     'CN' AS country, status_text AS text
              FROM m, about

        """#
}

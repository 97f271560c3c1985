extension CEBProfile {
    /// Who is carried in whom, which numbers are whose, and what is stated.
    static let claims = #"""

        links:
          - roots: [CEB603Message]
            select: |
              SELECT 'parcel' AS child_kind, NULL AS child_scheme, logistics AS child_issuer, parcel AS child_code,
                     'declaration' AS parent_kind, 'number' AS parent_scheme, sender AS parent_issuer,
                     cop_no AS parent_code, withdrawn AS retracted
              FROM m WHERE type = '603' AND parcel IS NOT NULL AND cop_no IS NOT NULL
          - roots: [CEB603Message, CEB607Message, CEB507Message, CEB509Message]
            select: |
              SELECT 'parcel' AS child_kind, NULL AS child_scheme, logistics AS child_issuer, parcel AS child_code,
                     'bag' AS parent_kind, NULL AS parent_scheme, bag AS parent_code, withdrawn AS retracted
              FROM m WHERE type IN ('603', '607', '507', '509') AND parcel IS NOT NULL AND bag IS NOT NULL
              UNION ALL
              SELECT 'parcel', NULL, logistics, parcel, 'consignment', 'number', bill, withdrawn
              FROM m WHERE type IN ('603', '607', '507', '509') AND parcel IS NOT NULL AND bill IS NOT NULL
              UNION ALL
              SELECT 'bag', NULL, NULL, bag, 'consignment', 'number', bill, withdrawn
              FROM m WHERE type IN ('603', '607', '507', '509') AND bag IS NOT NULL AND bill IS NOT NULL
              UNION ALL
              -- Only goods that come back name their list here.
              SELECT 'parcel', NULL, logistics, parcel, 'declaration', NULL, invt_no, withdrawn
              FROM m WHERE type = '607' AND parcel IS NOT NULL AND invt_no IS NOT NULL
          # Lists of a month under one summary, and what became of it.
          - roots: [CEB701Message, CEB792Message]
            select: |
              SELECT 'declaration' AS child_kind, invt_no AS child_code, 'declaration' AS parent_kind,
                     CASE WHEN type = '701' THEN 'number' END AS parent_scheme,
                     CASE WHEN type = '701' THEN sender END AS parent_issuer,
                     CASE WHEN type = '701' THEN cop_no ELSE coalesce(entry_id, sum_no) END AS parent_code,
                     withdrawn AS retracted
              FROM m WHERE type IN ('701', '792') AND invt_no IS NOT NULL
                AND CASE WHEN type = '701' THEN cop_no ELSE coalesce(entry_id, sum_no) END IS NOT NULL
              UNION ALL
              SELECT 'declaration', sum_no, 'declaration', NULL, NULL, entry_id, NULL
              FROM m WHERE type = '792' AND first AND sum_no IS NOT NULL AND entry_id IS NOT NULL
              UNION ALL
              SELECT 'parcel', parcel, 'declaration', NULL, NULL, invt_no, NULL
              FROM m WHERE type = '792' AND parcel IS NOT NULL AND invt_no IS NOT NULL
          # On rail the transport's name is often a wagon or a hand-over list. It names a train only where it is a train
          # number and a date stands beside it that fits the filing within two days.
          - roots: [CEB607Message]
            select: |
              WITH named(number, day) AS (
                SELECT upper(trim(j ->> '$.trafName[0]')), replace(trim(j ->> '$.voyageNo[0]'), '-', '') FROM m
                UNION ALL
                SELECT upper(trim(j ->> '$.voyageNo[0]')), replace(trim(j ->> '$.trafName[0]'), '-', '') FROM m),
              dated AS (
                SELECT number, substr(day, 1, 4) || '-' || substr(day, 5, 2) || '-' || substr(day, 7, 2) AS day,
                       substr(app_time, 1, 4) || '-' || substr(app_time, 5, 2) || '-' || substr(app_time, 7, 2)
                         AS filed,
                       bill, withdrawn
                FROM named, m
                WHERE type = '607' AND first AND bill IS NOT NULL AND j ->> '$.trafMode[0]' = '3'
                  AND number GLOB 'X[89][0-9][0-9][0-9]' AND length(day) = 8 AND day NOT GLOB '*[^0-9]*')
              SELECT 'consignment' AS child_kind, 'number' AS child_scheme, bill AS child_code,
                     'train' AS parent_kind, 'train' AS parent_scheme, number || '@' || day AS parent_code,
                     withdrawn AS retracted
              FROM dated WHERE abs(julianday(day) - julianday(filed)) <= 2

        # The number alone, as a consolidator's tables have it, leads to the same parcel.
        aliases:
          - roots: [CEB505Message, CEB506Message, CEB507Message, CEB509Message, CEB603Message, CEB607Message]
            select: |
              SELECT 'parcel' AS kind, NULL AS scheme, logistics AS issuer, parcel AS code, 'parcel' AS alias_kind,
                     NULL AS alias_scheme, parcel AS alias_code, 'line-haul' AS role
              FROM m WHERE type IN ('505', '506', '507', '509', '603', '607') AND parcel IS NOT NULL
                AND logistics IS NOT NULL
              UNION ALL
              SELECT 'parcel', NULL, logistics, parcel, 'parcel', 'number', order_no, 'order'
              FROM m WHERE type = '603' AND parcel IS NOT NULL AND order_no IS NOT NULL
          - |
            SELECT 'declaration' AS kind, 'number' AS scheme, sender AS issuer, cop_no AS code,
                   'declaration' AS alias_kind, NULL AS alias_scheme, pre_no AS alias_code, 'customs' AS role
            FROM m WHERE first AND pre_no IS NOT NULL AND cop_no IS NOT NULL
              AND type IN ('603', '604', '507', '508', '509', '510', '607', '608', '701', '702')
            UNION ALL
            SELECT 'declaration', 'number', sender, cop_no, 'declaration', NULL, pre_no, 'customs'
            FROM m WHERE NOT first AND pre_no IS NOT NULL AND cop_no IS NOT NULL
              AND type IN ('603', '604', '508', '510', '608', '702')
            UNION ALL
            SELECT 'declaration', 'number', sender, cop_no, 'declaration', NULL, invt_no, 'customs'
            FROM m WHERE type IN ('603', '604') AND invt_no IS NOT NULL AND cop_no IS NOT NULL
            UNION ALL
            SELECT 'declaration', 'number', sender, cop_no, 'declaration', NULL, sum_no, 'customs'
            FROM m WHERE type IN ('701', '702') AND sum_no IS NOT NULL AND cop_no IS NOT NULL

        facts:
          - roots: [CEB505Message]
            select: |
              WITH stated(name, value, unit) AS (
                SELECT 'weight_kg', j ->> '$.grossWeight[0]', 'kg' FROM m
                UNION ALL SELECT 'pieces', j ->> '$.packNo[0]', NULL FROM m
                UNION ALL SELECT 'consignor_ref', j ->> '$.ebcCode[0]', NULL FROM m)
              SELECT 'parcel' AS kind, logistics AS issuer, parcel AS code, name, value, unit
              FROM m, stated WHERE type = '505' AND NOT coalesce(withdrawn, 0)
          - roots: [CEB603Message]
            select: |
              WITH country(number, alpha3, iso) AS (VALUES
                -- Customs' own numbers of countries, those of this trade; the alphabetic ones are ISO 3166.
                ('110', 'HKG', 'HK'), ('116', 'JPN', 'JP'), ('133', 'KOR', 'KR'), ('142', 'CHN', 'CN'),
                ('145', 'KAZ', 'KZ'), ('146', 'KGZ', 'KG'), ('301', 'BEL', 'BE'), ('302', 'DNK', 'DK'),
                ('303', 'GBR', 'GB'), ('304', 'DEU', 'DE'), ('305', 'FRA', 'FR'), ('306', 'IRL', 'IE'),
                ('307', 'ITA', 'IT'), ('308', 'LUX', 'LU'), ('309', 'NLD', 'NL'), ('310', 'GRC', 'GR'),
                ('311', 'PRT', 'PT'), ('312', 'ESP', 'ES'), ('315', 'AUT', 'AT'), ('316', 'BGR', 'BG'),
                ('318', 'FIN', 'FI'), ('321', 'HUN', 'HU'), ('326', 'NOR', 'NO'), ('327', 'POL', 'PL'),
                ('328', 'ROU', 'RO'), ('330', 'SWE', 'SE'), ('331', 'CHE', 'CH'), ('334', 'EST', 'EE'),
                ('335', 'LVA', 'LV'), ('336', 'LTU', 'LT'), ('340', 'BLR', 'BY'), ('344', 'RUS', 'RU'),
                ('347', 'UKR', 'UA'), ('350', 'SVN', 'SI'), ('351', 'HRV', 'HR'), ('352', 'CZE', 'CZ'),
                ('353', 'SVK', 'SK'), ('501', 'CAN', 'CA'), ('502', 'USA', 'US')),
              currency(number, iso) AS (VALUES
                ('110', 'HKD'), ('116', 'JPY'), ('133', 'KRW'), ('142', 'CNY'), ('300', 'EUR'), ('302', 'DKK'),
                ('303', 'GBP'), ('326', 'NOK'), ('330', 'SEK'), ('331', 'CHF'), ('344', 'RUB'), ('501', 'CAD'),
                ('502', 'USD')),
              article AS (
                SELECT l.value ->> '$.gcode[0]' AS hs, l.value ->> '$.totalPrice[0]' AS price,
                       coalesce(c.iso, l.value ->> '$.currency[0]') AS currency
                FROM json_each(:item, '$.InventoryList') AS l
                LEFT JOIN currency AS c ON c.number = l.value ->> '$.currency[0]'),
              -- A value is a sum only where every price of its currency is a number.
              total AS (
                SELECT currency, rtrim(rtrim(printf('%.5f', sum(price)), '0'), '.') AS value
                FROM article GROUP BY currency
                HAVING min(price GLOB '[0-9]*' AND price NOT GLOB '*[^0-9.]*') = 1),
              stated(name, value, unit) AS (
                SELECT 'weight_kg', j ->> '$.grossWeight[0]', 'kg' FROM m
                UNION ALL SELECT 'net_weight_kg', j ->> '$.netWeight[0]', 'kg' FROM m
                UNION ALL SELECT 'pieces', j ->> '$.packNo[0]', NULL FROM m
                UNION ALL SELECT 'articles', CAST(count(*) AS TEXT), NULL FROM article
                UNION ALL SELECT CASE WHEN (SELECT count(DISTINCT currency) FROM article) > 1 THEN 'value_' || currency
                                      ELSE 'value' END, value, currency FROM total
                UNION ALL SELECT 'hs', group_concat(hs), NULL
                  FROM (SELECT DISTINCT hs FROM article WHERE hs <> '' ORDER BY hs)
                UNION ALL SELECT 'mode', j ->> '$.tradeMode[0]', NULL FROM m
                UNION ALL SELECT CASE WHEN c.iso IS NULL THEN 'customs_country' ELSE 'country' END,
                                 coalesce(c.iso, m.j ->> '$.country[0]'), NULL
                  FROM m LEFT JOIN country AS c ON m.j ->> '$.country[0]' IN (c.number, c.alpha3)
                UNION ALL SELECT 'port_of_discharge', j ->> '$.POD[0]', NULL FROM m
                UNION ALL SELECT 'port', j ->> '$.portCode[0]', NULL FROM m
                UNION ALL SELECT 'customs_office', j ->> '$.customsCode[0]', NULL FROM m
                UNION ALL SELECT 'statistics_flag', j ->> '$.statisticsFlag[0]', NULL FROM m
                UNION ALL SELECT 'export_date', j ->> '$.ieDate[0]', NULL FROM m
                UNION ALL SELECT 'customs_list', invt_no, NULL FROM m
                UNION ALL SELECT 'consignor_ref', j ->> '$.ebcCode[0]', NULL FROM m)
              SELECT 'parcel' AS kind, logistics AS issuer, parcel AS code, name, value, unit
              FROM m, stated WHERE type = '603' AND NOT coalesce(withdrawn, 0) AND coalesce(value, '') <> ''
          # What an order or its payment comes to belongs to the order's number, until a list names order and parcel.
          - roots: [CEB303Message, CEB403Message]
            select: |
              SELECT 'parcel' AS kind, 'number' AS scheme, order_no AS code,
                     CASE type WHEN '303' THEN 'order_value' ELSE 'paid' END AS name,
                     coalesce(j ->> '$.goodsValue[0]', j ->> '$.charge[0]') AS value,
                     CASE j ->> '$.currency[0]' WHEN '142' THEN 'CNY' WHEN '502' THEN 'USD' WHEN '300' THEN 'EUR'
                       WHEN '303' THEN 'GBP' WHEN '344' THEN 'RUB' ELSE j ->> '$.currency[0]' END AS unit
              FROM m WHERE type IN ('303', '403') AND NOT coalesce(withdrawn, 0)
              UNION ALL
              SELECT 'parcel', 'number', order_no, 'consignor_ref', j ->> '$.ebcCode[0]', NULL
              FROM m WHERE type IN ('303', '403') AND NOT coalesce(withdrawn, 0)
          # The consignment, once for its rows; which parts of a split set are here is for whoever asks to add up.
          - roots: [CEB607Message, CEB509Message, CEB507Message, CEB701Message, CEB792Message]
            select: |
              WITH stated(name, value, unit) AS (
                SELECT 'traf_mode', j ->> '$.trafMode[0]', NULL FROM m
                UNION ALL SELECT 'traf_name', j ->> '$.trafName[0]', NULL FROM m
                UNION ALL SELECT 'voyage_no', j ->> '$.voyageNo[0]', NULL FROM m
                UNION ALL SELECT 'truck', j ->> '$.domesticTrafNo[0]', NULL FROM m
                UNION ALL SELECT 'customs_office', j ->> '$.customsCode[0]', NULL FROM m
                UNION ALL SELECT 'level', 'master', NULL FROM m WHERE type = '607'
                UNION ALL SELECT 'weight_kg', j ->> '$.grossWeight[0]', 'kg' FROM m)
              SELECT 'consignment' AS kind, 'number' AS scheme, NULL AS issuer, bill AS code, name, value, unit
              FROM m, stated WHERE type IN ('607', '509', '507') AND first AND bill IS NOT NULL
                AND NOT coalesce(withdrawn, 0) AND coalesce(value, '') <> ''
              UNION ALL
              SELECT CASE WHEN type <> '792' AND bill IS NOT NULL THEN 'consignment' ELSE 'declaration' END,
                     CASE WHEN type <> '792' THEN 'number' END,
                     CASE WHEN type <> '792' AND bill IS NULL THEN sender END,
                     CASE WHEN type = '792' THEN sum_no ELSE coalesce(bill, cop_no) END,
                     'part:' || type || ':' || coalesce(cop_no, sum_no, '') || ':'
                       || CASE WHEN is_part THEN CAST(part AS INTEGER) || '/' || CAST(parts AS INTEGER) ELSE '?' END,
                     CASE WHEN withdrawn THEN 'withdrawn' ELSE 'here' END, NULL
              FROM m WHERE type IN ('507', '509', '607', '701', '792') AND first
                AND (CAST(parts AS INTEGER) <> 1 OR NOT coalesce(is_part, 0))
                AND CASE WHEN type = '792' THEN sum_no ELSE coalesce(bill, cop_no) END IS NOT NULL
          - roots: [CEB604Message]
            select: |
              WITH stated(name, value) AS (
                SELECT 'order', order_no FROM m WHERE type = '604'
                UNION ALL SELECT 'statistics_flag', j ->> '$.statisticsFlag[0]' FROM m WHERE type = '604')
              SELECT 'declaration' AS kind, 'number' AS scheme, sender AS issuer, cop_no AS code, name, value
              FROM m, stated WHERE cop_no IS NOT NULL AND value <> ''
          # A filing for goods that come back; that they do is for a carrier to say.
          - roots: [CEB213Message, CEB215Message]
            select: |
              SELECT 'parcel' AS kind, logistics AS issuer, parcel AS code, 'return_filing' AS name, cop_no AS value
              FROM m WHERE type IN ('213', '215') AND parcel IS NOT NULL
              UNION ALL
              SELECT 'parcel', logistics, parcel, 'return_of_list', invt_no
              FROM m WHERE type IN ('213', '215') AND parcel IS NOT NULL
        """#
}

/// The same rows of waybills as tables, as 95306 and those who keep its lists export them.
///
/// 运单号 is a parcel in a consolidator's manifest and the railway's waybill here: a table is only taken for this one when
/// it also has a column that no manifest has, such as when loading was finished.
enum CR95306TableProfile {
    static let text = #"""
        name: cr-95306-table
        title: China Railway 95306 (waybills as a table)
        reads: csv
        zone: Asia/Shanghai

        columns:
          waybill: [运单号, 需求号, 货票号, 运单编号, 铁路运单号, 货运单号, 国铁运单号]
          request: [需求单号, 订单号]
          container: [箱号, 集装箱号, 柜号]
          wagon: [车号, 车种车号, 车皮号]
          train: [车次, 发车车次, 列车车次, 发站车次]
          departure: [发车时间, 发站发车时间, 发车日期, 始发时间]
          arrival_train: [到达车次, 到站车次]
          arrival: [到达时间, 到站时间, 到达日期]
          loading: [装车开始时间, 开始装车时间]
          loaded: [装车完成时间, 装车完毕时间, 装车结束时间, 装车完成, 装完时间]
          unloading: [卸车开始时间, 开始卸车时间]
          unloaded: [卸车完成时间, 卸车完毕时间, 卸车结束时间, 卸车完成, 卸完时间]
          origin: [发站, 始发站, 装车站, 发站名称]
          destination: [到站, 目的站, 卸车站, 到站名称]
          goods: [品名, 货物名称, 货物品名]
          pieces: [件数, 承运件数]
          weight: [重量, 货物重量, 承运重量]
          seal: [施封号, 封号, 铅封号]

        shape:
          any: [[waybill, loaded], [waybill, unloaded], [waybill, loading], [waybill, unloading],
                [waybill, arrival_train], [container, loaded], [container, unloaded], [wagon, loaded], [wagon, unloaded]]
        quantities: [pieces]

        milestones: { row.loaded: loaded, row.departed: departed, row.arrived: arrived, row.discharged: discharged }

        with: |
          f AS (SELECT upper(replace(trim(coalesce(:train, '')), '次', '')) AS number,
                       replace(substr(:departure, 1, 10), '/', '-') AS day),
          run(code) AS (
            SELECT number || '@' || day FROM f
            WHERE number GLOB 'X[89][0-9][0-9][0-9]' AND day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
          moved(kind, scheme, code) AS (
            SELECT CASE WHEN :container IS NOT NULL THEN 'container' WHEN :wagon IS NOT NULL THEN 'wagon'
                        ELSE 'consignment' END,
                   CASE WHEN coalesce(:container, :wagon) IS NULL THEN 'cr-waybill' END,
                   coalesce(:container, :wagon, :waybill))

        problems: |
          SELECT 'rejection' AS severity, 'no-subject' AS kind, 'waybill' AS "column", NULL AS value,
                 'the row names neither a waybill, a container nor a wagon' AS reason
          WHERE coalesce(:waybill, :container, :wagon) IS NULL
          UNION ALL
          SELECT 'warning', 'no-train-number', 'train', :train,
                 'this is no number of a block train (X8 or X9 and three digits); it is kept and makes no train'
          FROM f WHERE number <> '' AND NOT number GLOB 'X[89][0-9][0-9][0-9]'

        events:
          - |
            SELECT m.kind, m.scheme, m.code, w.raw_code, 'actual' AS classifier, w.at, 'name' AS place_scheme, w.place,
                   'CN' AS country
            FROM moved AS m, (
              SELECT 'row.loaded' AS raw_code, :loaded AS at, :origin AS place
              UNION ALL SELECT 'row.departed', :departure, :origin
              UNION ALL SELECT 'row.arrived', :arrival, :destination
              UNION ALL SELECT 'row.discharged', :unloaded, :destination) AS w
            WHERE w.at IS NOT NULL AND m.code IS NOT NULL
          - |
            SELECT 'train' AS kind, 'train' AS scheme, code, 'row.departed' AS raw_code, 'actual' AS classifier,
                   :departure AS at, 'name' AS place_scheme, :origin AS place, 'CN' AS country FROM run

        links:
          - needs: [container, waybill]
            select: |
              SELECT 'container' AS child_kind, :container AS child_code, 'consignment' AS parent_kind,
                     'cr-waybill' AS parent_scheme, :waybill AS parent_code
          - needs: [container, wagon]
            select: |
              SELECT 'container' AS child_kind, :container AS child_code, 'wagon' AS parent_kind,
                     :wagon AS parent_code, coalesce(:loaded, :departure) AS "from", :unloaded AS "until",
                     'observed' AS basis
          - needs: [train, departure]
            select: |
              SELECT CASE WHEN :wagon IS NOT NULL THEN 'wagon' ELSE m.kind END AS child_kind,
                     CASE WHEN :wagon IS NULL THEN m.scheme END AS child_scheme, coalesce(:wagon, m.code) AS child_code,
                     'train' AS parent_kind, 'train' AS parent_scheme, run.code AS parent_code, :departure AS "from",
                     'observed' AS basis
              FROM run, moved AS m WHERE coalesce(:wagon, m.code) IS NOT NULL

        facts:
          - needs: [waybill]
            select: |
              WITH stated(name, value) AS (
                VALUES ('origin', :origin), ('destination', :destination), ('goods', :goods), ('pieces', :pieces),
                       ('weight', :weight), ('request', :request), ('arrival_train_number', :arrival_train))
              SELECT 'consignment' AS kind, 'cr-waybill' AS scheme, :waybill AS code, name, value FROM stated
              WHERE value IS NOT NULL
          - needs: [container, seal]
            select: |
              SELECT 'container' AS kind, :container AS code, 'seal' AS name, :seal AS value
        """#
}

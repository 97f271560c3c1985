/// Where the containers of a train are, as operators and forwarders keep it by hand: one row for each event (long), or
/// one row for each container with a column for each milestone (wide), or a mixture.
enum PositionsProfile {
    static let text = head + milestones + events + rest

    private static let head = #"""
        name: positions
        title: Where containers are (table; a row for each event, or a column for each milestone)
        reads: table
        # A table kept by hand shows the clock of who keeps it, wherever the container is.
        clock: table

        columns:
          container: [箱号, 集装箱号, 柜号, 集装箱编号, 箱子号, Container No, Container, Container Number, CNTR No, Номер контейнера,
                      Контейнер]
          train: [车次, 车次号, 列车车次, Train No, Train, Train Number, Номер поезда, Поезд]
          departure: [发车日期, 发运日期, 开行日期, 发车时间, 班列日期, 班列发车日期, Departure Date, Date of Departure, Дата отправления]
          origin: [始发站, 发站, 起运站, 始发地, 发运站, Origin, Origin Station, Станция отправления]
          destination: [目的地, 目的站, 终到站, Destination, Destination Station, Станция назначения]
          place: [站点, 位置, 地点, 当前位置, 现在位置, 最新位置, 实时位置, 所在站, 所在地, 当前站, 当前站点, 车站, 站名, Location, Place,
                  Station, Current Location, Current Station, Станция, Станция операции, Местоположение, Дислокация]
          node: [节点, 当前节点, 最新节点, 运输节点, 节点名称]
          status: [状态, 事件, 动态, 当前状态, 最新状态, 运行状态, 物流状态, 运输状态, 在途状态, 箱状态, 运行动态, 最新动态, Status, Event,
                   Milestone, Статус, Операция, Состояние]
          at: [时间, 发生时间, 节点时间, 事件时间, 状态时间, 动态时间, 位置时间, 日期, 更新时间, 更新日期, Time, Date, Event Time, Event Date,
               Status Time, Updated, Last Update, Время, Дата, Дата операции, Дата и время]
          km_left: [剩余里程, 剩余公里, 剩余公里数, 剩余距离, 距目的站, 距终点, Km Left, Remaining Km, Distance Left, Остаток км,
                    Остаточное расстояние, Осталось км]
          border: [口岸, 出境口岸, 边境口岸, 出境站, 过境口岸, Border, Border Station, Погранпереход]
          remark: [备注, 说明, 备注信息, Remark, Remarks, Note, Comment, Примечание]
          updated: [制表时间, 制表日期, 报表日期, 报表时间, 统计时间, 统计日期, 截止时间, 截至时间, 截至, 数据时间, As Of]
          departed: [发车, 已发车, 实际发车, 实际发车时间, 实际发车日期, 始发, Departed, Actual Departure, ATD]
          border_arrived: [到口岸, 到达口岸, 抵达口岸, 抵口岸, 到口岸时间, 到达口岸时间, 抵达口岸时间, 口岸到达, At Border, Arrived at Border]
          gauge_changed: [换装, 换装时间, 换装日期, 完成换装, 换装完成, 换装完成时间, Gauge Change, Transshipment, Reloaded]
          border_departed: [出境, 出境时间, 出境日期, 已出境, 离境, 离境时间, 出口岸, 出口岸时间, Left Border, Border Departure]
          malaszewicze_arrived: [到马拉, 到马拉时间, 到达马拉, 抵达马拉, 抵马拉, 马拉到达, 到马拉舍维奇, Arrived Malaszewicze,
                                 Malaszewicze ATA]
          malaszewicze_departed: [出马拉, 出马拉时间, 离马拉, 离开马拉, 马拉发车, 马拉发出, 马拉出发, 出马拉舍维奇, Departed Malaszewicze,
                                  Malaszewicze ATD]
          brest_arrived: [到布列斯特, 抵布列斯特, 到达布列斯特, 到布列斯特时间, Arrived Brest]
          dostyk_arrived: [到多斯特克, 抵多斯特克, 到达多斯特克, 到多斯特克时间, Arrived Dostyk]
          altynkol_arrived: [到阿腾科里, 到达阿腾科里, 到阿尔滕科里, Arrived Altynkol]
          arrived: [到站, 到达, 已到站, 到站时间, 到站日期, 到达时间, 到目的站, 抵达目的站, 到达目的站, 到达目的地, 实际到站, 实际到达,
                    Arrived, Actual Arrival, ATA]
          eta: [ETA, 预计到站, 预计到达, 预计到站时间, 预计到达时间, 预计到站日期, 预到时间, 预达, 预计抵达, Estimated Arrival]
          gated_out: [提箱, 提箱时间, 提箱日期, 提柜, 提柜时间, 提离, 提离时间, 提货时间, Gate Out, Picked Up]
          stripped: [拆箱, 拆箱时间, 掏箱, 掏箱时间, 拆柜, Stripped, Unpacked]
          returned_empty: [还箱, 还箱时间, 还箱日期, 还空, 还空时间, 还柜, Empty Return, Returned Empty]
          free_until: [免箱期, 免箱期至, 免箱期截止, 免用箱期, 免柜期, Free Until, Free Time Until]
          ownership: [箱属, 箱权属, 箱主, COC/SOC, SOC/COC, Ownership]
          size: [箱型, 箱型尺寸, 尺寸, 柜型, Size, Type, Container Type]
          # A table of parcels is another document.
          parcel: [运单号, 包裹号, 快件单号, 包裹单号, Parcel No, Parcel, Parcel Number]
          bag: [袋号, 大包号, 总包号, Big Bag No, Bag No, Bag]

        recognise: { lacks: [parcel, bag] }
        days: [departure, free_until]
        times: [at, updated, departed, border_arrived, gauge_changed, border_departed, malaszewicze_arrived,
                malaszewicze_departed, brest_arrived, dostyk_arrived, altynkol_arrived, arrived, eta, gated_out, stripped,
                returned_empty]
        quantities: [km_left]
        merged: [train, departure, origin, destination, border, place]
        above: [train, departure, origin, destination, border, updated]
        shape:
          any: [[container, place], [container, node], [container, status], [container, border_arrived],
                [container, gauge_changed], [container, border_departed], [container, malaszewicze_arrived],
                [container, malaszewicze_departed], [container, brest_arrived], [container, dostyk_arrived],
                [container, altynkol_arrived], [container, departed, arrived], [container, eta], [container, gated_out],
                [container, returned_empty], [container, km_left], [train, departure, place]]

        """#

    private static let milestones = #"""
        # Words are compared without case. One that is not here stays as it came, unmapped and visible.
        milestones:
          POSITION: position
          ETA: arrived
          在途: position
          在途中: position
          途中: position
          运行中: position
          运输中: position
          行驶中: position
          在站: position
          停留: position
          in transit: position
          on the way: position
          en route: position
          position: position
          в пути: position
          发车: departed
          已发车: departed
          发运: departed
          已发运: departed
          出发: departed
          已出发: departed
          发出: departed
          已发出: departed
          离站: departed
          离开: departed
          驶离: departed
          始发: departed
          departed: departed
          departure: departed
          left: departed
          отправлен: departed
          отправлена: departed
          отправление: departed
          отправка: departed
          убыл: departed
          到达: arrived
          已到达: arrived
          到站: arrived
          已到站: arrived
          抵达: arrived
          已抵达: arrived
          到: arrived
          抵站: arrived
          arrived: arrived
          arrival: arrived
          прибыл: arrived
          прибыла: arrived
          прибытие: arrived
          通过: passed
          经过: passed
          途经: passed
          passed: passed
          проследовал: passed
          проследование: passed
          抵达口岸: border-arrived
          已抵达口岸: border-arrived
          到达口岸: border-arrived
          已到达口岸: border-arrived
          到口岸: border-arrived
          已到口岸: border-arrived
          抵口岸: border-arrived
          入境: border-arrived
          已入境: border-arrived
          at border: border-arrived
          arrived at border: border-arrived
          出境: border-departed
          已出境: border-departed
          离境: border-departed
          已离境: border-departed
          出口岸: border-departed
          left border: border-departed
          border crossed: border-departed
          换装: gauge-changed
          已换装: gauge-changed
          换装完成: gauge-changed
          完成换装: gauge-changed
          换轨: gauge-changed
          gauge changed: gauge-changed
          gauge change: gauge-changed
          transshipped: gauge-changed
          reloaded: gauge-changed
          перегружен: gauge-changed
          перегруз: gauge-changed
          перегрузка: gauge-changed
          查验: inspected
          海关查验: inspected
          已查验: inspected
          inspected: inspected
          досмотр: inspected
          甩箱: rolled
          被甩: rolled
          甩下: rolled
          甩柜: rolled
          落箱: rolled
          # The space was withdrawn: whatever it goes with later, it is not on this train.
          退舱: rolled
          rolled: rolled
          解编: detached
          甩挂: detached
          甩车: detached
          摘车: detached
          摘下: detached
          detached: detached
          отцеплен: detached
          отцепка: detached
          挂运: attached
          已挂运: attached
          补轴: attached
          加挂: attached
          挂车: attached
          attached: attached
          прицеплен: attached
          прицепка: attached
          滞留: held
          扣留: held
          扣车: held
          扣箱: held
          held: held
          задержан: held
          задержана: held
          брошен: held
          装箱: stuffed
          已装箱: stuffed
          stuffed: stuffed
          进站: gated-in
          已进站: gated-in
          进场: gated-in
          入场: gated-in
          入闸: gated-in
          集港: gated-in
          gate in: gated-in
          gated in: gated-in
          装车: loaded
          已装车: loaded
          loaded: loaded
          погружен: loaded
          погрузка: loaded
          卸车: discharged
          已卸车: discharged
          卸箱: discharged
          落地: discharged
          discharged: discharged
          unloaded: discharged
          выгружен: discharged
          выгрузка: discharged
          提离: gated-out
          已提离: gated-out
          提箱: gated-out
          已提箱: gated-out
          提柜: gated-out
          已提柜: gated-out
          提重: gated-out
          提空: gated-out
          出场: gated-out
          出闸: gated-out
          gate out: gated-out
          gated out: gated-out
          picked up: gated-out
          вывезен: gated-out
          拆箱: stripped
          已拆箱: stripped
          掏箱: stripped
          已掏箱: stripped
          拆柜: stripped
          stripped: stripped
          unpacked: stripped
          还空: gated-in
          已还空: gated-in
          还箱: gated-in
          已还箱: gated-in
          还柜: gated-in
          空箱归还: gated-in
          empty return: gated-in
          empty returned: gated-in
          сдан порожним: gated-in
          возврат порожнего: gated-in
          签收: delivered
          已签收: delivered
          交付: delivered
          已交付: delivered
          delivered: delivered

        """#

    private static let events = #"""
        events:
          # Long: what happened, where and when. A node may be a place or a milestone; the words tell which.
          - needs: [at]
            select: |
              WITH row(node_word, done) AS (SELECT
                :node IN ('发车', '已发车', '到达', '已到达', '到站', '已到站', '抵达口岸', '到达口岸', '到口岸', '换装', '已换装', '换装完成',
                          '出境', '已出境', '入境', '已入境', '在途', '进站', '集港', '装箱', '装车', '卸车', '查验', '提箱', '提离', '拆箱',
                          '还箱', '还空', '甩箱', '挂运', '解编', '补轴', '滞留', '停留', '退舱', '签收', '交付'),
                coalesce(:status, '完成') IN ('完成', '已完成', '正常', '是', 'done', 'ok', 'OK')),
              said(code, place) AS (SELECT
                CASE WHEN node_word AND done THEN :node
                     WHEN node_word AND coalesce(:status, '') <> (:node) THEN (:node) || ' / ' || (:status)
                     ELSE coalesce(:status, 'POSITION') END,
                coalesce(:place, CASE WHEN NOT node_word THEN :node END) FROM row)
              SELECT CASE WHEN :container IS NOT NULL THEN 'container' ELSE 'train' END AS kind,
                     CASE WHEN :container IS NULL THEN 'train' END AS scheme,
                     coalesce(:container, (:train) || '@' || (:departure)) AS code,
                     code AS raw_code, :at AS at, place,
                     CASE WHEN place IS NULL AND code IN ('出境', '已出境', '离境', '已离境') THEN 'CN' END AS country,
                     CASE WHEN code IN ('还空', '已还空', '还箱', '已还箱', '还柜', '空箱归还', '提空')
                            OR lower(code) IN ('empty return', 'empty returned') THEN 'empty' END AS load,
                     :remark AS text, :updated AS version,
                     -- What happens once at a place on a journey is one event, and a later table corrects its day.
                     CASE WHEN place IS NOT NULL AND code IN
                       ('发车', '已发车', '到达', '已到达', '到站', '已到站', '抵达', '已抵达', '抵达口岸', '到达口岸', '到口岸', '换装',
                        '已换装', '换装完成', '出境', '已出境', '入境', '已入境', '拆箱', '已拆箱', '还空', '还箱')
                       THEN 'at|' || code || '|' || place || '|' || substr(coalesce(:departure, :at), 1, 7) END
                       AS source_id
              FROM said
              WHERE coalesce(:container, (:train) || '@' || (:departure)) IS NOT NULL
                AND coalesce(:status, place, :node) IS NOT NULL
          # Wide: a column for each milestone. A container is used again, so an event is told apart by the month in which
          # its journey began: a corrected day replaces the one before it, the next journey's does not.
          - needs: [container]
            select: |
              WITH told(name, code, at, place, country, load) AS (VALUES
                ('departed', '发车', coalesce(:departed, CASE WHEN :train IS NULL THEN :departure END), :origin, NULL, NULL),
                ('border_arrived', '到口岸', :border_arrived, :border, NULL, NULL),
                ('gauge_changed', '换装', :gauge_changed, NULL, NULL, NULL),
                ('border_departed', '出境', :border_departed, :border,
                  CASE WHEN :border IS NULL THEN 'CN' END, NULL),
                ('dostyk_arrived', '到达', :dostyk_arrived, 'DST', NULL, NULL),
                ('altynkol_arrived', '到达', :altynkol_arrived, 'ALT', NULL, NULL),
                ('brest_arrived', '到达', :brest_arrived, 'BQT', NULL, NULL),
                ('malaszewicze_arrived', '到达', :malaszewicze_arrived, 'MAA', NULL, NULL),
                ('malaszewicze_departed', '发车', :malaszewicze_departed, 'MAA', NULL, NULL),
                -- In some tables the column called 到站 names the destination and not the day.
                ('arrived', '到站', CASE WHEN :arrived GLOB '*[0-9]*' THEN :arrived END, :destination, NULL, NULL),
                ('gated_out', '提箱', :gated_out, NULL, NULL, NULL),
                ('stripped', '拆箱', :stripped, NULL, NULL, NULL),
                ('returned_empty', '还箱', :returned_empty, NULL, NULL, 'empty'),
                ('eta', 'ETA', :eta, :destination, NULL, NULL)),
              read AS (SELECT *, name = 'eta' OR at LIKE '%预计%' OR at LIKE 'ETA%' AS is_estimate FROM told
                       WHERE at IS NOT NULL)
              SELECT 'container' AS kind, :container AS code, read.code AS raw_code,
                     CASE WHEN is_estimate THEN 'estimated' ELSE 'actual' END AS classifier,
                     trim(replace(replace(replace(replace(at, '预计', ''), 'ETA', ''), '()', ''), ':  ', '')) AS at,
                     place, country, load, :updated AS version,
                     CASE WHEN is_estimate THEN 'estimate|' || name
                          ELSE name || '|' || substr(coalesce(:departure, :departed, at), 1, 7) END AS source_id
              FROM read

        """#

    private static let rest = #"""
        problems:
          - needs: [train]
            per: [train, departure]
            select: |
              SELECT 'warning' AS severity, 'no-departure' AS kind, 'departure' AS "column", :train AS value,
                     'a train is known by its number and the day it left; without the day nothing is linked to it'
                     AS reason
              WHERE :departure IS NULL
          - needs: [container]
            select: |
              SELECT 'warning' AS severity, 'no-time' AS kind, 'at' AS "column",
                     coalesce(:status, :place, :node) AS value,
                     'the row says where the container is but not when; the position is not taken' AS reason
              WHERE :at IS NULL AND coalesce(:place, :status, :node) IS NOT NULL

        links:
          - needs: [container, train, departure]
            per: [container, train, departure]
            select: |
              SELECT 'container' AS child_kind, :container AS child_code,
                     'train' AS parent_kind, 'train' AS parent_scheme,
                     (:train) || '@' || (:departure) AS parent_code

        facts:
          - needs: [container]
            per: [container, km_left, destination, arrived, free_until, ownership, size]
            select: |
              WITH stated(name, value, unit) AS (VALUES
                ('km_left', :km_left, 'km'),
                ('destination', coalesce(:destination, CASE WHEN :arrived NOT GLOB '*[0-9]*' THEN :arrived END), NULL),
                ('free_until', :free_until, NULL), ('ownership', :ownership, NULL), ('size', :size, NULL))
              SELECT 'container' AS kind, :container AS code, name, value, unit FROM stated WHERE value IS NOT NULL
        """#
}

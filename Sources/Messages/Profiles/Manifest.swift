/// The table of what is in which container on which train, as consolidators write it.
enum ManifestProfile {
    static let text = #"""
        name: manifest
        title: Manifest of a train, container or bag (table)
        reads: table
        zone: Asia/Shanghai

        # Names are compared without case, blanks, units in brackets and punctuation. Of two cells that answer to one
        # column the earlier name in its list wins.
        columns:
          parcel: [运单号, 包裹号, 快件单号, 包裹单号, 快件号, 跟踪号, 运单编号, Parcel No, Parcel, Parcel Number, Waybill No, Waybill,
                   Waybill Number, Shipment ID]
          order: [订单号, 客户单号, 订单编号, 平台订单号, 参考号, Order No, Order Number, Order ID, Reference No]
          bag: [袋号, 大包号, 总包号, 包袋号, 袋子号, 大包编号, Big Bag No, Bag No, Bag, Bag Number, Bag ID, Big Bag, Receptacle]
          container: [箱号, 集装箱号, 柜号, 集装箱编号, Container No, Container, Container Number, CNTR No]
          seal: [封号, 铅封号, 关封号, Seal No, Seal, Seal Number]
          consignment: [提单号, 总运单号, 主单号, 总单号, MAWB, Master Bill, Bill No, Master Waybill, B/L No, BL No]
          train: [车次, 车次号, 列车车次, Train No, Train, Train Number]
          service_no: [班列号, 班列编号, 班列序号, Service No, Block Train No]
          departure: [发车日期, 发运日期, 开行日期, 发车时间, 班列日期, Departure Date, Departure, ETD, Date of Departure]
          origin: [始发站, 发站, 起运站, 始发地, Origin, Origin Station]
          destination: [目的地, 目的站, 到站, Destination, Destination Station]
          unload: [下货站, 卸货站, 下货地, Unloading Station, Unload, Discharge Station]
          wagon: [车号, 中方车号, 车皮号, Wagon No, Wagon, Wagon Number]
          last_mile: [尾程单号, 转单号, 尾程运单号, 末端单号, Tracking No, Tracking Number, Last Mile No, Last Mile Tracking No]
          last_mile_carrier: [尾程服务商, 尾程承运商, 末端派送商, Last Mile Carrier, Last Mile, Courier]
          country: [目的国, 目的国家, 收件国家, 国家, 国家代码, Destination Country, Country, Country Code]
          weight_kg: [毛重, 重量, 实重, 包裹重量, Gross Weight, Weight, Weight KG]
          pieces: [件数, 数量, Pieces, Pcs, Qty, Quantity]
          value: [货值, 申报价值, 申报金额, 总价值, Declared Value, Value, Total Value]
          currency: [币种, 币制, 货币, Currency]
          customs_list: [清单编号, 清单号, Customs List No, Customs List]
          mode: [监管方式, 贸易方式, Customs Mode, Supervision Mode, Mode]
          consignor_ref: [客户编码, 客户代码, 客户名称, 发货人, Consignor, Customer Code, Shipper]

        milestones: { DEPARTURE: departed }
        days: [departure]
        # Cells that people merge because one thing holds for many rows; never a parcel, never a weight.
        merged: [bag, container, seal, consignment, train, service_no, departure, origin, destination, unload, wagon,
                 country, consignor_ref]
        # What may stand above the header for all rows below it.
        above: [container, seal, consignment, train, service_no, departure, origin, destination, unload, wagon]
        quantities: [weight_kg, pieces, value]
        # A parcel on several rows, one for each article, is one parcel. Its facts are those of its first row; where
        # another row says something else, that is told: it may be the article's or the parcel's, and a sum may be wrong.
        agree: { per: parcel, columns: [bag, container], first: [weight_kg, pieces, value] }
        shape:
          any: [[parcel, bag], [parcel, container], [parcel, consignment], [bag, container], [bag, consignment],
                [container, consignment], [container, train], [container, wagon], [consignment, train], [wagon, train],
                [parcel, order], [parcel, last_mile]]

        problems:
          - needs: [train]
            per: [train, departure]
            select: |
              SELECT 'warning' AS severity, 'no-departure' AS kind, 'departure' AS "column", :train AS value,
                     'a train is known by its number and the day it left; without the day nothing is linked to it'
                     AS reason
              WHERE :departure IS NULL

        events:
          - needs: [train, departure]
            per: [train, departure, origin]
            select: |
              SELECT 'train' AS kind, 'train' AS scheme, (:train) || '@' || (:departure) AS code,
                     'DEPARTURE' AS raw_code, 'planned' AS classifier, :departure AS at, 'day' AS precision,
                     coalesce(:origin, 'URH') AS place

        links:
          - needs: [parcel, bag]
            select: |
              SELECT 'parcel' AS child_kind, :parcel AS child_code,
                     'bag' AS parent_kind, :bag AS parent_code
          - needs: [parcel, container]
            select: |
              SELECT 'parcel' AS child_kind, :parcel AS child_code,
                     'container' AS parent_kind, :container AS parent_code
              WHERE :bag IS NULL
          # Of a bag that stands in two containers each row says in which of them its parcel is.
          - needs: [parcel, bag, container]
            apart: [bag, container]
            select: |
              SELECT 'parcel' AS child_kind, :parcel AS child_code,
                     'container' AS parent_kind, :container AS parent_code
          - needs: [parcel, consignment]
            select: |
              SELECT 'parcel' AS child_kind, :parcel AS child_code, 'consignment' AS parent_kind,
                     'number' AS parent_scheme, :consignment AS parent_code
              WHERE :bag IS NULL
          - needs: [bag, container]
            per: [bag, container]
            select: |
              SELECT 'bag' AS child_kind, :bag AS child_code,
                     'container' AS parent_kind, :container AS parent_code
          - needs: [bag, consignment]
            per: [bag, consignment]
            select: |
              SELECT 'bag' AS child_kind, :bag AS child_code, 'consignment' AS parent_kind,
                     'number' AS parent_scheme, :consignment AS parent_code
          - needs: [container, consignment]
            per: [container, consignment]
            select: |
              SELECT 'container' AS child_kind, :container AS child_code, 'consignment' AS parent_kind,
                     'number' AS parent_scheme, :consignment AS parent_code
          - needs: [container, wagon]
            per: [container, wagon]
            select: |
              SELECT 'container' AS child_kind, :container AS child_code,
                     'wagon' AS parent_kind, :wagon AS parent_code
          # A container without a wagon stands on the train itself; one on a wagon goes where the wagon goes.
          - needs: [train, departure]
            per: [container, wagon, consignment, train, departure]
            select: |
              SELECT CASE WHEN :wagon IS NOT NULL THEN 'wagon'
                          WHEN :container IS NOT NULL THEN 'container' ELSE 'consignment' END AS child_kind,
                     CASE WHEN coalesce(:wagon, :container) IS NULL THEN 'number' END
                       AS child_scheme,
                     coalesce(:wagon, :container, :consignment) AS child_code,
                     'train' AS parent_kind, 'train' AS parent_scheme,
                     (:train) || '@' || (:departure) AS parent_code
              WHERE coalesce(:wagon, :container, :consignment) IS NOT NULL

        aliases:
          - needs: [parcel, order]
            select: |
              SELECT 'parcel' AS kind, :parcel AS code, 'parcel' AS alias_kind, 'number' AS alias_scheme,
                     :order AS alias_code, 'order' AS role
          - needs: [parcel, last_mile]
            select: |
              SELECT 'parcel' AS kind, :parcel AS code, 'parcel' AS alias_kind,
                     CASE WHEN :last_mile_carrier IS NOT NULL THEN 'number' END AS alias_scheme,
                     :last_mile_carrier AS alias_issuer, :last_mile AS alias_code,
                     'last-mile' AS role

        facts:
          - needs: [parcel]
            per: [parcel]
            select: |
              WITH stated(name, value, unit) AS (VALUES
                ('weight_kg', :weight_kg, 'kg'), ('pieces', :pieces, NULL), ('value', :value, :currency),
                ('country', :country, NULL), ('mode', :mode, NULL), ('customs_list', :customs_list, NULL),
                ('consignor_ref', :consignor_ref, NULL), ('destination', :destination, NULL),
                ('unload', :unload, NULL))
              SELECT 'parcel' AS kind, :parcel AS code, name, value, unit FROM stated WHERE value IS NOT NULL
          - needs: [container, seal]
            per: [container, seal]
            select: |
              SELECT 'container' AS kind, :container AS code, 'seal' AS name, :seal AS value
          - needs: [train, departure, service_no]
            per: [train, departure, service_no]
            select: |
              SELECT 'train' AS kind, 'train' AS scheme, (:train) || '@' || (:departure) AS code,
                     'service_no' AS name, :service_no AS value
        """#
}

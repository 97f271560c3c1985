/// The columns of a manifest, in the order they are written; the raw values are the canonical names.
public enum ManifestColumn: String, CaseIterable, Sendable {
    case parcel, bag, container, seal, consignment, train, departure, destination, country
    case weight = "weight_kg"
    case pieces, value, currency
    case customsList = "customs_list"
    case lastMile = "last_mile"
    case order

    /// The header of the column, as forwarders write it.
    public func title(_ language: ManifestLanguage) -> String {
        language == .en ? rawValue : titleZH
    }

    private var titleZH: String {
        switch self {
        case .parcel: "运单号"
        case .bag: "袋号"
        case .container: "箱号"
        case .seal: "封号"
        case .consignment: "提单号"
        case .train: "车次"
        case .departure: "发车日期"
        case .destination: "目的地"
        case .country: "目的国"
        case .weight: "重量(KG)"
        case .pieces: "件数"
        case .value: "申报价值"
        case .currency: "币种"
        case .customsList: "清单编号"
        case .lastMile: "尾程单号"
        case .order: "订单号"
        }
    }
}

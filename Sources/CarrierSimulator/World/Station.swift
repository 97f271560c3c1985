/// A place of the simulated corridor; the raw value is the node's short code.
public enum Station: String, CaseIterable, Hashable, Sendable {
    case urumqi = "URH"
    case kuytun = "KYT"
    case jinghe = "JHE"
    case alashankou = "ALK"
    case dostyk = "DST"
    case aktogay = "AGY"
    case astana = "AST"
    case petropavl = "PPK"
    case almaty = "ALM"
    case moscow = "MOW"
    case minsk = "MSQ"
    case brest = "BQT"
    case malaszewicze = "MAA"
    case lodz = "LOD"
    case prague = "PRG"
    case hamburg = "HAM"
    case duisburg = "DUI"

    /// UN/LOCODE; nil where the list has none.
    public var unlocode: String? { details.unlocode }
    public var name: String { details.name }
    public var nameZH: String { details.nameZH }
    /// ISO 3166 alpha-2.
    public var country: String { details.country }
    /// IANA name of the zone its clocks show.
    public var zone: String { details.zone }

    /// Whether trains wait here to cross a border.
    public var isBorder: Bool {
        switch self {
        case .alashankou, .dostyk, .brest, .malaszewicze: true
        default: false
        }
    }

    private struct Details {
        var unlocode: String?
        var name: String
        var nameZH: String
        var country: String
        var zone: String
    }

    private var details: Details {
        switch self {
        case .urumqi, .kuytun, .jinghe, .alashankou: chinese
        case .dostyk, .aktogay, .astana, .petropavl, .almaty: kazakh
        default: western
        }
    }

    private var chinese: Details {
        func station(_ unlocode: String?, _ name: String, _ nameZH: String) -> Details {
            Details(unlocode: unlocode, name: name, nameZH: nameZH, country: "CN", zone: "Asia/Shanghai")
        }
        return switch self {
        case .kuytun: station("CNKUY", "Kuytun", "奎屯")
        case .jinghe: station(nil, "Jinghe", "精河")
        case .alashankou: station("CNAKL", "Alashankou", "阿拉山口")
        default: station("CNULZ", "Urumqi", "乌鲁木齐")
        }
    }

    private var kazakh: Details {
        func station(_ unlocode: String?, _ name: String, _ nameZH: String) -> Details {
            Details(unlocode: unlocode, name: name, nameZH: nameZH, country: "KZ", zone: "Asia/Almaty")
        }
        return switch self {
        case .aktogay: station("KZAGY", "Aktogay", "阿克斗卡")
        case .astana: station("KZAST", "Astana", "阿斯塔纳")
        case .petropavl: station("KZPPK", "Petropavl", "彼得罗巴甫尔")
        case .almaty: station("KZALA", "Almaty", "阿拉木图")
        default: station("KZDOS", "Dostyk", "多斯特克")
        }
    }

    private var western: Details {
        func station(_ unlocode: String, _ name: String, _ nameZH: String, _ zone: String) -> Details {
            Details(unlocode: unlocode, name: name, nameZH: nameZH, country: String(unlocode.prefix(2)), zone: zone)
        }
        return switch self {
        case .moscow: station("RUMOW", "Moscow", "莫斯科", "Europe/Moscow")
        case .minsk: station("BYMSQ", "Minsk", "明斯克", "Europe/Minsk")
        case .brest: station("BYBQT", "Brest", "布列斯特", "Europe/Minsk")
        case .malaszewicze: station("PLMAA", "Małaszewicze", "马拉舍维奇", "Europe/Warsaw")
        case .lodz: station("PLLOD", "Łódź", "罗兹", "Europe/Warsaw")
        case .prague: station("CZPRG", "Prague", "布拉格", "Europe/Prague")
        case .hamburg: station("DEHAM", "Hamburg", "汉堡", "Europe/Berlin")
        default: station("DEDUI", "Duisburg", "杜伊斯堡", "Europe/Berlin")
        }
    }
}

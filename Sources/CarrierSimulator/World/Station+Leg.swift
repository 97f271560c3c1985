extension Station {
    /// Whether its trains pass Małaszewicze.
    var isWestOfPoland: Bool { legFromDostyk == .dostykToMalaszewicze }

    /// The leg that begins at Dostyk for containers bound here.
    var legFromDostyk: LegTime {
        switch self {
        case .almaty: .dostykToAlmaty
        case .moscow: .dostykToMoscow
        default: .dostykToMalaszewicze
        }
    }

    /// How the leg from Małaszewicze compares with the one to Duisburg.
    var hubLegScale: Double {
        switch self {
        case .lodz: 0.35
        case .prague: 0.8
        case .hamburg: 0.95
        default: 1
        }
    }
}

import Tracking

/// The DCSA Track & Trace code of an event: its type and its type code.
enum DCSACode: Hashable, Sendable {
    case equipment(String)
    case transport(String)

    /// Nil for what a carrier does not tell: passing trains, rolled boxes, the change of gauge itself.
    init?(_ milestone: Milestone) {
        switch milestone {
        case .stuffed: self = .equipment("STUF")
        case .gatedIn: self = .equipment("GTIN")
        case .loaded, .attached: self = .equipment("LOAD")
        case .discharged, .detached: self = .equipment("DISC")
        case .gatedOut: self = .equipment("GTOT")
        case .stripped: self = .equipment("STRP")
        case .inspected: self = .equipment("INSP")
        case .departed, .borderDeparted: self = .transport("DEPA")
        case .arrived, .borderArrived: self = .transport("ARRI")
        default: return nil
        }
    }

    var type: String {
        switch self {
        case .equipment: "EQUIPMENT"
        case .transport: "TRANSPORT"
        }
    }

    var typeCode: String {
        switch self {
        case .equipment(let code), .transport(let code): code
        }
    }
}

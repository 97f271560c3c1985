import Tracking

/// Writes a carrier's records as DCSA Track & Trace 2.2 and 3.0 events.
struct DCSARendering: Sendable {
    var zones: ZoneTable

    func event(_ record: CarrierRecord, _ version: DCSAVersion) -> JSONText {
        version == .v2 ? version2(record) : version3(record)
    }

    func classifier(_ record: CarrierRecord) -> JSONText {
        switch record.classifier {
        case .actual: .text("ACT")
        case .planned: .text("PLN")
        case .estimated: .text("EST")
        }
    }

    /// Local to the place, with its offset at that moment.
    func happened(_ record: CarrierRecord) -> JSONText {
        .text(zones.local(record.event.at, at: record.event.station).timestamp)
    }

    /// When the carrier wrote the record, in UTC.
    func published(_ record: CarrierRecord) -> JSONText {
        .text(LocalTime(record.publishedAt, offsetMinutes: 0).timestamp)
    }

    func emptyIndicator(_ record: CarrierRecord) -> JSONText {
        .text(record.event.load == .empty ? "EMPTY" : "LADEN")
    }

    /// Everything on the rails goes by rail; the rest comes and goes on a truck.
    func mode(_ record: CarrierRecord) -> JSONText {
        .text(isRail(record) ? "RAIL" : "TRUCK")
    }

    func isRail(_ record: CarrierRecord) -> Bool {
        if case .transport = record.code { return true }
        return ["LOAD", "DISC", "XCHK"].contains(record.code.typeCode)
    }

    /// Where at its place an event happens: at a border, a packing station, a depot, a rail terminal.
    func facility(_ record: CarrierRecord, border: String) -> JSONText {
        let isEmpty = record.event.load == .empty
        switch record.code.typeCode {
        case "STUF", "STRP": return .text("COFS")
        case "GTIN" where isEmpty, "GTOT" where isEmpty: return .text("DEPO")
        default: return .text(record.event.station?.isBorder == true ? border : "RAMP")
        }
    }
}

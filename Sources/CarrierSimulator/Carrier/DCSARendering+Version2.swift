import Tracking

/// DCSA Track & Trace 2.2: flat events, the container of a transport event among its references.
extension DCSARendering {
    func version2(_ record: CarrierRecord) -> JSONText {
        let common: [(String, JSONText?)] = [
            ("eventID", .text(record.id)), ("eventType", .text(record.code.type)),
            ("eventCreatedDateTime", published(record)), ("eventClassifierCode", classifier(record)),
            ("eventDateTime", happened(record)),
        ]
        switch record.code {
        case .equipment(let code): return .object(common + equipment(record, code))
        case .transport(let code): return .object(common + transport(record, code))
        }
    }

    private func equipment(_ record: CarrierRecord, _ code: String) -> [(String, JSONText?)] {
        [
            ("equipmentEventTypeCode", .text(code)), ("equipmentReference", .text(record.container)),
            ("ISOEquipmentCode", .text(record.trip.sizeType)), ("emptyIndicatorCode", emptyIndicator(record)),
            ("eventLocation", location(record)), ("transportCall", transportCall(record)),
            ("documentReferences", documents(record)), ("references", .array([])), ("seals", seals(record)),
        ]
    }

    private func transport(_ record: CarrierRecord, _ code: String) -> [(String, JSONText?)] {
        let reference = JSONText.object([("referenceType", .text("EQ")), ("referenceValue", .text(record.container))])
        return [
            ("transportEventTypeCode", .text(code)), ("transportCall", transportCall(record)),
            ("documentReferences", documents(record)), ("references", .array([reference])),
        ]
    }

    private func location(_ record: CarrierRecord) -> JSONText? {
        record.event.station.map {
            .object([("locationName", .text($0.name)), ("UNLocationCode", $0.unlocode.map(JSONText.text))])
        }
    }

    private func transportCall(_ record: CarrierRecord) -> JSONText {
        let station = record.event.station
        let call = [record.event.service ?? "road", station?.rawValue ?? "", record.trip.consignment ?? ""]
        return .object([
            ("transportCallID", .text(call.joined(separator: "-"))),
            ("exportVoyageNumber", record.event.service.map(JSONText.text)),
            ("UNLocationCode", (station?.unlocode).map(JSONText.text)),
            ("facilityTypeCode", facility(record, border: "BOCR")), ("modeOfTransport", mode(record)),
            ("location", location(record)),
        ])
    }

    private func documents(_ record: CarrierRecord) -> JSONText {
        .array(
            (record.trip.consignment.map { [$0] } ?? []).map {
                .object([("documentReferenceType", .text("BKG")), ("documentReferenceValue", .text($0))])
            })
    }

    private func seals(_ record: CarrierRecord) -> JSONText? {
        guard record.event.load == .laden, let seal = record.trip.seal else { return nil }
        return .array([.object([("sealNumber", .text(seal)), ("sealSource", .text("SHI"))])])
    }
}

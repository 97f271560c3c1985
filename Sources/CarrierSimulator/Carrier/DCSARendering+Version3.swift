/// DCSA Track & Trace 3.0: nested events that can be withdrawn, with the train and wagon spelled out.
extension DCSARendering {
    func version3(_ record: CarrierRecord) -> JSONText {
        .object([
            ("eventRouting", routing), ("eventID", .text(record.id)), ("eventDateTime", happened(record)),
            ("eventUpdatedDateTime", published(record)), ("isRetracted", record.isRetracted ? .flag(true) : nil),
            ("eventLocation", location(record)), ("eventClassification", classification(record)),
            ("shipmentDetails", shipment(record)), ("equipmentDetails", equipment(record)),
            ("transportDetails", transport(record)),
        ])
    }

    private var routing: JSONText {
        .object([
            (
                "originatingParty",
                .object([
                    ("partyCode", .text("CRVN")), ("codeListProvider", .text("SMDG")), ("codeListName", .text("LCL")),
                    ("partyFunction", .text("CA")),
                ])
            )
        ])
    }

    private func classification(_ record: CarrierRecord) -> JSONText {
        let name =
            switch record.code {
            case .equipment: "equipmentEventTypeCode"
            case .transport: "transportEventTypeCode"
            }
        return .object([
            ("eventTypeCode", .text(record.code.type)), ("eventClassifierCode", classifier(record)),
            (name, .text(record.code.typeCode)),
        ])
    }

    private func location(_ record: CarrierRecord) -> JSONText? {
        record.event.station.map {
            .object([
                ("locationName", .text($0.name)), ("UNLocationCode", $0.unlocode.map(JSONText.text)),
                ("facilityTypeCode", facility(record, border: "BORD")),
            ])
        }
    }

    private func shipment(_ record: CarrierRecord) -> JSONText? {
        record.trip.consignment.map {
            .object([("documentReference", .object([("typeCode", .text("BKG")), ("reference", .text($0))]))])
        }
    }

    private func equipment(_ record: CarrierRecord) -> JSONText {
        .object([
            ("equipmentReference", .text(record.container)), ("ISOEquipmentCode", .text(record.trip.sizeType)),
            ("emptyIndicatorCode", emptyIndicator(record)),
        ])
    }

    private func transport(_ record: CarrierRecord) -> JSONText? {
        guard isRail(record) else { return nil }
        let call = (record.event.service ?? "rail") + "-" + (record.event.station?.rawValue ?? "")
        return .object([
            (
                "transportCall",
                .object([
                    ("transportCallReference", .text(call)), ("modeOfTransport", mode(record)),
                    (
                        "railTransport",
                        .object([
                            ("railCarReference", record.event.wagon.map(JSONText.text)),
                            ("railServiceReference", record.event.service.map(JSONText.text)),
                        ])
                    ),
                ])
            )
        ])
    }
}

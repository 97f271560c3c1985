import Tracking

/// Writes answers as DHL's unified interface does: newest event first, local times without an offset.
struct LastMileRendering: Sendable {
    private let zones: ZoneTable

    init(zones: ZoneTable) {
        self.zones = zones
    }

    func answer(_ known: LastMileParcel, at now: Instant) -> JSONText {
        let parcel = known.parcel
        let events = known.told(by: now).reversed().map { event($0, parcel) }
        let address = JSONText.object([("address", .object([("countryCode", .text(parcel.country))]))])
        let details = JSONText.object([
            ("product", .object([("productName", .text("Parcel"))])),
            (
                "weight",
                .object([("value", .decimal(Double(parcel.weightGrams) / 1000)), ("unitText", .text("kg"))])
            ),
        ])
        let shipment = JSONText.object([
            ("id", .text(parcel.lastMile)), ("service", .text("parcel-de")), ("destination", address),
            ("status", events.first), ("details", details), ("events", .array(Array(events))),
        ])
        return .object([("shipments", .array([shipment]))])
    }

    func problem(_ status: Int, _ title: String, _ detail: String, _ request: CarrierRequest) -> CarrierAnswer {
        let instance = "/shipment/" + (request.query["trackingNumber"] ?? "")
        return CarrierAnswer(
            status,
            .object([
                ("title", .text(title)), ("detail", .text(detail)), ("status", .number(status)),
                ("instance", .text(instance)),
            ]))
    }

    private func event(_ event: TrueEvent, _ parcel: TrueParcel) -> JSONText {
        let words = Self.words(event.milestone)
        var address: [(String, JSONText?)] = [("countryCode", .text(event.station?.country ?? parcel.country))]
        if let station = event.station { address.append(("addressLocality", .text(station.name))) }
        return .object([
            ("timestamp", .text(timestamp(event, parcel))),
            ("location", .object([("address", .object(address))])),
            ("statusCode", .text(words.code)), ("status", .text(words.status)),
            ("description", .text(words.description)),
        ])
    }

    /// The clock of the place without its offset; where we have no clock of the country, UTC, which says so.
    private func timestamp(_ event: TrueEvent, _ parcel: TrueParcel) -> String {
        let country = event.station?.country ?? parcel.country
        guard let station = Self.clocks[country] else { return LocalTime(event.at, offsetMinutes: 0).timestamp }
        return String(zones.local(event.at, at: station).timestamp.prefix(19))
    }

    /// A station whose clocks show the time of a country.
    private static let clocks: [String: Station] = [
        "DE": .duisburg, "FR": .duisburg, "NL": .duisburg, "BE": .duisburg, "AT": .duisburg, "IT": .duisburg,
        "ES": .duisburg, "CZ": .prague, "SK": .prague, "PL": .lodz, "KZ": .almaty, "RU": .moscow,
    ]

    private static func words(_ milestone: Milestone) -> (code: String, status: String, description: String) {
        switch milestone {
        case .announced:
            ("pre-transit", "pre-transit", "The instruction data for this shipment have been provided by the sender")
        case .handedOver: ("transit", "transit", "The shipment has been processed in the parcel center of origin")
        case .outForDelivery: ("transit", "out-for-delivery", "The shipment has been loaded onto the delivery vehicle")
        case .deliveryFailed: ("failure", "failure", "The shipment could not be delivered, the recipient was absent")
        case .returning: ("transit", "returned", "The shipment is being returned to the sender")
        default: ("delivered", "delivered", "The shipment has been successfully delivered")
        }
    }
}

import Tracking

/// The listing of a container's events.
extension DCSACarrier {
    private static let largestPage = 1000

    func events(_ request: CarrierRequest, _ version: DCSAVersion) -> CarrierAnswer {
        guard let container = request.query["equipmentReference"], !container.isEmpty, !container.contains(",") else {
            return problem(request, 400, "invalidQuery", "Exactly one equipmentReference is needed.")
        }
        guard let limit = Int(request.query["limit"] ?? "100"), (1...Self.largestPage).contains(limit) else {
            return problem(request, 400, "invalidQuery", "The limit is a number from 1 to \(Self.largestPage).")
        }
        guard let publications = publications(of: container) else { return page([], version, next: nil) }
        let published = publications.count(at: clock.now)
        var cursor = PageCursor(published: published, offset: 0)
        if let text = request.query["cursor"] {
            guard let given = PageCursor(text), given.published <= published else {
                return problem(request, 400, "invalidQuery", "The cursor is not one of an earlier answer.")
            }
            cursor = given
        }
        return remembered(Listing(version: version, container: container, cursor: cursor, limit: limit), publications)
    }

    private func remembered(_ listing: Listing, _ publications: Publications) -> CarrierAnswer {
        if let known = state.withLock({ $0.page(listing) }) { return known }
        let records = publications.listing(first: listing.cursor.published, in: listing.version)
        let events = records.dropFirst(listing.cursor.offset).prefix(listing.limit)
        let end = listing.cursor.offset + events.count
        let next = end < records.count ? PageCursor(published: listing.cursor.published, offset: end) : nil
        let answer = page(events.map { rendering.event($0, listing.version) }, listing.version, next: next)
        state.withLock { $0.keep(answer, for: listing) }
        return answer
    }

    private func page(_ events: [JSONText], _ version: DCSAVersion, next: PageCursor?) -> CarrierAnswer {
        var headers = [(name: "API-Version", value: version.number)]
        if let next { headers.append(("Next-Page-Cursor", next.text)) }
        switch version {
        case .v2: return CarrierAnswer(200, headers: headers, .array(events))
        case .v3: return CarrierAnswer(200, headers: headers, .object([("events", .array(events))]))
        }
    }

    /// An error in the form that DCSA 2.2 gives it.
    func problem(
        _ request: CarrierRequest, _ status: Int, _ reason: String, _ message: String,
        headers: [(name: String, value: String)] = []
    ) -> CarrierAnswer {
        let error = JSONText.object([("reason", .text(reason)), ("message", .text(message))])
        let body = JSONText.object([
            ("httpMethod", .text(request.method)), ("requestUri", .text(request.path)), ("errors", .array([error])),
            ("statusCode", .number(status)), ("statusCodeText", .text(reason)),
            ("errorDateTime", .text(LocalTime(clock.now, offsetMinutes: 0).timestamp)),
        ])
        return CarrierAnswer(status, headers: headers, body)
    }
}

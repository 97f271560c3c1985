public import Tracking

/// What the working out of links starts from, read as it is known now.
extension ReadSession {
    /// Facts of a parcel that tell something of its container.
    private static let parcelFacts: Set<String> = [
        "destination", "unload", "country", "service", "customs_list", "weight_kg", "pieces", "consignor_ref",
    ]

    /// Goes through the parcels that no paper puts into a container, in the order they were first named.
    public func forEachOpenParcel(_ body: (UnplacedParcel) throws -> Void) throws {
        var last: Int64 = 0
        while true {
            let parcels = try openParcels(after: last)
            guard let end = parcels.last else { return }
            for parcel in parcels { try body(unplaced(parcel)) }
            last = end.id
        }
    }

    /// Read in stretches, so that no statement is open while others write.
    private func openParcels(after last: Int64) throws -> [StoredSubject] {
        let rows = try statement(
            """
            SELECT s.id, s.code, s.kind, s.scheme, s.issuer FROM inference_open AS o CROSS JOIN subject AS s ON s.id = o.parcel
            WHERE o.parcel > ? ORDER BY o.parcel LIMIT 1000
            """
        ).bind(.integer(last))
        return try readSubjects(rows)
    }

    private func unplaced(_ stored: StoredSubject) throws -> UnplacedParcel {
        var parcel = UnplacedParcel(stored: stored)
        try read(stored, into: &parcel)
        // A number of the line haul is scanned like the parcel's own.
        for alias in try aliases(of: stored) where alias.subject == stored.subject && alias.role == .lineHaul {
            if let other = try self.stored(alias.alias) { try read(other, into: &parcel) }
        }
        return parcel
    }

    private func read(_ stored: StoredSubject, into parcel: inout UnplacedParcel) throws {
        parcel.events += try events(of: stored)
        parcel.facts.merge(try latestFacts(of: stored.id, Self.parcelFacts)) { own, _ in own }
        let links = try toldParents(of: stored)
        parcel.denied.formUnion(links.lazy.map(\.link).filter(\.isDenial).map(\.parent))
        for (link, parent) in links where !parcel.denied.contains(parent.subject) && link.basis != .planned {
            switch parent.subject.kind {
            case .bag: parcel.bags.append(parent.subject)
            case .consignment, .declaration: parcel.papers.append(parent.subject)
            case .train: parcel.trains.append(parent.subject)
            case .container, .wagon, .vehicle, .parcel: break
            }
        }
    }

    /// Of each name what was told last; of two told at once the greater.
    private func latestFacts(of id: Int64, _ names: Set<String>) throws -> [String: String] {
        var latest: [String: (toldAt: Int64, value: String)] = [:]
        let rows = try statement("SELECT form, stated, message, told_at, since, NULL FROM fact WHERE subject = ?")
            .bind(.integer(id))
        while try rows.step() {
            guard believes(rows, message: 2, endedBy: 5, since: 4) else { continue }
            let toldAt = try max(rows.optionalInteger(3) ?? .min, receivedAt(rows.integer(2)).milliseconds)
            for (stated, value) in zip(try form(rows.integer(0)).names, rows.texts(1)) where names.contains(stated.name)
            {
                if let known = latest[stated.name], (known.toldAt, known.value) >= (toldAt, value) { continue }
                latest[stated.name] = (toldAt, value)
            }
        }
        return latest.mapValues(\.value)
    }
}

extension ReadSession {
    private static let containerFacts: Set<String> = [
        "destination", "unload", "country", "service", "pieces", "weight_kg", "gross_weight_kg", "consignor_ref",
    ]

    /// Goes through the containers of which something was heard since then, with their contents.
    public func forEachContainer(since: Instant, _ body: (KnownContainer) throws -> Void) throws {
        var candidates: [KnownContainer] = []
        try forEach(.container) { stored in
            var container = KnownContainer(stored: stored)
            container.events = try events(of: stored)
            try readCarriers(of: stored, into: &container)
            if Self.isRecent(container, since) { candidates.append(container) }
            return true
        }
        for var container in candidates {
            container.facts = try latestFacts(of: container.stored.id, Self.containerFacts)
            try readContents(of: container.stored.id, in: nil, into: &container)
            try body(container)
        }
    }

    /// The events of a train, planned and actual.
    public func events(ofTrain train: Subject) throws -> [Event] {
        try stored(train).map { try events(of: $0) } ?? []
    }

    private static func isRecent(_ container: KnownContainer, _ since: Instant) -> Bool {
        container.events.contains { $0.time.latest >= since } || container.trains.contains { $0.recordedAt >= since }
    }

    private func readCarriers(of stored: StoredSubject, into container: inout KnownContainer) throws {
        for (link, parent) in try toldParents(of: stored) where !link.isDenial {
            switch parent.subject.kind {
            case .train: container.trains.append(link)
            case .wagon:
                container.trains += try toldParents(of: parent).map(\.link)
                    .filter { $0.parent.kind == .train && !$0.isDenial }
            case .consignment:
                container.papers.insert(parent.subject)
                // A bill on one train carries its containers with it.
                container.trains += try toldParents(of: parent).map(\.link)
                    .filter { $0.parent.kind == .train && !$0.isDenial }
            case .declaration: container.papers.insert(parent.subject)
            case .container, .vehicle, .parcel, .bag: break
            }
        }
    }

    private func readContents(of carrier: Int64, in bag: String?, into container: inout KnownContainer) throws {
        for child in try childNumbers(of: carrier) {
            guard let stored = try subject(child) else { continue }
            switch stored.subject.kind {
            case .bag:
                container.bags.insert(stored.subject.code)
                if bag == nil { try readContents(of: child, in: stored.subject.code, into: &container) }
            case .parcel: try readContent(stored, in: bag, into: &container)
            case .container, .wagon, .vehicle, .consignment, .train, .declaration: break
            }
        }
    }

    private func readContent(_ stored: StoredSubject, in bag: String?, into container: inout KnownContainer) throws {
        let facts = try latestFacts(of: stored.id, Self.parcelFacts)
        var bag = bag
        for (link, parent) in try toldParents(of: stored) where !link.isDenial {
            switch parent.subject.kind {
            case .bag where bag == nil: bag = parent.subject.code
            case .consignment, .declaration: container.papers.insert(parent.subject)
            default: break
            }
        }
        if let list = facts["customs_list"] { container.customsLists.insert(list) }
        container.parcels[.init(bag: bag, consignor: facts["consignor_ref"]), default: 0] += 1
        container.takenPieces += facts["pieces"].flatMap(Int.init) ?? 1
        container.takenKilograms += facts["weight_kg"].flatMap(Double.init) ?? 0
        if let country = facts["country"] { container.countries[country, default: 0] += 1 }
        if let place = facts["unload"] ?? facts["destination"] { container.destinations[place, default: 0] += 1 }
        if let service = facts["service"] { container.services[service, default: 0] += 1 }
    }
}

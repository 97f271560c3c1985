internal import Tracking

extension RowReader {
    mutating func link(_ row: MappedRow, _ select: PreparedSelect) -> ReportedLink? {
        guard let child = subject(row, select.identifier), let parent = subject(row, select.other) else { return nil }
        guard child != parent else {
            reject("self-link", "parent_code", parent.code, "a thing cannot be carried in itself")
            return nil
        }
        var basis: LinkBasis?
        if let name = row.text(select.basis) {
            basis = LinkBasis(rawValue: name)
            guard basis != nil else {
                reject(
                    "bad-basis", "basis", name,
                    "there are \(LinkBasis.allCases.map(\.rawValue).joined(separator: ", "))")
                return nil
            }
        }
        guard case .some(let from) = optionalTime(row, select.from, "from"),
            case .some(let until) = optionalTime(row, select.until, "until")
        else { return nil }
        let isDenied = row.text(select.denied) == "1"
        guard !isDenied || basis == .byHand else {
            reject("bad-basis", "denied", "1", "only a person denies a link; its basis is by-hand")
            return nil
        }
        let retracted = row.text(select.retracted).map { $0 == "1" || $0 == "true" } ?? false
        return ReportedLink(
            child: child, parent: parent, from: from, until: until, basis: basis, isDenied: isDenied,
            retracted: retracted, sourceID: row.text(select.sourceID))
    }

    mutating func alias(_ row: MappedRow, _ select: PreparedSelect) -> ReportedAlias? {
        guard let subject = subject(row, select.identifier), let alias = self.subject(row, select.other) else {
            return nil
        }
        guard subject != alias else { return nil }
        guard subject.kind == alias.kind else {
            reject(
                "bad-alias", "alias_kind", alias.code,
                "another number of a \(subject.kind.rawValue) cannot be that of a \(alias.kind.rawValue)")
            return nil
        }
        let name = row.text(select.role)
        guard let role = name.flatMap(AliasRole.init(rawValue:)) else {
            reject("bad-role", "role", name, "there are \(AliasRole.allCases.map(\.rawValue).joined(separator: ", "))")
            return nil
        }
        guard case .some(let from) = optionalTime(row, select.from, "from") else { return nil }
        let byHand = row.text(select.byHand).map { $0 == "1" }
        return ReportedAlias(subject: subject, alias: alias, role: role, from: from, byHand: byHand)
    }

    mutating func fact(_ row: MappedRow, _ select: PreparedSelect) -> ReportedFact? {
        // A fact without a value is nothing said, and no reason to complain.
        guard let name = row.text(select.name), var value = row.text(select.value) else { return nil }
        guard let subject = subject(row, select.identifier) else { return nil }
        // A country is asked for by its code, whatever a carrier calls it.
        if Self.countries.contains(name), let code = Places.country(named: value) { value = code }
        if profile.quantities.contains(name) {
            guard let plain = PlainNumber.read(value) else {
                reject("bad-quantity", name, value, "a decimal number such as 1234.5 was expected")
                return nil
            }
            value = plain
        }
        return ReportedFact(subject: subject, name: name, value: value, unit: row.text(select.unit))
    }

    /// Facts whose value is a country: its code where its name is known, and otherwise what was said.
    private static let countries: Set<String> = ["country", "origin_country"]

    mutating func watch(_ row: MappedRow, _ select: PreparedSelect) -> ReportedWatch? {
        guard row.text(select.identifier.code) != nil || row.text(select.carrier) != nil else { return nil }
        guard let subject = subject(row, select.identifier) else { return nil }
        guard let carrier = row.text(select.carrier) else {
            reject("no-carrier", "carrier", nil, "which carrier is to be asked?")
            return nil
        }
        return ReportedWatch(subject: subject, carrier: carrier, asks: row.text(select.asks) != "0")
    }

    mutating func retraction(_ row: MappedRow, _ select: PreparedSelect) -> ReportedRetraction? {
        guard let subject = subject(row, select.identifier) else { return nil }
        guard let at = row.text(select.column("occurred_at")), let source = row.text(select.column("source")) else {
            reject("no-event", "source", nil, "a retraction names the event: when it occurred and who told it")
            return nil
        }
        guard let time = time(at, zone: nil, place: nil, column: "occurred_at") else { return nil }
        let classifier = row.text(select.column("classifier")) ?? EventClassifier.actual.rawValue
        guard let classifier = EventClassifier(rawValue: classifier) else {
            reject("bad-classifier", "classifier", classifier, "there are actual, planned and estimated")
            return nil
        }
        return ReportedRetraction(
            key: EventKey(
                subject: subject, occurredAt: time.instant, source: source,
                sourceID: row.text(select.column("source_id")) ?? "",
                rawCode: row.text(select.column("raw_code")) ?? "",
                place: row.text(select.column("place")).map(PlaceReference.init(text:)), classifier: classifier))
    }

    mutating func undoing(_ row: MappedRow, _ select: PreparedSelect) -> ReportedUndoing? {
        guard let source = row.text(select.column("source")),
            let sha256 = row.text(select.column("sha256")).flatMap(Self.fingerprint)
        else {
            reject("no-message", "sha256", row.text(select.column("sha256")), "which message? name source and SHA-256")
            return nil
        }
        return ReportedUndoing(
            source: source, sha256: sha256,
            replacement: row.text(select.column("replacement")).flatMap(Self.fingerprint))
    }

    /// 32 bytes from 64 hexadecimal digits.
    private static func fingerprint(_ text: String) -> [UInt8]? {
        let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == 64, text.utf8.count == 64 else { return nil }
        return stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    /// Nil if the column holds something that is no time; `.some(nil)` if it holds nothing.
    private mutating func optionalTime(_ row: MappedRow, _ index: Int32, _ column: String) -> EventTime?? {
        guard let text = row.text(index) else { return .some(nil) }
        return time(text, zone: nil, place: nil, column: column).map { .some($0) }
    }
}

internal import Tracking

/// Turns rows of text into checked values, or into the reasons why they cannot be.
struct RowReader {
    /// A reading of an identifier, remembered because the rows of an item repeat it.
    private struct Recent {
        var kind: SubjectKind
        var scheme: String?
        var issuer: String?
        var code: String
        var result: Result<IdentifierReading, IdentifierProblem>
    }

    /// The subject, the parent and the alias of one item, and one more.
    private static let remembered = 4

    let profile: Profile
    let places: Places
    let reportZone: String?
    private let times = TimeReader()
    /// The numbers that were asked; empty for what came unasked.
    var asked: [Subject] = []
    var receivedAt = Instant(milliseconds: 0)
    /// What was found wrong since the problems were last taken.
    var problems: [RowProblem] = []
    private var recent: [Recent] = []
    private var oldest = 0

    init(profile: Profile, places: Places, reportZone: String?) {
        self.profile = profile
        self.places = places
        self.reportZone = reportZone
    }

    mutating func reject(_ kind: String, _ column: String?, _ value: String?, _ reason: String) {
        add(RowProblem(kind: kind, column: column, value: value, reason: reason))
    }

    mutating func warn(_ kind: String, _ column: String?, _ value: String?, _ reason: String) {
        add(RowProblem(kind: kind, severity: .warning, column: column, value: value, reason: reason))
    }

    private mutating func add(_ problem: RowProblem) {
        if !problems.contains(problem) { problems.append(problem) }
    }

    /// Nil, with a problem noted, unless the row names a subject.
    mutating func subject(_ row: MappedRow, _ columns: IdentifierColumns) -> Subject? {
        guard let code = row.text(columns.code) else {
            reject("no-subject", columns.prefix + "code", nil, "the row names no number")
            return nil
        }
        return subject(row, columns, code: code)
    }

    mutating func subject(_ row: MappedRow, _ columns: IdentifierColumns, code: String) -> Subject? {
        let scheme = row.text(columns.scheme)
        // A URI of EPCIS mostly tells its kind itself.
        let named = row.text(columns.kind) ?? (scheme == EPC.scheme.rawValue ? SubjectKind.parcel.rawValue : nil)
        guard let kind = named.flatMap(SubjectKind.init(rawValue:)) else {
            reject(
                "bad-kind", columns.prefix + "kind", row.text(columns.kind),
                "there are \(SubjectKind.allCases.map(\.rawValue).joined(separator: ", "))")
            return nil
        }
        switch reading(kind, scheme, row.text(columns.issuer), code) {
        case .success(let reading):
            if reading.checkDigit == .bad {
                warn(
                    "check-digit", columns.prefix + "code", code,
                    "the check digit does not fit; the number is kept as it came")
            }
            return reading.subject
        case .failure(let problem):
            reject(problem.kind, columns.prefix + "code", code, problem.reason)
            return nil
        }
    }

    private mutating func reading(_ kind: SubjectKind, _ scheme: String?, _ issuer: String?, _ code: String)
        -> Result<IdentifierReading, IdentifierProblem>
    {
        // By index: a copy of each would cost more than the comparison.
        for index in recent.indices
        where recent[index].kind == kind && recent[index].code == code && recent[index].scheme == scheme
            && recent[index].issuer == issuer
        {
            return recent[index].result
        }
        let result: Result<IdentifierReading, IdentifierProblem>
        do throws(IdentifierProblem) {
            result = .success(try IdentifierSchemes.subject(kind: kind, scheme: scheme, issuer: issuer, code: code))
        } catch {
            result = .failure(error)
        }
        let new = Recent(kind: kind, scheme: scheme, issuer: issuer, code: code, result: result)
        if recent.count < Self.remembered { recent.append(new) } else { recent[oldest] = new }
        oldest = (oldest + 1) % Self.remembered
        return result
    }

    /// Nil, with a problem noted, unless the text is a time.
    ///
    /// - Parameters:
    ///   - country: ISO 3166 alpha-2; its clocks hold where no place of ours is told.
    ///   - isDoubtful: the offset was guessed by the sender. Where the clocks of the place or country show another, they
    ///     hold; where nothing tells their zone, the offset is taken and marked as an assumption.
    mutating func time(
        _ text: String, zone: String?, place: PlaceReference?, country: String? = nil, isDoubtful: Bool = false,
        column: String
    ) -> EventTime? {
        do throws(TimeProblem) {
            let known = profile.keepsOwnClock ? nil : place.flatMap { places.place(for: $0) }
            let national = known == nil && !profile.keepsOwnClock ? country.flatMap(CountryZones.zone) : nil
            let likely = known == nil && !profile.keepsOwnClock ? country.flatMap(CountryZones.likelyZone) : nil
            var time = try times.read(
                text, zone: zone, place: known,
                assumed: national ?? likely ?? profile.zone ?? reportZone, reference: receivedAt)
            if time.basis == .assumed, national != nil { time.basis = .place }
            if isDoubtful, time.basis == .reported { doubt(&time, zone: known?.zone ?? national) }
            return time
        } catch {
            reject(error.kind, column, text, error.reason)
            return nil
        }
    }

    /// The instant is right, but the offset is that of a clock elsewhere: the time is shown by the clocks of its place.
    /// Where nothing tells them, the sender's stays.
    func showLocally(_ time: inout EventTime, place: PlaceReference?, country: String?) {
        guard time.basis == .reported,
            let zone = place.flatMap({ places.place(for: $0) })?.zone ?? country.flatMap(CountryZones.zone),
            let offset = Zones.shared.offsetMinutes(in: zone, at: time.instant)
        else { return }
        time.offsetMinutes = offset
    }

    /// What the clock on the wall showed is believed, and the offset only where the zone's own is the same.
    private func doubt(_ time: inout EventTime, zone: String?) {
        guard let zone, let offset = Zones.shared.offsetMinutes(in: zone, at: time.instant) else {
            time.basis = .assumed
            return
        }
        guard offset != time.offsetMinutes else { return }
        let shifted = time.instant.advanced(by: .minutes(time.offsetMinutes - offset))
        // Beside a change of the clocks the offset is that of the instant found, not of the one told.
        let settled = Zones.shared.offsetMinutes(in: zone, at: shifted) ?? offset
        time.instant = time.instant.advanced(by: .minutes(time.offsetMinutes - settled))
        time.offsetMinutes = settled
        time.basis = .place
    }
}

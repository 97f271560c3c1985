import Store
import Terminal
import Tracking

/// The subject that a person names on the command line: what messages know by the number, else what its form tells.
struct NamedSubject {
    let workplace: Workplace
    /// What cannot be done if it is none: "record".
    let doing: String
    /// The command as it would work with a kind: "caravan record CODE … --kind parcel".
    let example: String

    struct Found {
        var subject: Subject
        /// Whether any message named it.
        var isKnown: Bool
    }

    /// - Throws: `CommandFailure` when it may be several things, or nothing tells what it is.
    func find(_ code: String, kind: String?) throws -> Found {
        if let known = try known(code, kind: kind) { return Found(subject: known, isKnown: true) }
        let reading = try WatchedNumber.read(code, kind: kind, doing: doing, example: example)
        // A train's number alone is many trains.
        if reading.subject.kind == .train, !reading.subject.code.contains("@") {
            return Found(subject: try run(code), isKnown: true)
        }
        if reading.checkDigit == .bad {
            let shown = SafeText.show(reading.subject.code)
            workplace.console.remark("warning: the check digit of \(shown) does not fit; it is noted all the same")
        }
        return Found(subject: reading.subject, isKnown: false)
    }

    private func known(_ code: String, kind: String?) throws -> Subject? {
        guard let found = try known({ try Lookup(session: $0).find(code) }), let stored = found.stored else {
            return nil
        }
        var subjects = ([stored] + found.others).map(\.subject)
        if let kind { subjects = subjects.filter { $0.kind.rawValue == kind } }
        // A train without its date is left to whoever knows which run is meant.
        if let first = subjects.first, first.kind == .train, !code.contains("@") { return try run(code) }
        guard subjects.count > 1 else { return subjects.first }
        let names = subjects.map { "\($0.kind.rawValue) \($0)" }.joined(separator: ", ")
        throw CommandFailure(
            "cannot \(doing)", on: code, why: "several things go by it: \(names)", try: example,
            kind: "ambiguous-number", status: .usage)
    }

    /// What the database knows; nil where there is none yet.
    private func known<Result>(_ ask: (ReadSession) throws -> Result) throws -> Result? {
        do {
            return try StoreReader(path: workplace.databasePath).read { try ask($0) }
        } catch let failure as StoreFailure where failure.kind == .noDatabase {
            return nil
        } catch let failure as any ExplainedFailure {
            throw CommandFailure(failure)
        }
    }

    /// The one run of a train number near today.
    private func run(_ number: String) throws -> Subject {
        let runs = try known { try $0.trains(number: number.uppercased()) }?.map(\.subject).filter(isNear) ?? []
        if runs.count == 1 { return runs[0] }
        let names = runs.isEmpty ? "none is known within \(Self.days) days" : runs.map(\.code).joined(separator: ", ")
        throw CommandFailure(
            "cannot tell which run of train", on: number, why: names,
            try: "name it with its date: \(number)@2026-11-20",
            kind: "ambiguous-train", status: .usage)
    }

    /// A train is on its way for some three weeks, and papers come a little before and after.
    private static let days: Int64 = 45

    private func isNear(_ train: Subject) -> Bool {
        let day = train.code.split(separator: "@").last.map(String.init) ?? ""
        let read = try? TimeReader().read(day, zone: "Asia/Shanghai", place: nil, assumed: nil, reference: nil)
        guard let left = read?.instant else { return false }
        return abs(left.milliseconds - workplace.now.milliseconds) <= Self.days * 86_400_000
    }
}

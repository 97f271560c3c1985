/// Why a command could not do its work, for a person and for a script.
///
///     throw CommandFailure(
///         "cannot import", on: "list.xlsx", why: "it is a picture", try: "caravan import --dry-run list.csv",
///         kind: "unreadable-file", status: .unusableData)
public struct CommandFailure: Error, Equatable, Sendable {
    /// What failed: "cannot import".
    public var what: String
    /// On what: a file, a code, a carrier.
    public var on: String?
    public var why: String?
    /// One line each for failures of many parts, as the mistakes of a settings file.
    public var details: [String]
    /// The next step, best a command that works.
    public var remedy: String?
    /// A stable word to count failures by.
    public var kind: String
    public var status: ExitStatus

    public init(
        _ what: String, on: String? = nil, why: String? = nil, details: [String] = [], try remedy: String? = nil,
        kind: String, status: ExitStatus
    ) {
        self.what = what
        self.on = on
        self.why = why
        self.details = details
        self.remedy = remedy
        self.kind = kind
        self.status = status
    }

    /// `error: …` and, where there is a next step, `try: …`; every part may hold text of others.
    public func lines(palette: Palette = .plain) -> [String] {
        let about = on.map { " " + SafeText.show($0) } ?? ""
        let reason = why.map { ": " + SafeText.show($0) } ?? ""
        var lines = [palette.paint("error:", .bad) + " " + SafeText.show(what) + about + reason]
        lines += details.map { "  " + SafeText.show($0) }
        if let remedy { lines.append(palette.paint("try:", .heading) + " " + SafeText.show(remedy)) }
        return lines
    }

    /// The same for a program.
    public var json: JSONValue {
        [
            "error": [
                "kind": .string(kind), "what": .string(what), "on": .string(on), "why": .string(why),
                "details": .array(details.map { .string($0) }), "try": .string(remedy),
                "status": .int(Int(status.rawValue)),
            ]
        ]
    }
}

extension CommandFailure: CustomStringConvertible {
    public var description: String { lines().joined(separator: "\n") }
}

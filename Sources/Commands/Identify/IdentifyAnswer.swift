import Terminal
import Tracking

/// What one number may be, for a person, a program or a spreadsheet.
struct IdentifyAnswer {
    /// As typed.
    var code: String
    /// The most likely first; those of places know the corridor's names.
    var candidates: [IdentifierCandidate]

    init(_ code: String, places: Places, language: Language) {
        self.code = code
        candidates = IdentifierSchemes.identify(code).map { candidate in
            var candidate = candidate
            if let place = places.place(of: candidate) { candidate.notes.insert(place.shortName(language), at: 0) }
            return candidate
        }
    }

    var json: JSONValue {
        [
            "code": .string(code),
            "candidates": .array(
                candidates.map { candidate in
                    [
                        "scheme": .string(candidate.scheme.rawValue), "kind": .string(candidate.names.description),
                        "canonical": .string(candidate.code), "checkDigit": .string(candidate.checkDigit.rawValue),
                        "notes": .array(candidate.notes.map { .string($0) }),
                    ]
                }),
        ]
    }

    static func csv(_ answers: [IdentifyAnswer]) -> String {
        var table = TextTable(["code", "kind", "scheme", "canonical", "check_digit", "notes"])
        for answer in answers {
            if answer.candidates.isEmpty { table.append([.text(answer.code)]) }
            for candidate in answer.candidates {
                table.append([
                    .text(answer.code), .text(candidate.names.description), .text(candidate.scheme.rawValue),
                    .text(candidate.code), .text(candidate.checkDigit.rawValue), .text(notes(candidate)),
                ])
            }
        }
        return table.csv()
    }

    func show(on console: Console) {
        let heading = console.palette.paint(SafeText.show(code), .heading)
        if candidates.isEmpty {
            console.line(heading + "  has the form of no numbering scheme; to us a plain number of whoever issued it")
        } else {
            console.line(heading)
            console.write(table)
            if !candidates.contains(where: { $0.isTelling || $0.checkDigit != .bad }) {
                console.line("no check digit fits: perhaps a plain number of whoever issued it")
            }
        }
        if let correction = CandidateText.correction(of: code, isDoubtful: !isPlausible) { console.line(correction) }
    }

    /// Whether one of them is contradicted by nothing.
    private var isPlausible: Bool { candidates.contains { $0.checkDigit != .bad } }

    private var table: TextTable {
        var table = TextTable([
            "kind", "scheme", "canonical", "check digit", TableColumn("notes", isFlexible: true),
        ])
        for candidate in candidates {
            table.append([
                .text(candidate.names.description), .text(candidate.scheme.rawValue), .text(candidate.code),
                CandidateText.checkDigit(candidate.checkDigit), .text(Self.notes(candidate)),
            ])
        }
        return table
    }

    private static func notes(_ candidate: IdentifierCandidate) -> String {
        candidate.notes.joined(separator: ", ")
    }
}

extension Places {
    /// The place of ours that a candidate names; nil for one that is no place or none of ours.
    fileprivate func place(of candidate: IdentifierCandidate) -> Place? {
        let scheme: PlaceScheme
        switch candidate.scheme {
        case .unlocode: scheme = .unlocode
        case .esr: scheme = .esr
        case .cnStation: scheme = candidate.code.utf8.count == 3 ? .telegraph : .tmis
        default: return nil
        }
        return place(for: resolve(scheme: scheme.rawValue, value: candidate.code, country: nil))
    }
}

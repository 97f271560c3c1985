import Tracking

/// The facts that a message states of one subject together, as they are stored: the names and units, which repeat from
/// parcel to parcel and are kept once as a term, and the values in the same order.
struct Statement: Equatable {
    /// JSON array of names, each with its unit behind a blank.
    var form: String
    /// JSON array of values.
    var values: String

    /// The facts of an item by subject, in the order they came; of one name the first.
    static func gathered(_ facts: [ReportedFact]) -> [(Subject, Statement)] {
        guard let first = facts.first else { return [] }
        // Nearly every item speaks of one subject.
        if facts.allSatisfy({ $0.subject == first.subject }) { return [(first.subject, Statement(facts))] }
        var subjects: [Subject] = []
        for fact in facts where !subjects.contains(fact.subject) { subjects.append(fact.subject) }
        return subjects.map { subject in (subject, Statement(facts.filter { $0.subject == subject })) }
    }

    init(_ facts: [ReportedFact]) {
        form = Self.array(facts) { fact, json in
            Self.append(fact.name, to: &json)
            if let unit = fact.unit {
                json.append(UInt8(ascii: " "))
                Self.append(unit, to: &json)
            }
        }
        values = Self.array(facts) { Self.append($0.value, to: &$1) }
    }

    private static func array(
        _ facts: [ReportedFact], _ append: (ReportedFact, _ json: inout [UInt8]) -> Void
    ) -> String {
        var json: [UInt8] = []
        json.reserveCapacity(24 * facts.count)
        for fact in facts {
            json.append(UInt8(ascii: json.isEmpty ? "[" : ","))
            json.append(UInt8(ascii: "\""))
            append(fact, &json)
            json.append(UInt8(ascii: "\""))
        }
        if json.isEmpty { json.append(UInt8(ascii: "[")) }
        json.append(UInt8(ascii: "]"))
        return String(decoding: json, as: UTF8.self)
    }

    static func append(_ text: String, to json: inout [UInt8]) {
        // Values of this trade seldom hold anything that JSON must escape.
        if text.utf8.allSatisfy(isPlain) {
            json.append(contentsOf: text.utf8)
        } else {
            json.append(contentsOf: escaped(text).utf8)
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case _ where scalar.value < 0x20:
                "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
            default: String(scalar)
            }
        }.joined()
    }
}

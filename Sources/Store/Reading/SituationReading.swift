import Tracking

/// Puts a ``Situation`` together, piece by piece.
struct SituationReading {
    /// A claim as the pattern holds it.
    struct LinkRow {
        var parent: Int64
        var parentKind: Int64
        /// Source, basis, and the times it tells.
        var told: [Int64]
        var probability: Double
        var message: Int64
    }

    /// The names and units of facts that are stated together.
    struct Form {
        var names: [(name: String, unit: String?)]

        init(_ texts: [String]) {
            names = texts.map { text in
                let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
                return (parts.first ?? text, parts.count == 2 ? parts[1] : nil)
            }
        }
    }

    // What begins each piece of a pattern; numbers of the database are never so small.
    private enum Mark {
        static let own: Int64 = -101
        static let again: Int64 = -102
        static let event: Int64 = -103
        static let link: Int64 = -104
        static let fact: Int64 = -105
        static let inferred: Int64 = -106
    }

    private static let read = Set(TimelineFact.allCases.map(\.rawValue))
    private static let ofLastMile = Set(TimelineFact.allCases.filter(\.isOfLastMile).map(\.rawValue))

    var situation: Situation
    /// The number of the kind whose members are papers of one subject and not carriers of many.
    let declaration: Int64
    /// The number of the kind whose members differ by what is known of them and not by who they are.
    let bag: Int64
    /// Whether there is news of a last-mile number: only then the country counts, which would otherwise part those who
    /// travel alike.
    var lastMileSpeaks = false
    private var lastMileFacts: [(numbers: [Int64], texts: [String])] = []
    private let keeping: (String) -> Bool
    private var rows = 0

    init(_ situation: Situation, declaration: Int64, bag: Int64, keeping: @escaping (String) -> Bool) {
        self.situation = situation
        self.declaration = declaration
        self.bag = bag
        self.keeping = keeping
    }

    /// Begins one of the subject's own numbers or papers; false where it stands in the pattern already.
    mutating func begin(_ id: Int64, role: Int64, from: Int64?) -> Bool {
        if let known = situation.own.firstIndex(of: id) {
            situation.pattern.numbers += [Mark.again, Int64(known), role]
            return false
        }
        situation.own.append(id)
        situation.pattern.numbers += [Mark.own, role, from ?? .min]
        return true
    }

    /// - Parameter columns: the last of them is the message.
    mutating func addEvent(_ columns: Int32, _ value: (Int32) -> Int64) {
        heard(in: value(columns - 1))
        situation.pattern.numbers.append(Mark.event)
        for column in 0..<columns { situation.pattern.numbers.append(value(column)) }
    }

    /// A claim to be in a bag that stands for all that are like it.
    mutating func add(_ link: LinkRow, asBagLike likeness: Int64) {
        add(link, as: likeness)
        situation.own.append(link.parent)
    }

    /// - Parameter parent: what stands for the carrier: its number, or less for what is described instead.
    mutating func add(_ link: LinkRow, as parent: Int64) {
        heard(in: link.message)
        situation.pattern.numbers += [Mark.link, parent, link.parentKind, link.message]
        situation.pattern.numbers += link.told
        situation.pattern.numbers.append(Int64(bitPattern: link.probability.bitPattern))
    }

    /// What was worked out is in no message; whose probabilities read the same travel alike.
    mutating func add(_ link: ReadSession.InferredRow) {
        situation.pattern.numbers += [
            Mark.inferred, link.parent, Int64(Belief.hundredths(link.probability)), link.departure ?? .min,
            link.message,
        ]
    }

    /// A message that speaks of the subject.
    mutating func heard(in message: Int64) {
        situation.firstMessage = MessageID(rawValue: min(message, situation.firstMessage?.rawValue ?? .max))
    }

    consuming func finished() -> Situation {
        guard lastMileSpeaks else { return situation }
        for fact in lastMileFacts {
            situation.pattern.numbers += fact.numbers
            situation.pattern.texts += fact.texts
        }
        return situation
    }

    mutating func add(_ form: Form, _ values: [String], source: Int64, message: Int64, toldAt: Int64) {
        heard(in: message)
        rows += 1
        for (stated, value) in zip(form.names, values) {
            if Self.ofLastMile.contains(stated.name) {
                lastMileFacts.append(([Mark.fact, source, message], [stated.name, value]))
            } else if Self.read.contains(stated.name) {
                situation.pattern.numbers += [Mark.fact, source, message]
                situation.pattern.texts += [stated.name, value]
            }
            guard keeping(stated.name) else { continue }
            situation.facts.append(
                .init(
                    name: stated.name, value: value, unit: stated.unit, source: source, toldAt: toldAt, row: rows))
        }
    }
}

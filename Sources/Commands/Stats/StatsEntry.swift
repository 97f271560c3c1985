import Foundation
import Store

/// What one parcel adds to every sum it counts in, read once.
struct StatsEntry {
    var lists: Set<StatsFigures.List>
    /// Nil where not stated, or no number.
    var pieces: Decimal?
    var articles: Decimal?
    var weight: Decimal?
    /// By currency, nil where none is stated; empty where no value is.
    var values: [String?: Decimal] = [:]
    /// Whether two sources state different weights, pieces or values; the one told last is taken.
    var isDisputed: Bool

    init(_ situation: Situation, lists: Set<StatsFigures.List>) {
        self.lists = lists
        pieces = situation.fact("pieces").flatMap { Decimal(string: $0) }
        articles = situation.fact("articles").flatMap { Decimal(string: $0) }
        weight = situation.fact("weight_kg").flatMap { Decimal(string: $0) }
        isDisputed = ["weight_kg", "pieces", "value"].contains { Self.isDisputed($0, in: situation) }
        values = Self.values(situation)
    }

    /// Whether the figures need the facts of this name.
    static func takes(_ fact: String) -> Bool { facts.contains(fact) || isValue(fact) }

    private static let facts: Set<String> = [
        "weight_kg", "pieces", "articles", "mode", "country", "customs_country", "port", "consignor_ref",
        "customs_list",
    ]

    /// A value in one currency is `value`; a list in several states `value_USD`, `value_CNY`.
    private static func isValue(_ fact: String) -> Bool { fact == "value" || fact.hasPrefix("value_") }

    /// What was stated together with the value told last: a list in two currencies states two.
    private static func values(_ situation: Situation) -> [String?: Decimal] {
        var values: [String?: Decimal] = [:]
        let told = situation.facts.filter { isValue($0.name) }
        guard let last = told.max(by: { ($0.toldAt, $0.value) < ($1.toldAt, $1.value) }) else { return values }
        for stated in told where stated.row == last.row {
            guard let number = Decimal(string: stated.value) else { continue }
            values[stated.unit, default: 0] += number
        }
        return values
    }

    private static func isDisputed(_ name: String, in situation: Situation) -> Bool {
        guard let last = situation.latest(name),
            situation.facts.contains(where: { $0.name == name && $0.source != last.source }),
            let number = Decimal(string: last.value)
        else { return false }
        // Only the last word of each source counts; a source may correct itself.
        let others = Set(situation.facts.lazy.filter { $0.name == name && $0.source != last.source }.map(\.source))
        return others.contains { source in
            let stated = situation.facts.filter { $0.name == name && $0.source == source }
            guard let word = stated.max(by: { ($0.toldAt, $0.value) < ($1.toldAt, $1.value) }) else { return false }
            return Decimal(string: word.value) != number || word.unit != last.unit
        }
    }
}

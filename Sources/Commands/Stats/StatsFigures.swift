import Foundation
import Store

/// Lists, parcels, pieces, articles, weight and value: counts that are never one another, each with how much of it is
/// unknown.
struct StatsFigures {
    /// A customs list: a declaration that a message describes, or only its number in a table.
    enum List: Hashable {
        case subject(Int64)
        case number(String)
    }

    private(set) var lists: Set<List> = []
    private(set) var parcels = 0
    private(set) var pieces = Decimal(0)
    private(set) var weight = Decimal(0)
    /// By currency; nil where none is stated. Never added up across currencies.
    private(set) var values: [String?: Decimal] = [:]
    /// Articles, the lines of a list; only what is stated, for few tables state them.
    private(set) var articles = Decimal(0)
    private(set) var withoutArticles = 0
    private(set) var withoutList = 0
    private(set) var withoutPieces = 0
    private(set) var withoutWeight = 0
    private(set) var withoutValue = 0
    /// Parcels of which two sources state different weights, pieces or values; the one told last is counted.
    private(set) var disagreeing = 0

    /// Whether the figures need the facts of this name.
    static func takes(_ fact: String) -> Bool { facts.contains(fact) || isValue(fact) }

    private static let facts: Set<String> = [
        "weight_kg", "pieces", "articles", "mode", "country", "customs_country", "port", "consignor_ref",
        "customs_list",
    ]

    /// A value in one currency is `value`; a list in several states `value_USD`, `value_CNY`.
    private static func isValue(_ fact: String) -> Bool { fact == "value" || fact.hasPrefix("value_") }

    mutating func add(_ situation: Situation, lists: Set<List>) {
        parcels += 1
        self.lists.formUnion(lists)
        if lists.isEmpty { withoutList += 1 }
        add(situation, "articles", to: &articles, missing: &withoutArticles)
        add(situation, "weight_kg", to: &weight, missing: &withoutWeight)
        add(situation, "pieces", to: &pieces, missing: &withoutPieces)
        addValue(situation)
        if ["weight_kg", "pieces", "value"].contains(where: { Self.isDisputed($0, in: situation) }) {
            disagreeing += 1
        }
    }

    /// A list without a parcel: its receipt has come and it itself has not.
    mutating func add(_ list: List) { lists.insert(list) }

    private func add(
        _ situation: Situation, _ name: String, to sum: inout Decimal, missing: inout Int
    ) {
        if let stated = situation.fact(name), let number = Decimal(string: stated) {
            sum += number
        } else {
            missing += 1
        }
    }

    /// What was stated together with the value told last: a list in two currencies states two.
    private mutating func addValue(_ situation: Situation) {
        let told = situation.facts.filter { Self.isValue($0.name) && Decimal(string: $0.value) != nil }
        guard let last = told.max(by: { ($0.toldAt, $0.value) < ($1.toldAt, $1.value) }) else {
            return withoutValue += 1
        }
        for stated in told where stated.row == last.row {
            values[stated.unit, default: 0] += Decimal(string: stated.value) ?? 0
        }
    }

    private static func isDisputed(_ name: String, in situation: Situation) -> Bool {
        guard let last = situation.latest(name), let number = Decimal(string: last.value) else { return false }
        // Only the last word of each source counts; a source may correct itself.
        let others = Set(situation.facts.lazy.filter { $0.name == name && $0.source != last.source }.map(\.source))
        return others.contains { source in
            let stated = situation.facts.filter { $0.name == name && $0.source == source }
            guard let word = stated.max(by: { ($0.toldAt, $0.value) < ($1.toldAt, $1.value) }) else { return false }
            return Decimal(string: word.value) != number || word.unit != last.unit
        }
    }
}

import Foundation
import Store

/// Lists, parcels, pieces, weight and value: five counts that are never one another, each with how much of it is
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
    private(set) var withoutList = 0
    private(set) var withoutPieces = 0
    private(set) var withoutWeight = 0
    private(set) var withoutValue = 0
    /// Parcels of which two sources state different weights, pieces or values; the one told last is counted.
    private(set) var disagreeing = 0

    static let facts: Set<String> = [
        "weight_kg", "pieces", "value", "mode", "country", "customs_country", "port", "consignor_ref", "customs_list",
    ]

    mutating func add(_ situation: Situation, lists: Set<List>) {
        parcels += 1
        self.lists.formUnion(lists)
        if lists.isEmpty { withoutList += 1 }
        add(situation, "weight_kg", to: &weight, missing: &withoutWeight)
        add(situation, "pieces", to: &pieces, missing: &withoutPieces)
        addValue(situation)
        if ["weight_kg", "pieces", "value"].contains(where: { Self.isDisputed($0, in: situation) }) {
            disagreeing += 1
        }
    }

    /// A list without a parcel: its receipt has come and it itself has not.
    mutating func add(_ list: List) { lists.insert(list) }

    private func add(_ situation: Situation, _ name: String, to sum: inout Decimal, missing: inout Int) {
        if let stated = situation.fact(name), let number = Decimal(string: stated) {
            sum += number
        } else {
            missing += 1
        }
    }

    /// What was stated together with the value told last: a list in two currencies states two.
    private mutating func addValue(_ situation: Situation) {
        guard let last = situation.latest("value") else { return withoutValue += 1 }
        for stated in situation.facts where stated.name == "value" && stated.row == last.row {
            guard let number = Decimal(string: stated.value) else { continue }
            values[stated.unit, default: 0] += number
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

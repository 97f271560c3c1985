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

    mutating func add(_ entry: StatsEntry) {
        parcels += 1
        lists.formUnion(entry.lists)
        if entry.lists.isEmpty { withoutList += 1 }
        if let stated = entry.pieces { pieces += stated } else { withoutPieces += 1 }
        if let stated = entry.articles { articles += stated } else { withoutArticles += 1 }
        if let stated = entry.weight { weight += stated } else { withoutWeight += 1 }
        for (currency, value) in entry.values { values[currency, default: 0] += value }
        if entry.values.isEmpty { withoutValue += 1 }
        if entry.isDisputed { disagreeing += 1 }
    }

    /// A list without a parcel: its receipt has come and it itself has not.
    mutating func add(_ list: List) { lists.insert(list) }
}

import Foundation
import Store
import Terminal
import Tracking

/// The figures of a period, laid out as a table with what must be said beside it.
struct StatsReport {
    let result: StatsTally.Result
    let period: Period?
    let basis: StatsBasis
    let dimensions: [StatsDimension]
    let places: Places
    let utc: Bool

    /// Unknown stays a visible row.
    static let unstated = "not stated"

    var title: String {
        period.map { "\($0.text), \(basis.title), days of China" } ?? "everything that is known, of whatever day"
    }

    /// Every currency that is stated, in order; the unstated one last.
    var currencies: [String?] {
        let known = result.total.values.keys.compactMap { $0 }.sorted()
        return known.map(Optional.some) + (result.total.values.keys.contains(nil) ? [nil] : [])
    }

    var columns: [TableColumn] {
        dimensions.map { TableColumn($0.rawValue) }
            + ["lists", "parcels", "pieces", "no pieces", "articles", "no articles", "kg", "no weight"].map {
                TableColumn($0)
            }
            + currencies.map { TableColumn("value \($0 ?? Self.unstated)") } + [TableColumn("no value")]
    }

    /// One row for each group, by what it is grouped by; the unstated last.
    var groups: [(key: [String?], figures: StatsFigures)] {
        guard !dimensions.isEmpty else { return [(key: [], figures: result.total)] }
        return result.groups.map { (key: $0.key, figures: $0.value) }.sorted { left, right in
            for (first, second) in zip(left.key, right.key) where first != second {
                guard let first else { return false }
                return second.map { first < $0 } ?? true
            }
            return false
        }
    }

    var rows: [[TableCell]] {
        groups.map { group in group.key.map { .text($0 ?? Self.unstated) } + cells(group.figures) }
    }

    var total: [TableCell] {
        [.styled("total", .heading)] + Array(repeating: .none, count: max(0, dimensions.count - 1))
            + cells(result.total)
    }

    private func cells(_ figures: StatsFigures) -> [TableCell] {
        [
            .integer(figures.lists.count), .integer(figures.parcels), .decimal(figures.pieces.double, digits: 0),
            .integer(figures.withoutPieces), .decimal(figures.articles.double, digits: 0),
            .integer(figures.withoutArticles), .decimal(figures.weight.double, digits: 3),
            .integer(figures.withoutWeight),
        ] + currencies.map { currency in figures.values[currency].map { .decimal($0.double, digits: 2) } ?? .none }
            + [.integer(figures.withoutValue)]
    }

    /// What the figures do not say by themselves.
    var notes: [String] {
        var notes: [String] = []
        if result.undated > 0 {
            notes.append("\(CountText.of(result.undated)) parcels are in no period: \(basis.absence)")
        }
        if result.total.withoutList > 0 {
            notes.append("\(CountText.of(result.total.withoutList)) of these parcels stand on no list that is known")
        }
        if result.total.disagreeing > 0 {
            notes.append(
                "of \(CountText.of(result.total.disagreeing)) parcels two sources state different weights, pieces or "
                    + "values; the one told last is counted")
        }
        return notes + result.incomplete.map { "incomplete: " + $0.text }
    }
}

extension StatsReport {
    /// How many examples a person sees of each gap.
    private static let examples = 5

    var gapColumns: [TableColumn] {
        ["gap", "kind", "code", "since", "consignor", "container"].map { TableColumn($0) }
    }

    var gapRows: [[TableCell]] {
        result.gaps.map { gap in
            let boxes = gap.containers.map(\.code).joined(separator: " or ")
            return [
                .text(gap.kind.rawValue), .text(gap.subject.kind.rawValue), .text(gap.subject.code),
                .time(gap.since), .text(gap.consignor), .text(boxes.isEmpty ? nil : boxes),
            ]
        }
    }

    var gapLines: [String] {
        var lines: [String] = []
        for kind in Gap.Kind.allCases {
            let found = result.gaps.filter { $0.kind == kind }
            lines += ["", "\(CountText.of(found.count))  \(kind.title)"]
            let rows = found.prefix(Self.examples).map { gap in
                [
                    SafeText.show(gap.subject.code), gap.since.map { $0.shown(in: nil, utc: utc) } ?? "",
                    gap.containers.map { SafeText.show($0.code) }.joined(separator: " or "),
                    SafeText.show(gap.consignor ?? ""),
                ]
            }
            lines += Columns.aligned(rows).map { "  " + $0 }
            if found.count > Self.examples {
                lines.append("  … \(CountText.of(found.count - Self.examples)) more; --gaps --csv lists all")
            }
        }
        return lines
    }
}

extension Decimal {
    fileprivate var double: Double { NSDecimalNumber(decimal: self).doubleValue }
}

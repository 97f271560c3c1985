import Foundation
import Store
import Terminal
import Tracking

/// Writes `stats --json`; fields are never left out, only null. Sums are texts, exact to the last digit.
struct StatsJSON {
    let report: StatsReport

    func value(gaps: Bool) -> JSONValue {
        let result = report.result
        return [
            "period": .string(report.period?.text), "on": .string(report.basis.rawValue),
            "by": .array(report.dimensions.map { .string($0.rawValue) }),
            "groups": .array(report.groups.map { group($0.key, $0.figures) }), "total": figures(result.total),
            "undated": .int(result.undated),
            "incomplete": .array(result.incomplete.map(set)),
            "gaps": gaps ? .object(Gap.Kind.allCases.map { JSONMember($0.rawValue, gap($0)) }) : .null,
        ]
    }

    private func group(_ key: [String?], _ figures: StatsFigures) -> JSONValue {
        let names = zip(report.dimensions, key).map { JSONMember($0.rawValue, .string($1)) }
        guard case .object(let members) = self.figures(figures) else { return .null }
        return .object(names + members)
    }

    private func figures(_ figures: StatsFigures) -> JSONValue {
        [
            "lists": .int(figures.lists.count), "parcels": .int(figures.parcels),
            "pieces": .string("\(figures.pieces)"), "articles": .string("\(figures.articles)"),
            "weightKg": .string("\(figures.weight)"),
            "values": .array(
                report.currencies.compactMap { currency in
                    figures.values[currency].map { ["currency": .string(currency), "value": .string("\($0)")] }
                }),
            "withoutList": .int(figures.withoutList), "withoutPieces": .int(figures.withoutPieces),
            "withoutArticles": .int(figures.withoutArticles),
            "withoutWeight": .int(figures.withoutWeight), "withoutValue": .int(figures.withoutValue),
            "disagreeing": .int(figures.disagreeing),
        ]
    }

    private func set(_ set: IncompleteSet) -> JSONValue {
        [
            "subject": .string(set.subject.description), "kind": .string(set.subject.kind.rawValue),
            "message": .string(set.message), "parts": .int(set.count),
            "missing": .array(set.missing.map { .int($0) }),
        ]
    }

    private func gap(_ kind: Gap.Kind) -> JSONValue {
        .array(
            report.result.gaps.filter { $0.kind == kind }.map { gap in
                [
                    "code": .string(gap.subject.code), "kind": .string(gap.subject.kind.rawValue),
                    "since": .string(gap.since?.iso8601), "consignor": .string(gap.consignor),
                    "containers": .array(gap.containers.map { .string($0.code) }),
                ]
            })
    }
}

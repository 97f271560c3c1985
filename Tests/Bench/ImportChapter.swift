import Foundation
import Schema

/// A manifest of 200,000 parcels through the program, as a person imports it.
enum ImportChapter {
    private static let parcels = 200_000

    static func figures(_ surroundings: Surroundings) throws -> [Figure] {
        let manifest = surroundings.path("manifest.csv")
        _ = try ChildProcess.time(
            surroundings.program("caravan-simulator"),
            ["manifest", "--parcels", String(parcels), "--output", manifest])
        defer { surroundings.remove(manifest) }
        var ours: [Double] = []
        var baseline: [Double] = []
        var bytes = 0
        var tables: [[String]] = []
        for _ in 0..<3 {
            let path = surroundings.path("import.db")
            defer { surroundings.remove(path) }
            ours.append(
                try ChildProcess.time(
                    surroundings.program("caravan"),
                    ["import", "--json", "--database", path, manifest]))
            bytes = try surroundings.size(path)
            tables = try breakdown(path)
            baseline.append(try copy(path, surroundings))
        }
        let perParcel = Double(bytes) / Double(parcels)
        let text = Double(try surroundings.size(manifest)) / Double(parcels)
        return [
            Figure(
                what: "manifest of 200 000 parcels", ours: "\(ours.median.fixed(2)) s",
                baseline: "\(baseline.median.fixed(2)) s", measured: "\(ours.median.fixed(2)) s", target: "≤ 5 s",
                isMet: ours.median <= 5,
                notes: [
                    "`caravan import` as a process, from start to end; " + ours.spread { "\($0.fixed(2)) s" },
                    "baseline: SQLite alone copies the finished rows, table by table, into the same schema",
                ]),
            Figure(
                what: "database of that manifest", ours: "\(perParcel.grouped) B/parcel",
                baseline: "\(text.grouped) B/parcel", measured: "\(perParcel.grouped) B", target: "≤ 260 B",
                isMet: perParcel <= 260,
                notes: ["baseline: the file itself, as text"]
                    + tables.map { row in
                        "\(row[0]): \((Double(row[1]) ?? 0) / Double(parcels) < 1 ? "<1" : ((Double(row[1]) ?? 0) / Double(parcels)).grouped) B, "
                            + "\(row[2]) cells"
                    }),
        ]
    }

    /// Bytes and cells of each B-tree, largest first.
    private static func breakdown(_ path: String) throws -> [[String]] {
        try OpenDatabase(path: path).rows(
            """
            SELECT name, sum(pgsize), sum(ncell) FROM dbstat GROUP BY name HAVING sum(pgsize) > 65536
            ORDER BY sum(pgsize) DESC
            """)
    }

    private static func copy(_ path: String, _ surroundings: Surroundings) throws -> Double {
        let target = surroundings.path("copy.db")
        defer { surroundings.remove(target) }
        let store = try BareStore(path: target)
        try store.run("ATTACH '\(path)' AS done")
        let tables = ["term", "body", "message", "subject", "event", "source_event", "link", "alias", "fact"]
        let start = ContinuousClock.now
        try store.run("BEGIN IMMEDIATE; DELETE FROM term;")
        for table in tables { try store.run("INSERT INTO main.\(table) SELECT * FROM done.\(table)") }
        try store.run("COMMIT")
        return (ContinuousClock.now - start).seconds
    }
}

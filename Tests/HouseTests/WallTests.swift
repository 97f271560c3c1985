import Foundation
import Testing

/// Every wall of the house is broken once, to see that it is guarded.
struct WallTests {
    private static let targets: [String] = (try? ArrowTable(root: House.root))?.targets ?? []

    /// The ways an import can be written.
    private static let forms = [
        "import %", "public import %", "internal import %", "package import %", "@testable import %",
        "@preconcurrency import %", "import struct %.Thing", "import func %.thing", "@_spi(Inner) public import %",
        "    private import %", "import % // for a reason", "import %.Inner", "import Foundation; import %",
        "@preconcurrency public import class %.Thing", "import `%`", "/* why */ import %", "import\t%",
    ]

    @Test func theTableNamesEveryTarget() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: House.root.appending(path: "Sources").path)
        let swift = folders.filter { !["CCurl", "CSQLite", "CZlib"].contains($0) && !$0.hasPrefix(".") }
        #expect(Set(swift + ["Schema"]).isSubset(of: Self.targets))
    }

    @Test(arguments: targets)
    func everyForbiddenImportIsCaught(target: String) throws {
        let forbidden = try ArrowTable(root: House.root).forbidden(to: target)
        #expect(!forbidden.isEmpty)
        let folder = target == "Schema" ? "Schema" : "Sources/\(target)"
        let lines = forbidden.enumerated().map { index, module in
            Self.forms[index % Self.forms.count].replacing("%", with: module)
        }
        let verdict = try House.withSkeleton { copy in
            try House.write(lines.joined(separator: "\n") + "\n", to: "\(folder)/Deep/Breach.swift", in: copy)
            return try House.check(copy)
        }
        #expect(verdict.status == 1)
        for (index, module) in forbidden.enumerated() {
            let place = "\(folder)/Deep/Breach.swift:\(index + 1): "
            #expect(verdict.lines.contains(place + "\(target) may not import \(module)"), "\(lines[index])")
        }
        #expect(verdict.lines.count == forbidden.count, "\(verdict.lines)")
    }

    @Test(arguments: forms)
    func everyWayToWriteAnImportIsUnderstood(form: String) throws {
        let verdict = try House.withEmptyTree { copy in
            try House.write(form.replacing("%", with: "Store"), to: "Sources/Messages/Breach.swift", in: copy)
            return try House.check(copy)
        }
        #expect(verdict.lines == ["Sources/Messages/Breach.swift:1: Messages may not import Store"])
    }

    @Test(arguments: [
        ("Tracking", "Store"), ("Tracking", "FoundationEssentials"), ("Messages", "Store"), ("Store", "Messages"),
        ("Commands", "CurlFetch"), ("Commands", "HTTPFetch"), ("Commands", "Polling"), ("caravan", "Polling"),
        ("caravan", "CurlFetch"), ("CarrierSimulator", "Linking"), ("CarrierSimulator", "Forecasting"),
        ("Polling", "CurlFetch"), ("Terminal", "Store"), ("Settings", "Tracking"), ("Intake", "GRDB"),
        ("Polling", "GRDB"), ("Commands", "GRDB"), ("HTTPFetch", "CCurl"), ("Linking", "Messages"),
    ])
    func theWallsTheDesignNamesStand(target: String, module: String) throws {
        #expect(try ArrowTable(root: House.root).forbidden(to: target).contains(module))
    }

    @Test func theHouseItselfIsClean() throws {
        let verdict = try House.check(House.root)
        #expect(verdict.status == 0)
        #expect(verdict.lines == [])
    }

    @Test func theSkeletonIsClean() throws {
        let verdict = try House.withSkeleton { try House.check($0) }
        #expect(verdict.status == 0)
        #expect(verdict.lines == [])
    }
}

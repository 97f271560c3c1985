import Foundation
import Testing

/// What else stands or may not stand in our files.
struct HouseRuleTests {
    private func check(_ text: String, at path: String = "Sources/Store/Breach.swift") throws -> [String] {
        try House.withEmptyTree { copy in
            try House.write(text, to: path, in: copy)
            return try House.check(copy).lines
        }
    }

    @Test(arguments: [
        "let a = try! b()", "let a = (try! b())", "let a = b as! C", "fatalError(\"x\")", "    preconditionFailure()",
        "Swift.abort()", "guard a else { fatalError() }", "nonisolated(unsafe) var a = 1", "let a = \"x\"; try! b()",
        "let a = \"\"\"\n    x\n    \"\"\"; try! b()", "/* try */ try! b()", "let a = #\"\\\"#; try! b()",
        "let a = \"\\\\\"; try! b()", "let a = \"\"\"\n    \\\"\"\" b\n    \"\"\"; try! b()",
        "let a = \"//\"; try! b()",
    ])
    func wordsThatStopAProgramAreCaught(text: String) throws {
        let told = try check(text)
        #expect(told.count == 1)
        #expect(told.first?.hasPrefix("Sources/Store/Breach.swift:\(text.split(separator: "\n").count): ") == true)
    }

    @Test(arguments: [
        "// try! is not for us", "/* import Messages\n   try! b()\n*/", "/// import Messages",
        "let a = \"fatalError(\"",
        "let a = \"\"\"\n    import Messages\n    try! b()\n    \"\"\"",
        "let a = #\"\"\"\n    import Messages \"\"\"\n    \"\"\"#",
        "let important = 1", "let a = [1 as Any]", "func importing() {}", "let a = b.fatalError(1)",
        "/* /* */ import Messages */",
        "let a = \"\\\"import Messages\"", "import struct GRDB.Row", "internal import Tracking",
        "@preconcurrency public import GRDB",
    ])
    func commentsStringsAndAllowedLinesAreLeftAlone(text: String) throws {
        #expect(try check(text) == [])
    }

    @Test func anImportSplitOverTwoLinesIsCaught() throws {
        #expect(try check("import\n    Messages").count == 1)
    }

    @Test func aTargetWithoutARowIsCaught() throws {
        let told = try check("import Foundation\n", at: "Sources/Helpers/Helper.swift")
        #expect(
            told == [
                "Sources/Helpers/Helper.swift:1: the target Helpers has no row in Scripts/arrows.txt"
            ])
    }

    @Test func aFileOfMoreThanFourHundredLinesIsCaught() throws {
        let line = "// A line.\n"
        #expect(try check(String(repeating: line, count: 400)) == [])
        #expect(try check(String(repeating: line, count: 401)).count == 1)
        #expect(try check(String(repeating: line, count: 401), at: "Tests/StoreTests/Long.swift").count == 1)
        #expect(try check(String(repeating: "#\n", count: 401), at: "Scripts/long").count == 1)
    }

    @Test(arguments: ["Helpers/a.txt", "notes.md", "Makefile", "LICENSE", "caravan.db"])
    func anUnknownNameAtTheTopIsCaught(path: String) throws {
        let name = path.split(separator: "/")[0]
        #expect(try check("x", at: path) == ["\(name):1: the name is not one of those at the top of the house"])
    }

    @Test(arguments: ["README.md", ".gitignore", ".swift-format", "Scripts/demo", "Package.swift", "Package.resolved"])
    func theNamesOfTheHouseArePermitted(path: String) throws {
        #expect(try check("x", at: path) == [])
    }

    @Test func olderTestFrameworksAreCaught() throws {
        #expect(try check("import XCTest", at: "Tests/StoreTests/Old.swift").count == 1)
        #expect(try check("import Testing\n@testable import Store", at: "Tests/StoreTests/New.swift") == [])
    }

    @Test func aQuoteThatNeverEndsIsTold() throws {
        #expect(try check("let a = \"\"\"\n    x\n").count == 1)
    }

    @Test func aWrongArgumentIsUsage() throws {
        #expect(try House.check(House.root, "--frobnicate").status == 64)
    }
}

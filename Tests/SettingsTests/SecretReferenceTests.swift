import Foundation
import Testing

@testable import Settings

/// Where keys come from, and that they go nowhere else.
struct SecretReferenceTests {
    @Test(arguments: ["env:LINE_A_KEY", "file:/run/secrets/line-a", "credential:line-a"])
    func aReferenceReadsBackAsWritten(text: String) {
        #expect(SecretReference(text)?.description == text)
    }

    @Test(arguments: [
        "", "env:", "env:1X", "env:A B", "file:", "credential:", "credential:a/b", "credential:../a", "vault:x",
        "sk-live-1",
    ])
    func whatIsNoReferenceIsRefused(text: String) {
        #expect(SecretReference(text) == nil)
    }

    @Test(arguments: [
        (SecretReference.environment("K"), "from-env"), (.file("/k"), "from /k"),
        (.credential("k"), "from /run/c/k"),
    ])
    func aKeyIsFetchedFromWhereTheReferenceSays(reference: SecretReference, expected: String) throws {
        let environment = ["K": "from-env", "CREDENTIALS_DIRECTORY": "/run/c"]
        let secret = try reference.resolve(environment: environment) { path throws(SecretFailure) in
            SecretFile(text: "from \(path)\r\n", mode: 0o400)
        }
        #expect(secret.reveal() == expected)
    }

    @Test(arguments: [UInt32(0o640), 0o604, 0o644, 0o660, 0o620, 0o777])
    func aFileOthersMayReadIsRefused(mode: UInt32) {
        #expect(throws: SecretFailure.tooOpen(path: "/k", mode: mode)) {
            try SecretReference.file("/k").resolve(environment: [:]) { _ throws(SecretFailure) in
                SecretFile(text: "CANARY", mode: mode)
            }
        }
    }

    @Test func aCredentialMayShowItsAccessListInTheGroupsBits() throws {
        let environment = ["CREDENTIALS_DIRECTORY": "/run/c"]
        let secret = try SecretReference.credential("k").resolve(environment: environment) { _ throws(SecretFailure) in
            SecretFile(text: "x", mode: 0o440)
        }
        #expect(secret.reveal() == "x")
        #expect(throws: SecretFailure.tooOpen(path: "/run/c/k", mode: 0o444)) {
            try SecretReference.credential("k").resolve(environment: environment) { _ throws(SecretFailure) in
                SecretFile(text: "x", mode: 0o444)
            }
        }
    }

    @Test(arguments: [
        ("", SecretFailure.empty(.file("/k"))), ("\n", .empty(.file("/k"))),
        ("a\nX-Other: b", .malformed(.file("/k"))), ("a\r\nb", .malformed(.file("/k"))),
        ("a\0", .malformed(.file("/k"))),
    ])
    func aKeyThatCannotBeAHeaderIsRefused(text: String, failure: SecretFailure) {
        #expect(throws: failure) {
            try SecretReference.file("/k").resolve(environment: [:]) { _ throws(SecretFailure) in
                SecretFile(text: text, mode: 0o600)
            }
        }
    }

    @Test func aKeyNeverPrintsItself() {
        let secret = Secret("CANARY")
        var dumped = ""
        dump([secret], to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), String(describing: [secret]), dumped] {
            #expect(!text.contains("CANARY"))
        }
    }

    @Test func theFilesOfThisComputerAreReadWithTheirMode() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "caravan-secret-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "key").path
        try Data("k-1\n".utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let file = try SecretFile.read(path)
        #expect(file.text == "k-1\n")
        #expect(file.mode == 0o600)
        #expect(throws: SecretFailure.noFile(path + "x")) { try SecretFile.read(path + "x") }
        #expect(throws: SecretFailure.unreadable(path: folder.path, reason: "it is not a regular file")) {
            try SecretFile.read(folder.path)
        }
        try Data([0xFF, 0xFE]).write(to: URL(filePath: path))
        #expect(throws: SecretFailure.unreadable(path: path, reason: "it is not UTF-8 text")) {
            try SecretFile.read(path)
        }
        try Data(repeating: 65, count: 70_000).write(to: URL(filePath: path))
        #expect(throws: SecretFailure.unreadable(path: path, reason: "it is greater than 64 KB")) {
            try SecretFile.read(path)
        }
    }
}

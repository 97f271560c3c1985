import Foundation
import Messages
import Tracking

/// Our own set of customs messages: three parcels, a rail bill, and every kind of message of the specification.
enum CEBFixtures {
    static let names = [
        "CEB213", "CEB214", "CEB215", "CEB216", "CEB303", "CEB304", "CEB403", "CEB404", "CEB505", "CEB506", "CEB507",
        "CEB508", "CEB509", "CEB509-change", "CEB509-delete", "CEB510", "CEB510-refused", "CEB603", "CEB604", "CEB605",
        "CEB606", "CEB607-1", "CEB607-2", "CEB607-delete", "CEB608", "CEB701", "CEB702", "CEB792", "CEB900", "DxpMsg",
    ]

    static func bytes(_ name: String) throws -> [UInt8] { try Fixtures.bytes("ceb/\(name).xml") }

    static func read(_ name: String) throws -> Reading { try Reading.of(bytes(name), builtIn("ceb")) }

    /// A message with its text changed.
    static func read(_ name: String, _ changes: [(String, String)]) throws -> Reading {
        var text = String(decoding: try bytes(name), as: UTF8.self)
        for (old, new) in changes {
            guard text.contains(old) else { throw Missing(what: old) }
            text = text.replacing(old, with: new)
        }
        return try Reading.of(text, builtIn("ceb"))
    }

    static func parcel(_ number: Int) -> Subject {
        Subject(.parcel, .number, "ZX2611000000\(number)", issuer: "6501980LOG")
    }

    static func list(_ number: Int) -> Subject {
        Subject(.declaration, .number, "LIST2026000\(number)", issuer: "6501960ABC")
    }
}

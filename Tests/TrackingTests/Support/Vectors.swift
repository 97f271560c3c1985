import Foundation
import Testing

/// The published test vectors, which lie beside the project on some machines only.
///
/// Each suite has fixtures of its own and stands without them.
enum Vectors {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/vectors").standardized

    static var areThere: Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "iso6346.json").path)
    }

    /// Says in the report of the run that the tests of a suite which need them did not run.
    static var whenThere: ConditionTrait {
        .enabled(if: areThere, "SKIPPED: the shared vectors are not beside the project")
    }

    static func read<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: data(name))
    }

    static func data(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: "\(name).json")) }

    /// What nearly every file of numbers holds.
    struct Numbers: Decodable {
        struct Invalid: Decodable {
            var value: String
            var why: String
        }

        var valid: [String]
        var constructed: [String]?
        var invalid: [Invalid]
    }
}

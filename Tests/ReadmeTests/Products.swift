import Foundation

/// Where the programs are that were built along with the tests.
enum Products {
    /// The folder of this test program, in which the others are built too.
    ///
    /// - Throws: `Session.Failure` when one of them is not there.
    static func folder() throws -> URL {
        let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        for name in ["caravan", "caravand", "caravan-simulator"] {
            guard FileManager.default.isExecutableFile(atPath: folder.appending(path: name).path) else {
                throw Session.Failure(description: "\(name) is not in \(folder.path)")
            }
        }
        return folder
    }
}

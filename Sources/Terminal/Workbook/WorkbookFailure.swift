/// Why a workbook could not be written.
enum WorkbookFailure: Error {
    case noMemory
    /// A member of four gigabytes or more, which ZIP cannot hold without an extension that few read.
    case tooLarge
    /// What the system said.
    case system(String)

    var reason: String {
        switch self {
        case .noMemory: "there is no memory left to compress it"
        case .tooLarge: "it would be larger than a workbook can be"
        case .system(let reason): reason
        }
    }
}

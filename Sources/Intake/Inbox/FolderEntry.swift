import Foundation

/// What stands in a folder under a name, as it is at one look.
public struct FolderEntry: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        case file, folder
        case link = "symbolic link"
        case pipe, socket, device
    }

    /// The name's bytes: a name may be in any encoding, or in none.
    let bytes: [UInt8]
    public var kind: Kind
    public var mark: FileMark

    public init(bytes: [UInt8], kind: Kind, mark: FileMark) {
        self.bytes = bytes
        self.kind = kind
        self.mark = mark
    }

    /// The name for people, and of the file after it has moved: what is no UTF-8 is replaced.
    public var name: String { String(decoding: bytes, as: UTF8.self) }

    /// The path for the system.
    func path(in folder: String) -> [CChar] {
        (Array((folder + "/").utf8) + bytes + [0]).map { CChar(bitPattern: $0) }
    }
}

import Foundation
public import Tracking

/// What is in the way of a file that waits in a folder; it is tried again later.
public struct InboxObstacle: ExplainedFailure, Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case noSuchFolder = "no-such-folder"
        case folderNotReadable = "folder-not-readable"
        case notReadable = "not-readable"
        case notMovable = "not-movable"
        /// The store does not take it.
        case notTaken = "not-taken"
        case busy
    }

    public var kind: Kind
    /// The path of the folder or the file.
    public var path: String
    public var reason: String
    /// The next step for a person.
    public var remedy: String

    public init(_ kind: Kind, path: String, reason: String, remedy: String) {
        self.kind = kind
        self.path = path
        self.reason = reason
        self.remedy = remedy
    }

    public var kindWord: String { kind.rawValue }
    public var object: String? { path }
    public var nature: FailureNature {
        switch kind {
        case .noSuchFolder: .noSuchFile
        case .folderNotReadable, .notReadable, .notMovable: .notAllowed
        case .busy, .notTaken: .passing
        }
    }

    /// Why a folder could not be looked into.
    static func folder(_ path: String, _ code: Int32) -> InboxObstacle {
        guard code == ENOENT else {
            return InboxObstacle(
                .folderNotReadable, path: path, reason: text(code),
                remedy: "check that this account may look into it, or correct `inbox:` in the settings")
        }
        return InboxObstacle(
            .noSuchFolder, path: path, reason: "there is no such folder, and none is made",
            remedy: "create it for the account that writes there, or correct `inbox:` in the settings")
    }

    /// What the system says about a failure.
    static func text(_ code: Int32) -> String { String(cString: strerror(code)) }
}

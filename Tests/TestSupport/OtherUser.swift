import Foundation

/// Another account of this machine, for what one account leaves and another finds.
public enum OtherUser {
    /// Runs a program as `nobody`; empty where this account may not become another.
    public static var runner: [String] {
        guard getuid() == 0, FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv") else { return [] }
        return ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs"]
    }

    public static var isAvailable: Bool { !runner.isEmpty }
}

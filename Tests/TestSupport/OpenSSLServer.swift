import Foundation

/// `openssl s_server` with a certificate that nobody signed, answering `GET /answer`.
///
/// What it answers is a file, whose first lines are the head of the answer.
public final class OpenSSLServer {
    public static let program = ["/usr/bin/openssl", "/usr/local/bin/openssl"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// The program is missing, failed, or did not say where it listens.
    public struct Unusable: Error {}

    public let port: Int
    public var certificateFile: String { folder.appending(path: "certificate.pem").path }
    private let folder: URL
    private let process: Process

    /// - Parameters:
    ///   - names: Whom the certificate speaks for, for instance `IP:127.0.0.1`.
    ///   - isExpired: whether it ended yesterday.
    /// - Throws: ``Unusable``, or what the system says.
    public init(names: String, isExpired: Bool = false) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "caravan-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nsecret"
        try Data(answer.utf8).write(to: folder.appending(path: "answer"))
        try Data("subjectAltName=\(names)\nbasicConstraints=CA:TRUE\n".utf8).write(to: folder.appending(path: "names"))
        for arguments in Self.making(days: isExpired ? -1 : 2) {
            _ = try Self.start(arguments, in: folder).output.readToEnd()
        }
        let server = try Self.start(
            ["s_server", "-accept", "127.0.0.1:0", "-key", "key.pem", "-cert", "certificate.pem", "-HTTP"], in: folder)
        process = server.process
        port = try Self.port(saidOn: server.output)
    }

    deinit {
        // Not `terminate()`: the child may have inherited a mask that blocks its signal. Nor a wait, which turns a run
        // loop on a thread that has other work.
        kill(process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: folder)
    }

    /// How a certificate is made: only in two steps may it have ended before it was made.
    private static func making(days: Int) -> [[String]] {
        [
            [
                "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
                "/CN=caravan-test", "-keyout", "key.pem", "-out", "request.pem",
            ],
            [
                "x509", "-req", "-in", "request.pem", "-signkey", "key.pem", "-days", String(days), "-extfile", "names",
                "-out", "certificate.pem",
            ],
        ]
    }

    private static func start(_ arguments: [String], in folder: URL) throws -> (process: Process, output: FileHandle) {
        guard let program else { throw Unusable() }
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return (process, pipe.fileHandleForReading)
    }

    /// The program prints `ACCEPT 127.0.0.1:PORT` once it listens.
    private static func port(saidOn output: FileHandle) throws -> Int {
        var text = ""
        while let data = try output.read(upToCount: 1), !data.isEmpty {
            text += String(decoding: data, as: UTF8.self)
            guard text.hasSuffix("\n") else { continue }
            if text.contains("ACCEPT"), let port = text.split(separator: ":").last {
                return try Int(port.trimmingCharacters(in: .whitespacesAndNewlines)) ?? { throw Unusable() }()
            }
        }
        throw Unusable()
    }
}

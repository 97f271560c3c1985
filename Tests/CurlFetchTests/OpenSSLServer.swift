import Foundation

/// `openssl s_server` with a certificate that nobody signed, answering `GET /answer`.
final class OpenSSLServer {
    static let program = ["/usr/bin/openssl", "/usr/local/bin/openssl"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// The program is missing, failed, or did not say where it listens.
    struct Unusable: Error {}

    let port: Int
    var certificateFile: String { folder.appending(path: "certificate.pem").path }
    private let folder: URL
    private let process: Process

    /// - Parameter names: Whom the certificate speaks for, for instance `IP:127.0.0.1`.
    init(names: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "caravan-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nsecret"
        try Data(answer.utf8).write(to: folder.appending(path: "answer"))
        let made = try Self.start(
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-subj", "/CN=caravan-test", "-addext", "subjectAltName=\(names)", "-keyout", "key.pem",
                "-out", "certificate.pem",
            ], in: folder)
        _ = try made.output.readToEnd()
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

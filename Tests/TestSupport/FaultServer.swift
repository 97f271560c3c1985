/// A carrier on loopback that fails in every way we know of, each on a path of its own.
public final class FaultServer: Sendable {
    private let server: LoopbackServer

    /// - Parameter whole: the body that would be right.
    /// - Throws: ``LoopbackServer/NoSocket``.
    public init(whole: String) throws {
        server = try LoopbackServer(handler: { connection in
            while let request = connection.readRequest() {
                let name = request.path.split(separator: "/").first.map(String.init) ?? ""
                guard let fault = Fault(rawValue: name) else { return }
                try fault.happen(on: connection, instead: whole)
                // A redirect is followed on the connection that it came on.
                if fault != .inCircles { return }
            }
        })
    }

    /// The address under which whatever is asked fails in this way.
    public func url(_ fault: Fault) -> String { "\(server.url)/\(fault.rawValue)" }
}

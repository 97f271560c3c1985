public import Foundation

/// What a command gets of the world around it.
public struct ProgramContext: Sendable {
    public var console: Console
    public var environment: [String: String]
    /// The clock.
    public var now: @Sendable () -> Date

    public init(
        console: Console, environment: [String: String] = [:], now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.console = console
        self.environment = environment
        self.now = now
    }

    /// The world of this process.
    public static func standard() -> ProgramContext {
        let environment = ProcessInfo.processInfo.environment
        return ProgramContext(console: .standard(environment: environment), environment: environment)
    }
}

import Terminal
import Tracking

/// Runs `caravan` with the arguments of this process and ends the process.
public func runCaravan() -> Never {
    Program.main(CaravanCommand.self)
}

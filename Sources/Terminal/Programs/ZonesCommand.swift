public import ArgumentParser

/// `zones`, which no help lists: prints the offset of each `ZONE INSTANT` line of standard input.
///
/// Every program has it, because each is linked on its own and any of them may lack what the others have.
public struct ZonesCommand: ProgramCommand {
    public static let configuration = CommandConfiguration(
        commandName: "zones", abstract: "Prints the offset of each ZONE INSTANT line of standard input.",
        shouldDisplay: false)

    public init() {}

    public func run(in context: ProgramContext) -> ExitStatus {
        var status = ExitStatus.done
        while let line = readLine() {
            guard !line.isEmpty else { continue }
            if let answer = ZoneOffsets.answer(line) {
                context.console.line(SafeText.show(answer))
            } else {
                context.console.remark("cannot tell: " + SafeText.show(line))
                status = .attention
            }
        }
        return status
    }
}

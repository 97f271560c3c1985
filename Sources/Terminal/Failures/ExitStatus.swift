/// How a program of ours ended, for scripts. The numbers above 1 are those of `sysexits.h`.
public enum ExitStatus: Int32, Error, Sendable, CaseIterable {
    /// Everything asked for was done.
    case done = 0
    /// Done, but somebody should look: a code is unknown, rows were rejected, attention is called for.
    case attention = 1
    /// The command line was wrong.
    case usage = 64
    /// Nothing in the data could be used.
    case unusableData = 65
    case noSuchFile = 66
    /// No carrier could be asked.
    case nobodyAsked = 69
    /// Some could not be asked, or something was in the way that passes.
    case tryAgain = 75
    case notAllowed = 77
    case badSettings = 78
}

import Foundation

extension Console {
    /// Standard output and standard error of this process.
    public static func standard(environment: [String: String]) -> Console {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let errorsAreSeen = isatty(STDERR_FILENO) == 1
        return Console(
            output: .descriptor(STDOUT_FILENO), errors: .descriptor(STDERR_FILENO), isTerminal: isTerminal,
            showsProgress: errorsAreSeen && environment["TERM"] != "dumb",
            width: isTerminal ? screenWidth(environment) : nil,
            palette: Palette(isTerminal: isTerminal, environment: environment),
            errorPalette: Palette(isTerminal: errorsAreSeen, environment: environment))
    }

    /// `COLUMNS` first, since a person may set it; nil when the terminal does not tell.
    private static func screenWidth(_ environment: [String: String]) -> Int? {
        if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns >= 20 { return columns }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return nil }
        return Int(size.ws_col)
    }
}

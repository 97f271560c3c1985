/// The two ways out of a program: what it found, and what it has to say about it.
///
/// It is handed in, so that a test reads what a person would. Text given to it must be safe already, as tables, JSON
/// and `SafeText` are.
public struct Console: Sendable {
    /// Whether results go to a person's screen.
    public let isTerminal: Bool
    /// Whether remarks do: progress is shown only then.
    public let showsProgress: Bool
    /// The columns of the screen; nil where lines may be as long as they like.
    public let width: Int?
    /// For results.
    public var palette: Palette
    /// For remarks and errors.
    public var errorPalette: Palette
    private let output: OutputBuffer
    private let errors: OutputBuffer

    public init(
        output: OutputSink, errors: OutputSink, isTerminal: Bool = false, showsProgress: Bool = false,
        width: Int? = nil, palette: Palette = .plain, errorPalette: Palette = .plain
    ) {
        self.output = OutputBuffer(sink: output, capacity: 65_536)
        self.errors = OutputBuffer(sink: errors, capacity: 0)
        self.isTerminal = isTerminal
        self.showsProgress = showsProgress
        self.width = width
        self.palette = palette
        self.errorPalette = errorPalette
    }

    /// Writes results as they are.
    public func write(_ text: String) {
        output.append(text.utf8)
        // A person watches the lines come; a file gets them in large pieces.
        if isTerminal { output.flush() }
    }

    /// Writes one line of results.
    public func line(_ text: String = "") { write(text + "\n") }

    /// Writes a JSON document: indented for a person, on one line for a program.
    public func write(_ json: JSONValue) {
        output.append(json.bytes(pretty: isTerminal) + [0x0A])
        if isTerminal { output.flush() }
    }

    /// Writes a table in the width of the screen.
    public func write(_ table: TextTable) { write(table.text(width: width, palette: palette)) }

    /// Writes a remark to standard error, after the results so far.
    public func remark(_ text: String) {
        output.flush()
        errors.append((text + "\n").utf8)
    }

    /// Writes what failed to standard error, after the results so far.
    public func report(_ failure: CommandFailure) {
        for line in failure.lines(palette: errorPalette) { remark(line) }
    }

    /// Shows a passing line on a person's screen, in place of the one before; elsewhere nothing.
    ///
    /// End with an empty text, which wipes it.
    public func progress(_ text: String) {
        guard showsProgress else { return }
        errors.append("\r\u{1B}[K\(SafeText.show(text, columns: width.map { $0 - 1 }))".utf8)
    }

    /// Hands everything written so far to the system.
    public func flush() { output.flush() }

    /// What became of the results. Long work can stop when nobody reads any more.
    public var outcome: OutputSink.Outcome { output.outcome }

    /// The same console without colour.
    public func withoutColour() -> Console {
        var console = self
        console.palette = .plain
        console.errorPalette = .plain
        return console
    }
}

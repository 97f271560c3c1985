/// Writes a JSON array element by element: a long list is never held as a whole.
public struct JSONArrayOutput {
    private let console: Console
    private var isEmpty = true

    public init(_ console: Console) {
        self.console = console
        console.write("[")
    }

    public mutating func append(_ value: JSONValue) {
        let text = value.write(pretty: console.isTerminal)
        let indented = console.isTerminal ? "\n  " + text.replacing("\n", with: "\n  ") : text
        console.write((isEmpty ? "" : ",") + indented)
        isEmpty = false
    }

    public func finish() {
        console.write(console.isTerminal && !isEmpty ? "\n]\n" : "]\n")
    }
}

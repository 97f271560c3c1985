/// One element of a customs message: a name of the `ceb` namespace with a text or with further elements.
struct CustomsElement {
    private enum Content {
        case text(String)
        case children([CustomsElement])
    }

    private let name: String
    private let content: Content

    init(_ name: String, _ text: String) {
        self.name = name
        content = .text(text)
    }

    init(_ name: String, _ children: [CustomsElement]) {
        self.name = name
        content = .children(children)
    }

    /// A run of leaves in the given order.
    static func leaves(_ pairs: [(String, String)]) -> [CustomsElement] {
        pairs.map { CustomsElement($0.0, $0.1) }
    }

    func write(to text: inout String, indent: Int = 1) {
        let blank = String(repeating: "  ", count: indent)
        switch content {
        case .text(let value):
            text += "\(blank)<ceb:\(name)>\(Self.escaped(value))</ceb:\(name)>\n"
        case .children(let children):
            text += "\(blank)<ceb:\(name)>\n"
            for child in children { child.write(to: &text, indent: indent + 1) }
            text += "\(blank)</ceb:\(name)>\n"
        }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.append(character)
            }
        }
        return result
    }
}

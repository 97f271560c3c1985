/// Knows documents that are about messages and are none: schemas, and answers that only say that something failed.
enum NoMessage {
    /// - Throws: `no-message`, saying what it is and what to do.
    static func refuse(_ body: [UInt8]) throws(ReadFailure) {
        if let glimpse = XMLGlimpse(body) { return try refuse(glimpse) }
        guard let document = try? JSONDocument(body) else { return }
        if isSchema(document) { throw schemaFailure("a JSON schema") }
        if let said = failure(in: document) {
            throw ReadFailure(
                .noMessage, "this is an answer that says that a question failed (\(said)); it tells of no parcel",
                remedy: "mend the question or ask again, and import the answer that comes then")
        }
    }

    static func isSchema(_ document: JSONDocument) -> Bool {
        document.find([.key("$schema")]).first.map { document.text($0).contains("json-schema.org") } ?? false
    }

    /// What a document looks like from outside, in a few words; nil for bytes that are no text.
    static func outline(_ body: [UInt8]) -> String? {
        if let glimpse = XMLGlimpse(body) { return "it is XML, and its outermost element is \(glimpse.root)" }
        guard let document = try? JSONDocument(body) else {
            let isText = !body.contains(0) && UTF8Check.firstInvalid(body) == nil
            return isText ? "it is text without a table whose columns are known" : nil
        }
        if document.isArray(document.root) {
            guard let first = document.find([.index(0)]).first else { return "it is an empty JSON list" }
            return "it is a JSON list" + keys(of: first, in: document, "of objects with ")
        }
        return "it is JSON" + keys(of: document.root, in: document, "with ")
    }

    private static func refuse(_ glimpse: XMLGlimpse) throws(ReadFailure) {
        switch glimpse.root {
        case "schema" where !glimpse.names.isDisjoint(with: ["element", "complexType", "simpleType", "import"]):
            throw schemaFailure("an XML schema (XSD)")
        case "stylesheet", "transform": throw schemaFailure("an XSL stylesheet")
        case "definitions" where glimpse.names.contains("portType"): throw schemaFailure("a WSDL description")
        default: return
        }
    }

    private static func schemaFailure(_ what: String) -> ReadFailure {
        ReadFailure(
            .noMessage, "this is \(what): it describes messages and is none itself",
            remedy: "import the messages that are written by it")
    }

    /// The words of an answer that holds a list of errors, or an error, beside a status and nothing else of weight.
    private static func failure(in document: JSONDocument) -> String? {
        let first = { (names: [String]) in
            names.lazy.compactMap { document.find([.key($0)]).first.map(document.text) }
                .first { !["", "null", "false", "[]", "{}"].contains($0) }
        }
        let hasErrors = document.find([.key("errors"), .index(0)]).first != nil || first(["error"]) != nil
        guard hasErrors, let status = first(["statusCode", "status", "code", "httpStatus"]) else { return nil }
        let inside = document.find([.key("errors"), .index(0), .key("message")]).first.map(document.text)
        let words = [status, first(["statusCodeText", "message", "title"]), inside].compactMap(\.self)
        return words.map { String($0.prefix(120)) }.joined(separator: ", ")
    }

    private static func keys(of object: Range<Int>, in document: JSONDocument, _ before: String) -> String {
        let names = document.keys(of: object)
        guard !names.isEmpty else { return "" }
        let shown = names.prefix(5).map { String($0.prefix(40)) }.joined(separator: ", ")
        return " \(before)\(shown)\(names.count > 5 ? ", …" : "")"
    }
}

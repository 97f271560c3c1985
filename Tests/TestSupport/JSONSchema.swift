public import Foundation

/// Checks documents against JSON schemas of draft 7, in the keywords that published message schemas use. A keyword that it
/// does not know is a failure of its own: a schema that is only half understood would let everything pass.
public struct JSONSchema {
    /// By `$id`.
    private let documents: [String: [String: Any]]
    private let root: String

    /// - Parameters:
    ///   - files: schemas that refer to each other.
    ///   - root: the one that documents are checked against, among them.
    public init(files: [URL], root: URL) throws {
        var documents: [String: [String: Any]] = [:]
        var rootID: String?
        for file in files {
            guard let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any],
                let id = schema["$id"] as? String
            else { throw Broken(what: "\(file.lastPathComponent) has no $id") }
            documents[id] = schema
            if file.lastPathComponent == root.lastPathComponent { rootID = id }
        }
        guard let rootID else { throw Broken(what: "\(root.lastPathComponent) is not there") }
        (self.documents, self.root) = (documents, rootID)
    }

    public struct Broken: Error {
        public var what: String
    }

    /// What is wrong with a document, each with where; empty when nothing is.
    public func mistakes(in document: Data) throws -> [String] {
        let value = try JSONSerialization.jsonObject(with: document, options: .fragmentsAllowed)
        return check(value, documents[root] ?? [:], Place(base: root, path: "$"))
    }

    private struct Place {
        var base: String
        var path: String

        func at(_ step: String) -> Place { Place(base: base, path: path + step) }
    }

    private static let silent: Set = [
        "$id", "$schema", "definitions", "$comment", "title", "description", "then", "else",
    ]

    private func check(_ value: Any, _ schema: Any, _ place: Place) -> [String] {
        if let isAllowed = schema as? Bool, !(schema is [String: Any]) {
            return isAllowed ? [] : ["\(place.path): not allowed"]
        }
        guard let schema = schema as? [String: Any] else { return ["\(place.path): the schema is no object"] }
        if let reference = schema["$ref"] as? String {
            guard let (target, base) = find(reference, from: place.base) else {
                return ["\(place.path): no schema \(reference)"]
            }
            return check(value, target, Place(base: base, path: place.path))
        }
        var found: [String] = []
        for (keyword, rule) in schema where !Self.silent.contains(keyword) {
            found += check(value, keyword, rule, schema, place)
        }
        return found.sorted()
    }

    private func check(_ value: Any, _ keyword: String, _ rule: Any, _ schema: [String: Any], _ place: Place)
        -> [String]
    {
        switch keyword {
        case "allOf", "anyOf", "oneOf", "not", "if": combined(value, keyword, rule, schema, place)
        case "properties", "propertyNames", "patternProperties", "additionalProperties", "required", "minProperties":
            object(value, keyword, rule, schema, place)
        case "items", "minItems", "maxItems", "uniqueItems": array(value, keyword, rule, place)
        default: scalar(value, keyword, rule, place)
        }
    }

    private func combined(_ value: Any, _ keyword: String, _ rule: Any, _ schema: [String: Any], _ place: Place)
        -> [String]
    {
        if keyword == "not" {
            return check(value, rule, place).isEmpty ? ["\(place.path): is what it must not be"] : []
        }
        if keyword == "if" {
            let branch = check(value, rule, place).isEmpty ? "then" : "else"
            return schema[branch].map { check(value, $0, place) } ?? []
        }
        let results = (rule as? [Any] ?? []).map { check(value, $0, place) }
        if keyword == "allOf" { return results.flatMap(\.self) }
        let fitting = results.filter(\.isEmpty).count
        let isRight = keyword == "anyOf" ? fitting > 0 : fitting == 1
        return isRight
            ? [] : ["\(place.path): fits \(fitting) of \(keyword): " + results.flatMap(\.self).joined(separator: "; ")]
    }

    private func object(_ value: Any, _ keyword: String, _ rule: Any, _ schema: [String: Any], _ place: Place)
        -> [String]
    {
        guard let members = value as? [String: Any] else { return [] }
        switch keyword {
        case "required":
            return (rule as? [String] ?? []).filter { members[$0] == nil }.map { "\(place.path): \($0) is missing" }
        case "minProperties": return members.count >= (rule as? Int ?? 0) ? [] : ["\(place.path): too few members"]
        case "propertyNames": return members.keys.flatMap { check($0, rule, place.at(".(\($0))")) }
        case "properties":
            let rules = rule as? [String: Any] ?? [:]
            return members.flatMap { name, value in rules[name].map { check(value, $0, place.at(".\(name)")) } ?? [] }
        case "patternProperties":
            return (rule as? [String: Any] ?? [:]).flatMap { pattern, rule in
                members.filter { Self.matches($0.key, pattern) }.flatMap {
                    check($0.value, rule, place.at(".\($0.key)"))
                }
            }
        default:
            let named = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
            let patterns = (schema["patternProperties"] as? [String: Any] ?? [:]).keys
            return members.filter { member in
                !named.contains(member.key) && !patterns.contains { Self.matches(member.key, $0) }
            }
            .flatMap { check($0.value, rule, place.at(".\($0.key)")) }
        }
    }

    private func array(_ value: Any, _ keyword: String, _ rule: Any, _ place: Place) -> [String] {
        guard let elements = value as? [Any] else { return [] }
        switch keyword {
        case "minItems": return elements.count >= (rule as? Int ?? 0) ? [] : ["\(place.path): too few elements"]
        case "maxItems": return elements.count <= (rule as? Int ?? 0) ? [] : ["\(place.path): too many elements"]
        case "uniqueItems":
            let texts = elements.map(Self.text)
            return rule as? Bool == true && Set(texts).count < texts.count ? ["\(place.path): an element twice"] : []
        default:
            if let each = rule as? [Any] {
                return zip(elements, each).enumerated().flatMap { check($1.0, $1.1, place.at("[\($0)]")) }
            }
            return elements.enumerated().flatMap { check($1, rule, place.at("[\($0)]")) }
        }
    }

    private func scalar(_ value: Any, _ keyword: String, _ rule: Any, _ place: Place) -> [String] {
        switch keyword {
        case "type":
            let names = rule as? [String] ?? [rule as? String ?? ""]
            return names.contains { Self.isA($0, value) }
                ? [] : ["\(place.path): is no \(names.joined(separator: " or "))"]
        case "enum":
            let texts = (rule as? [Any] ?? []).map(Self.text)
            return texts.contains(Self.text(value)) ? [] : ["\(place.path): \(Self.text(value)) is not in the list"]
        case "const": return Self.text(rule) == Self.text(value) ? [] : ["\(place.path): is not \(Self.text(rule))"]
        case "pattern":
            guard let text = value as? String, let pattern = rule as? String else { return [] }
            return Self.matches(text, pattern) ? [] : ["\(place.path): \(text) is not as \(pattern)"]
        case "format":
            guard let text = value as? String, let name = rule as? String else { return [] }
            guard let pattern = Self.formats[name] else { return ["\(place.path): no format \(name) is known"] }
            return Self.matches(text, pattern) ? [] : ["\(place.path): \(text) is no \(name)"]
        default: return ["\(place.path): no keyword \(keyword) is known"]
        }
    }

    // MARK: -

    private static let formats = [
        "uri": #"^[A-Za-z][A-Za-z0-9+.-]*:[^\s"<>\\^`{|}]+$"#,
        "date-time": #"^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-6]\d(\.\d+)?(Z|[+-][0-2]\d:[0-5]\d)$"#,
    ]

    private static func matches(_ text: String, _ pattern: String) -> Bool {
        text.range(of: pattern, options: .regularExpression) != nil
    }

    private static func isA(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "null": value is NSNull
        case "boolean": isBoolean(value)
        case "number": value is NSNumber && !isBoolean(value)
        case "integer":
            !isBoolean(value) && (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
        default: false
        }
    }

    private static func isBoolean(_ value: Any) -> Bool {
        (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
    }

    private static func text(_ value: Any) -> String {
        let data = try? JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys])
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "\(value)"
    }

    private func find(_ reference: String, from base: String) -> (schema: Any, base: String)? {
        let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let id = parts[0].isEmpty ? base : URL(string: parts[0], relativeTo: URL(string: base))?.absoluteString ?? ""
        guard var schema: Any = documents[id] else { return nil }
        for step in (parts.count > 1 ? parts[1] : "").split(separator: "/") {
            let name = step.removingPercentEncoding?.replacing("~1", with: "/").replacing("~0", with: "~") ?? ""
            guard let next = (schema as? [String: Any])?[name] else { return nil }
            schema = next
        }
        return (schema, id)
    }
}

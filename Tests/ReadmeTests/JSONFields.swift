import Foundation

/// The fields of a JSON text, as the README writes them: `status.place.code`, `events[].at`.
enum JSONFields {
    /// - Parameter open: fields whose own fields have names of the data.
    static func of(_ text: String, open: Set<String> = []) throws -> Set<String> {
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
        var fields: Set<String> = []
        // The array of answers around everything has no name.
        for value in (value as? [Any]) ?? [value] { collect(value, "", open, into: &fields) }
        return fields
    }

    private static func collect(_ value: Any, _ path: String, _ open: Set<String>, into fields: inout Set<String>) {
        if let object = value as? [String: Any], !open.contains(path) {
            for (name, value) in object {
                let field = path.isEmpty ? name : "\(path).\(name)"
                let isList = value is [Any]
                fields.insert(isList ? "\(field)[]" : field)
                collect(value, isList ? "\(field)[]" : field, open, into: &fields)
            }
        } else if let list = value as? [Any] {
            for value in list { collect(value, path, open, into: &fields) }
        }
    }
}

/// A set of element names, and of attribute names with an `@` before them; one that ends with `*` names all that begin
/// like it.
struct XMLNames: Sendable, Hashable {
    private let whole: Set<String>
    private let beginnings: [String]

    var isEmpty: Bool { whole.isEmpty && beginnings.isEmpty }

    init(_ names: [String] = []) {
        whole = Set(names.filter { !$0.hasSuffix("*") })
        beginnings = names.filter { $0.hasSuffix("*") }.map { String($0.dropLast()) }
    }

    func contains(_ name: String) -> Bool {
        whole.contains(name) || beginnings.contains { name.hasPrefix($0) }
    }
}

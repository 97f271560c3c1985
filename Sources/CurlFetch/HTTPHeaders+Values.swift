import HTTPFetch

extension HTTPHeaders {
    /// The values of every field of that name, in the order they came.
    ///
    /// - Parameter name: In lower case.
    func values(of name: String) -> [String] {
        fields.filter { $0.isNamed(name) }.map(\.value)
    }
}

extension HTTPHeaders.Field {
    /// Compares without making lower-case copies: it is asked several times for every field of every answer.
    func isNamed(_ lowerCaseName: String) -> Bool {
        guard name.utf8.count == lowerCaseName.utf8.count else { return false }
        return zip(name.utf8, lowerCaseName.utf8).allSatisfy { byte, lower in
            byte == lower || (65...90).contains(byte) && byte | 32 == lower
        }
    }
}

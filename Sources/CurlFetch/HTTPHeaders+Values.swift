import HTTPFetch

extension HTTPHeaders {
    /// The values of every field of that name, in the order they came.
    func values(of name: String) -> [String] {
        fields.filter { $0.isNamed(name) }.map(\.value)
    }
}

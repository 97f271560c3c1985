extension Place {
    /// The side of the border that trains wait on here (ISO 3166 alpha-2); nil away from borders.
    public var side: String? { isBorder ? country : nil }

    public func name(_ language: Language) -> String {
        switch language {
        case .en: nameEN
        case .zh: nameZH
        case .ru: nameRU
        }
    }
}

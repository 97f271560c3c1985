import Tracking

extension Place {
    /// The name without what stands in brackets, in the language of the screen.
    func shortName(_ language: Language) -> String {
        let name =
            switch language {
            case .en: nameEN
            case .zh: nameZH
            case .ru: nameRU
            }
        let short = name.prefix { $0 != "(" && $0 != "/" }
        return short.split(separator: " ").joined(separator: " ")
    }
}

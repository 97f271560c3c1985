/// The countries of the corridor by the names that stand behind a place's name.
enum CountryNames {
    /// The two-letter code that a word stands for.
    static func code(of word: String) -> String? {
        codes[PlaceName.folded(word)]
    }

    private static let codes: [String: String] = {
        var codes: [String: String] = [:]
        for line in table.split(separator: "\n") {
            let names = line.split(separator: "|").map(String.init)
            for name in names { codes[PlaceName.folded(name)] = names[0] }
        }
        return codes
    }()

    private static let table = """
        CN|CHN|China|PR China|Mainland China|中国|中国大陆|Китай|КНР
        KZ|KAZ|Kazakhstan|哈萨克斯坦|哈萨克|Казахстан|Қазақстан
        RU|RUS|Russia|Russian Federation|俄罗斯|Россия|РФ
        BY|BLR|Belarus|白俄罗斯|Беларусь|Белоруссия
        LT|LTU|Lithuania|立陶宛|Литва
        PL|POL|Poland|Polska|Polen|波兰|Польша
        DE|DEU|GER|Germany|Deutschland|德国|Германия
        NL|NLD|Netherlands|The Netherlands|Holland|荷兰|Нидерланды
        BE|BEL|Belgium|比利时|Бельгия
        CZ|CZE|Czechia|Czech Republic|捷克|Чехия
        IT|ITA|Italy|Italia|意大利|Италия
        ES|ESP|Spain|España|西班牙|Испания
        GB|GBR|UK|United Kingdom|Great Britain|England|英国|Великобритания
        UA|UKR|Ukraine|乌克兰|Украина
        HU|HUN|Hungary|匈牙利|Венгрия
        SK|SVK|Slovakia|斯洛伐克|Словакия
        RO|ROU|Romania|罗马尼亚|Румыния
        AZ|AZE|Azerbaijan|阿塞拜疆|Азербайджан
        GE|GEO|Georgia|格鲁吉亚|Грузия
        TR|TUR|Turkey|Türkiye|土耳其|Турция
        """
}

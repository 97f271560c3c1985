extension CorridorPlaces {
    /// Europe where the track is narrow, and the stations where it becomes so.
    static let europe = """
        BRN|PLBRN|PL|Europe/Warsaw|1435|1435|border|5980|54.3826|19.8273|Braniewo|布拉涅沃|Бранево
        TER|PLTER|PL|Europe/Warsaw|1520|1435|border|5907|52.0756|23.6134|Terespol|泰雷斯波尔|Тересполь
        MAA|PLMAA|PL|Europe/Warsaw|1520|1435|border|5915|52.024|23.5311|Malaszewicze|马拉舍维奇|Малашевиче
        WAW|PLWAW|PL|Europe/Warsaw|1435|1435||6115|52.25|21.0|Warsaw|华沙|Варшава
        LOD|PLLOD|PL|Europe/Warsaw|1435|1435||6250|51.75|19.4667|Lodz|罗兹|Лодзь
        POZ|PLPOZ|PL|Europe/Warsaw|1435|1435||6415|52.3283|16.9676|Poznan|波兹南|Познань
        HAM|DEHAM|DE|Europe/Berlin|1435|1435||6970|53.5167|9.9333|Hamburg|汉堡|Гамбург
        DUI|DEDUI|DE|Europe/Berlin|1435|1435||7300|51.4667|6.75|Duisburg|杜伊斯堡|Дуйсбург
        NUE|DENUE|DE|Europe/Berlin|1435|1435|||49.4333|11.0667|Nuremberg|纽伦堡|Нюрнберг
        TLB|NLTLB|NL|Europe/Amsterdam|1435|1435||7420|51.5856|5.0661|Tilburg|蒂尔堡|Тилбург
        LGG|BELGG|BE|Europe/Brussels|1435|1435|||50.6333|5.5667|Liege|列日|Льеж
        PRG|CZPRG|CZ|Europe/Prague|1435|1435||6750|50.102|14.2706|Prague|布拉格|Прага
        MIL|ITMIL|IT|Europe/Rome|1435|1435||7800|45.4642|9.1896|Milan|米兰|Милан
        MAD|ESMAD|ES|Europe/Madrid|1668|1668||9200|40.4953|-3.5734|Madrid|马德里|Мадрид
        LON|GBBKG|GB|Europe/London|1435|1435||7900|51.539|0.0804|London Barking|伦敦巴金|Лондон-Баркинг
        COP|UACOP|UA|Europe/Kyiv|1520|1435|border||48.4314|22.2064|Chop|乔普|Чоп
        ZAH|HUZAH|HU|Europe/Budapest|1520|1435|border||48.4029|22.1788|Zahony|扎霍尼|Захонь
        DBR|SKDBR|SK|Europe/Bratislava|1520|1435|border||48.4167|22.0167|Dobra|多布拉|Добра
        BUD|HUBUD|HU|Europe/Budapest|1435|1435||6700|47.5|19.0833|Budapest|布达佩斯|Будапешт
        CND|ROCND|RO|Europe/Bucharest||1435|border|6190|44.1833|28.65|Constanta|康斯坦察|Констанца
        """
}

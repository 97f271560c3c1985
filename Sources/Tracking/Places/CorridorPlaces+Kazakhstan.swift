extension CorridorPlaces {
    /// Kazakhstan.
    static let kazakhstan = """
        DST|KZDOS|KZ|Asia/Almaty|1435|1520|border|468|45.2529|82.4867|Dostyk|多斯特克|Достык
        ALT|KZHOR|KZ|Asia/Almaty|1435|1520|border|682|44.1649|80.2954|Altynkol|阿腾科里|Алтынколь
        AGY|KZAGY|KZ|Asia/Almaty|1520|1520||772|46.9531|79.6817|Aktogay|阿克斗卡|Актогай
        ALM|KZALA|KZ|Asia/Almaty|1520|1520||1048|43.274|76.939|Almaty II|阿拉木图|Алматы II
        ZHT||KZ|Asia/Almaty|1520|1520||975|||Zhetygen|热特根|Жетыген
        MNT||KZ|Asia/Almaty|1520|1520||1304|47.2183|73.3604|Mointy|莫因特|Моинты
        KGF|KZKGF|KZ|Asia/Almaty|1520|1520||1645|49.7931|73.0948|Karaganda|卡拉干达|Караганда
        AST|KZAST|KZ|Asia/Almaty|1520|1520||1880|51.1959|71.41|Astana|阿斯塔纳|Астана
        KOV|KZKOV|KZ|Asia/Almaty|1520|1520||2176|53.2888|69.4232|Kokshetau|科克舍套|Кокшетау I
        PPK|KZPPK|KZ|Asia/Almaty|1520|1520|border|2366|54.8564|69.1704|Petropavl|彼得罗巴甫尔|Петропавловск
        KSN|KZKSN|KZ|Asia/Qostanay|1520|1520||2587|53.2274|63.6063|Kostanay|科斯塔奈|Костанай
        TOB||KZ|Asia/Qostanay|1520|1520|border||||Tobol|托博尔|Тобол
        KDG||KZ|Asia/Aqtobe|1520|1520|||49.4706|57.4274|Kandyagash|坎德阿加什|Кандыагаш
        AKB|KZAKX|KZ|Asia/Aqtobe|1520|1520|||50.2808|57.2142|Aktobe|阿克托别|Актобе I
        URA|KZURA|KZ|Asia/Oral|1520|1520|||||Uralsk|乌拉尔斯克|Уральск
        SGV|KZSGV|KZ|Asia/Oral|1520|1520|border||51.1833|50.05|Semiglavyy Mar|谢米格拉维马尔|Семиглавый Мар
        BEY||KZ|Asia/Aqtau|1520|1520|||45.3221|55.1966|Beyneu|贝内乌|Бейнеу
        ZKZ|KZDZN|KZ|Asia/Almaty|1520|1520|||47.7775|67.6917|Zhezkazgan|杰兹卡兹甘|Жезказган
        MNG||KZ|Asia/Aqtau|1520|1520|||43.697|51.309|Mangystau|曼吉斯套|Мангышлак
        AAU|KZAAU|KZ|Asia/Aqtau|1520||border|3740|43.6353|51.1682|Aktau port|阿克套港|Актау-Порт
        KUR|KZKUR|KZ|Asia/Aqtau|1520||border|3790|43.1767|51.6797|Kuryk port|库雷克港|Курык-Порт
        """
}

extension CorridorNames {
    /// Kazakhstan.
    static let kazakhstan = """
        DST|Druzhba|Drujba|Dostik|Dostyq|Dosytk|Dostuk|德鲁日巴|多斯托克|多斯提克|多斯特|Дружба
        ALT|Altynkul|Altinkol|Altyn-Kol|Altynkoel|Khorgos Gateway|Khorgos Eastern Gate|Khorgos East Gate
        ALT|KTZE Khorgos Gateway|阿尔腾科勒|阿腾科勒|阿尔滕科尔|阿滕科里|阿腾克里|阿尔腾科里|阿腾库里|霍尔果斯东大门|Алтынкуль|Хоргос Ворота
        AGY|Aktogai|Aqtogay|Aktagay|阿克托盖|阿克图盖|阿克斗盖
        ALM|Almaty|Almaty 2|Almaty-2|Almaty 1|Almaty I|Alma-Ata|Alma Ata|阿拉木图2|阿拉木图二|阿拉木图一|Алматы|Алма-Ата
        ALM|Алматы 2|Алматы 1|Алматы I
        ZHT|Zhetigen|Jetygen|热特肯|热季根|Жетиген
        MNT|Moyynty|Moiynty|Mointi|莫恩特|莫因提|Мойынты
        KGF|Karagandy|Qaraghandy|Karaganda Sorting|Karaganda Passenger|卡拉干达分类|Караганда-Сорт.
        KGF|Караганда-Сортировочная|Караганды|Қарағанды
        AST|Nur-Sultan|Nursultan|Tselinograd|Astana 1|Sorokovaya|努尔苏丹|阿斯塔那|Нур-Султан|Астана 1|Сороковая
        KOV|Kokshetau 1|Kokchetav|Kokshetau I|科克切塔夫|Кокшетау|Кокшетау 1|Кокчетав
        PPK|Petropavlovsk|Kyzylzhar|彼得罗巴甫洛夫斯克|Петропавл
        KSN|Kostanai|Kustanay|Qostanay|Kustanai|库斯塔奈|科斯塔纳伊|Кустанай|Қостанай
        TOB|Tobyl|托波尔|Тобыл
        KDG|Kandagach|Qandyaghash|康德阿加什|坎德加什|Кандагач|Қандыағаш
        AKB|Aktyubinsk|Aktobe 1|Aktobe I|Aqtobe|阿克纠宾斯克|阿克秋宾斯克|Актобе|Актобе 1|Актюбинск|Ақтөбе
        URA|Oral|Oral Uralsk|Ural'sk|奥拉尔|Орал
        SGV|Semiglavy Mar|Semiglaviy Mar|Semiglavyi Mar|谢米格拉维|Семиглавый-Мар
        BEY|Beineu|别依涅乌|贝涅乌
        ZKZ|Jezkazgan|Dzhezkazgan|Zhezqazghan|热兹卡兹甘|杰兹卡兹干|Джезказган|Жезқазған
        MNG|Mangyshlak|Mangistau|Mangghystau|曼格斯套|曼格什拉克|Мангистау|Маңғыстау
        AAU|Aktau|Aktau Port|Aqtau|Aktau-Port|Port of Aktau|阿克套|阿克套口岸|Актау|Актау (порт)|Порт Актау|Ақтау
        KUR|Kuryk|Kuryk Port|Quryq|Port Kuryk|Port of Kuryk|库雷克|库里克|库里克港|Курык|Порт Курык|Құрық
        ALT@KZ|Khorgos|Horgos|Korgas|Khorgas|Korgos|霍尔果斯|Хоргос|Қорғас
        """
}

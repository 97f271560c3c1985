extension CorridorPlaces {
    /// Russia, Belarus and Lithuania.
    static let eastEurope = """
        ZSP||RU|Asia/Yekaterinburg|1520|1520|border||54.046|61.6098|Zolotaya Sopka|佐洛塔亚索普卡|Золотая Сопка
        TRK|RUTRK|RU|Asia/Yekaterinburg|1520|1520|||54.1134|61.57|Troitsk|特罗伊茨克|Троицк
        CEK|RUCEK|RU|Asia/Yekaterinburg|1520|1520||2900|55.1406|61.4178|Chelyabinsk|车里雅宾斯克|Челябинск
        KRO|RUKRO|RU|Asia/Yekaterinburg|1520|1520||2640|55.4418|65.3197|Kurgan|库尔干|Курган
        YEK|RUYEK|RU|Asia/Yekaterinburg|1520|1520|||56.85|60.6|Yekaterinburg|叶卡捷琳堡|Екатеринбург
        KTL||RU|Asia/Yekaterinburg|1520|1520|border|2690|53.0532|60.6427|Kartaly|卡尔塔雷|Карталы I
        ILK||RU|Asia/Yekaterinburg|1520|1520|border||51.1712|54.9861|Iletsk-1|伊列茨克|Илецк I
        REN|RUREN|RU|Asia/Yekaterinburg|1520|1520|||51.7764|55.0744|Orenburg|奥伦堡|Оренбург
        KUF|RUKUF|RU|Europe/Samara|1520|1520|||53.2167|50.1667|Samara|萨马拉|Самара
        OZN||RU|Europe/Saratov|1520|1520|border||51.1951|49.7352|Ozinki|奥津基|Озинки
        RTW|RURTW|RU|Europe/Saratov|1520|1520|||51.5421|45.9986|Saratov|萨拉托夫|Саратов
        VRS|RUVRS|RU|Europe/Moscow|1520|1520||4880|55.241|36.6679|Vorsino|沃尔西诺|Ворсино
        ELU||RU|Europe/Moscow|1520|1520||4790|55.7301|38.2023|Elektrougli|埃列克特罗乌格利|Электроугли
        RZH|RURZH|RU|Europe/Moscow|1520|1520||4850|55.5167|36.9675|Selyatino|谢利亚季诺|Селятино
        MOW|RUMOW|RU|Europe/Moscow|1520|1520||4800|55.75|37.6|Moscow|莫斯科|Москва
        SML|RULNX|RU|Europe/Moscow|1520|1520||5220|54.8108|32.1241|Smolensk|斯摩棱斯克|Смоленск
        KRN||RU|Europe/Moscow|1520|1520|border|5290|54.6827|31.0375|Krasnoe|克拉斯诺耶|Красное
        OSV||BY|Europe/Minsk|1520|1520|border|5310|||Osinovka|奥西诺夫卡|Осиновка
        OSH|BYOSH|BY|Europe/Minsk|1520|1520||5340|54.5108|30.4294|Orsha|奥尔沙|Орша
        KDC|BYKDC|BY|Europe/Minsk|1520|1520||5560|53.805|27.568|Minsk Kolyadichi|科利亚季奇|Колядичи
        MSQ|BYMSQ|BY|Europe/Minsk|1520|1520||5550|53.9|27.5667|Minsk|明斯克|Минск
        BQT|BYBQT|BY|Europe/Minsk|1520|1435|border|5900|52.1113|23.654|Brest Severny|布列斯特|Брест-Северный
        BRZ||BY|Europe/Minsk|1520|1520|border||53.5555|23.6666|Bruzgi|布鲁兹吉|Брузги
        VAI|LTVAI|LT|Europe/Vilnius|1520|1520|||54.6|25.1667|Vaidotai|瓦伊多泰|Вайдотай
        KYN|LTKEN|LT|Europe/Vilnius|1520|1520|border||54.65|25.7|Kena|凯纳|Кяна
        KYB|LTKYB|LT|Europe/Vilnius|1520|1520|border||54.6333|22.7333|Kybartai|基巴尔泰|Кибартай
        CHK|RUCHK|RU|Europe/Kaliningrad|1520|1435|border|5815|54.6286|21.8189|Chernyakhovsk|切尔尼亚霍夫斯克|Черняховск
        DZN||RU|Europe/Kaliningrad|1520|1435||5915|54.6634|20.5338|Dzerzhinskaya-Novaya|捷尔任斯卡娅-新|Дзержинская-Новая
        KGD|RUKGD|RU|Europe/Kaliningrad|1520|1520||5910|54.6881|20.492|Kaliningrad|加里宁格勒|Калининград
        MMN|RURZD|RU|Europe/Kaliningrad|1435|1435|border|5965|54.4641|19.9352|Mamonovo|马莫诺沃|Мамоново
        """
}

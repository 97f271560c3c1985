extension CorridorNames {
    /// Russia, Belarus and Lithuania.
    static let eastEurope = """
        ZSP|Zolotaja Sopka|佐罗塔亚索普卡
        TRK|特罗伊次克|Троицк (Челяб.)
        CEK|Chelyabinsk Main|Chelyabinsk-Glavny|Chelyabinsk-Gruzovoy|Cheljabinsk|车里亚宾斯克|Челябинск-Главный
        CEK|Челябинск-Грузовой|Челябинск-Гл.
        KRO|库尔甘
        YEK|Ekaterinburg|Yekaterinburg-Tovarny|Sverdlovsk|Jekaterinburg|叶卡捷林堡|Екатеринбург-Товарный
        YEK|Екатеринбург-Тов.|Свердловск
        KTL|Kartaly 1|Kartaly I|Kartaly-1|卡尔塔利|Карталы|Карталы 1
        ILK|Iletsk|Iletsk I|Iletsk 1|Sol-Iletsk|Sol Iletsk|索利伊列茨克|伊列茨克1|Илецк|Илецк 1|Соль-Илецк
        RTW|Saratov 1|Saratov I|Saratov-Tovarny|Anisovka|Саратов I-Пасс.|Саратов 1|Саратов-Товарный|Анисовка
        VRS|Vorsino Terminal|Freight Village Vorsino|Freight Village Kaluga|沃罗西诺|Фрейт Вилладж Ворсино
        ELU|Elektrougly|Electrougli|电煤|埃列克特罗乌格里
        RZH|Seliatino|谢利亚蒂诺|谢里亚季诺
        MOW|Moskva|Moskau|Moscow node|Kuntsevo|Kuntsevo II|Kuntsevo 2|Kuntsevo-2|Bekasovo|Bekasovo-Sort.
        MOW|Khovrino|Bely Rast|Belyi Rast|Belyy Rast|别雷拉斯特|别雷拉斯特物流中心|昆采沃|昆采沃2|霍夫里诺|别卡索沃|Кунцево|Кунцево II
        MOW|Кунцево 2|Бекасово|Бекасово-Сорт.|Бекасово-Сортировочное|Ховрино|Белый Раст
        SML|Smolensk Sorting|Smolensk-Sortirovochny|Smolensk Central|斯摩棱斯克分类|Смоленск-Сорт.
        SML|Смоленск-Сортировочный|Смоленск-Центральный
        KRN|Krasnoye|Krasnoje|Красное (РЖД)
        OSV|Osinauka|Осинаука|Асінаўка
        OSH|Orsha Central|Orsha-Vostochnaya|Орша-Центральная|Орша-Восточная|Ворша
        KDC|Kolyadichi|Koliadichi|Kolyadichy|Kolyadici|Minsk-Kolyadichi|明斯克科利亚季奇|Минск-Колядичи|Калядзічы
        KDC|Колядичи БЧ
        MSQ|Minsk-Sortirovochny|Minsk Sorting|Минск-Сортировочный|Мінск
        BQT|Brest|Brest North|Brest-Severny|Brest-Vostochny|Brest East|Brest Central|Brest-Litovsk|Brzesc
        BQT|布列斯特北|布列斯特东|布列斯特中央|Брест|Брест-Восточный|Брест-Центральный|Брест-Сев.|Брэст
        BRZ|Bruzhi|Брузгі
        VAI|Vilnius|Vilnius Vaidotai|维尔纽斯|维尔纽斯(瓦伊多泰)|Вильнюс|Вайдотай (Вильнюс)
        KYN|克纳|Кена
        KYB|Kibartai|Кибартай (эксп.)
        CHK|Cherniakhovsk
        DZN|Dzerzhinskaya Novaya|Dzerzhinskaja-Novaja|Dzerzhinskaya|捷尔任斯基新|Дзержинская Новая
        KGD|Kaliningrad Sorting|Kaliningrad-Sortirovochny|加里宁格勒分类|Калининград-Сорт.
        KGD|Калининград-Сортировочный|Калининград-Северный
        MMN|Mamonowo|Мамоново (эксп.)
        """
}

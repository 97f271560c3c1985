extension CorridorNames {
    /// China.
    static let china = """
        URH|Urumqi|Urumchi|Wulumuqi|Urumqi West|Wulumuqi West|Wulumuqixi|Urumqi Land Port|Urumqi hub|乌鲁木齐
        URH|乌鲁木齐西|乌西|乌鲁木齐市|乌鲁木齐国际陆港|乌鲁木齐陆港|乌鲁木齐陆港区|烏魯木齊|新疆乌鲁木齐|中欧班列乌鲁木齐集结中心|乌鲁木齐集结中心|Урумчи|Урумчи Западный
        URS|Wulumuqi South|Wulumuqinan|乌南
        SNP|Urumqi Sanping|Wulumuqi Sanping|乌鲁木齐三坪|Урумчи-Саньпин
        KYT|Kuitun|Kuitun Xinjiang|Кюйтунь
        JHE|Jinghe North|精河县
        ALK|Alatawshankou|Alataw Pass|Alashankou Pass|Alashankou Port|Ala Shankou|山口|阿拉山口境|阿拉山口市|阿拉口
        ALK|Алашанкоу|Алашаньково
        KHG|Huoerguosi|Horgos|Horgas|Khorgas|Korgas|Korgos|Huo'erguosi|Khorgos Port|Khorgos China|霍口|霍尔果斯境
        KHG|霍尔果斯市|Хоргос Китай
        """
}

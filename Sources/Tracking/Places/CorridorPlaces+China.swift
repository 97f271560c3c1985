extension CorridorPlaces {
    /// China.
    static let china = """
        URH|CNULZ|CN|Asia/Shanghai|1435|1435||0|43.8167|87.6|Urumqi International Land Port|乌鲁木齐国际陆港区|Урумчи-Западная
        URS|CNURM|CN|Asia/Shanghai|1435|1435|||43.7785|87.5819|Urumqi South|乌鲁木齐南|Урумчи-Южная
        SNP||CN|Asia/Shanghai|1435|1435|||||Sanping|三坪|Саньпин
        KYT|CNKUY|CN|Asia/Shanghai|1435|1435||245|44.4029|84.8982|Kuytun|奎屯|Куйтунь
        JHE||CN|Asia/Shanghai|1435|1435||385|||Jinghe|精河|Цзинхэ
        ALK|CNAKL|CN|Asia/Shanghai|1435|1520|border|456|45.1703|82.5703|Alashankou|阿拉山口|Алашанькоу
        KHG|CNHRS|CN|Asia/Shanghai|1435|1520|border|670|44.2119|80.403|Khorgos|霍尔果斯|Хоргос
        """
}

extension CorridorPlaces {
    /// Azerbaijan, Georgia and Türkiye.
    static let caspian = """
        ALAT|AZALA|AZ|Asia/Baku||1520|border|4210|39.9764|49.4408|Alat port|阿拉特港|Алят
        BAK|AZBAK|AZ|Asia/Baku|1520|1520||4280|40.3699|49.9539|Baku|巴库|Баку
        BYK||AZ|Asia/Baku|1520|1520|border|4646|||Boyuk Kesik|别尤克-卡西克|Беюк-Кясик
        GAR|GEGAR|GE|Asia/Tbilisi|1520|1520|border|4661|41.45|45.0833|Gardabani|加尔达巴尼|Гардабани
        TBS|GETBS|GE|Asia/Tbilisi|1520|1520||4700|41.7167|44.7833|Tbilisi|第比利斯|Тбилиси
        PTI|GEPTI|GE|Asia/Tbilisi|1520||border|5038|42.1534|41.6769|Poti|波季|Поти
        BUS|GEBUS|GE|Asia/Tbilisi|1520||border|5060|41.6094|41.6006|Batumi|巴统|Батуми
        AKH|GEZAI|GE|Asia/Tbilisi|1520|1435|border|4875|41.4078|43.4854|Akhalkalaki|阿哈尔卡拉基|Ахалкалаки
        KSY|TRKSY|TR|Europe/Istanbul|1435|1435||4982|40.564|43.1135|Kars|卡尔斯|Карс
        HAL|TRHAL|TR|Europe/Istanbul|1435|1435||6820|41.0259|28.775|Istanbul Halkali|伊斯坦布尔哈尔卡利|Стамбул-Халкалы
        """
}

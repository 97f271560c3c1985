extension CorridorNames {
    /// Azerbaijan, Georgia and Türkiye.
    static let caspian = """
        ALAT|Alyat|Alat|Port of Baku at Alat|Port Alat|阿拉特|阿利亚特|阿利亚特港|Алят-Порт|Аляты|Алят (эксп.)|Ələt
        BAK|Bakı|Baki|Absheron|Keshla|Baku Absheron|Baku Keshla|Апшерон|Абшерон|Кешля|Баку-Товарная
        BYK|Beyuk-Kyasik|Boyuk Kasik|Böyük Kəsik|Beyuk Kesik|博尤克凯西克|别尤克卡西克|Беюк-Кесик|Беюк Кясик
        TBS|Tbilisi Junction|Tbilisi-Tovarnaya|第比利斯枢纽|Тбилиси-Товарная|Тбилиси-Узловая|Тбилиси-Сорт.
        PTI|Poti Port|Port of Poti|波季港|Поти-Порт|Порт Поти
        BUS|Batumi Port|Port of Batumi|巴统港|Батуми-Товарная|Батуми-Порт
        AKH|Achalkalaki
        KSY|Kars Logistics
        HAL|Halkali|Halkalı|Halkali Istanbul|Halkali (Istanbul)|İstanbul Halkalı|Istanbul|伊斯坦布尔|哈尔卡利
        HAL|伊斯坦布尔(哈尔卡利)|Халкалы|Стамбул|Стамбул (Халкалы)
        """
}

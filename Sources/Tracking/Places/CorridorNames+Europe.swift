extension CorridorNames {
    /// Europe where the track is narrow, and the stations where it becomes so.
    static let europe = """
        BRN|布拉涅瓦
        TER|捷列斯波尔|特雷斯波尔|Тереспол
        MAA|Małaszewicze|Malaszewice|Malashevichi|Malaszevice|Malaschewitsche|Maleszewicze|马拉|马拉舍维切|马拉舍维谢
        MAA|马拉舍维茨|马拉谢维奇|波兰马拉|波兰马拉舍维奇|Малашевичи
        WAW|Warszawa|Warschau
        LOD|Łódź|Lodz Olechow|Łódź Olechów|Olechow|Лодзь (Олехув)|Олехув
        POZ|Poznań|Posen
        HAM|Hamburg Billwerder|Hamburg-Billwerder|Hamburg Port|Port of Hamburg|汉堡港|汉堡比尔韦尔德
        DUI|Duisburg Hafen|Duisport|DIT Duisburg|Logport|Duisburg DIT|Duisburg DIT Logport|Duisburg Logport
        DUI|Duisburg Intermodal|杜伊斯堡港|杜伊斯堡DIT|Дуисбург
        NUE|Nürnberg|Nuernberg|Nuremburg|Nürnberg Hafen
        TLB|提尔堡|Тилбюрг
        LGG|Liège|Luik|Lüttich|Liege Logistics|Liège Container Terminal
        PRG|Praha|Prag|Praha Uhříněves|Prague Uhrineves
        MIL|Milano|Mailand|Milano Segrate|Milano Smistamento
        MAD|Madrid Abroñigal|Madrid Abronigal|Abroñigal|马德里阿布罗尼加尔|Мадрид-Аброньигаль
        LON|London|Barking|Barking London|London (Barking)|伦敦|巴金|伦敦(巴金)|Лондон|Лондон (Баркинг)
        COP|Csap|Čop|Чоп (эксп.)
        ZAH|Záhony|扎洪尼
        DBR|Dobrá|Dobra TKD|Dobrá pri Čiernej nad Tisou
        BUD|Budapest BILK|Budapest Soroksár|BILK
        CND|Constanța|Constantza|Port of Constanta|Constanta Port|康斯坦萨|康斯坦察港|Констанца-Порт
        """
}

extension Stage {
    /// The name people of the trade use.
    public func name(_ language: Language) -> String {
        switch (self, language) {
        case (.origin, .en): "origin"
        case (.origin, .zh): "揽收与集货"
        case (.origin, .ru): "отправитель"
        case (.export, .en): "export customs"
        case (.export, .zh): "出口报关"
        case (.export, .ru): "экспортное оформление"
        case (.rail, .en): "rail"
        case (.rail, .zh): "铁路运输"
        case (.rail, .ru): "железная дорога"
        case (.border, .en): "border"
        case (.border, .zh): "口岸"
        case (.border, .ru): "погранпереход"
        case (.import, .en): "import customs"
        case (.import, .zh): "进口清关"
        case (.import, .ru): "импортное оформление"
        case (.lastMile, .en): "last mile"
        case (.lastMile, .zh): "尾程派送"
        case (.lastMile, .ru): "последняя миля"
        case (.end, .en): "end"
        case (.end, .zh): "终结"
        case (.end, .ru): "завершение"
        }
    }
}

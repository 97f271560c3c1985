extension Milestone {
    /// The name people of the trade use.
    public func name(_ language: Language) -> String {
        let names = names
        return switch language {
        case .en: names.en
        case .zh: names.zh
        case .ru: names.ru
        }
    }

    private typealias Names = (en: String, zh: String, ru: String)

    private var names: Names {
        switch self {
        case .announced, .accepted, .sorted, .dispatched, .exportDeclared, .exportHeld, .exportRejected,
            .exportCleared, .exportClosed, .packed, .stuffed:
            originNames
        case .gatedIn, .loaded, .rolled, .departed, .passed, .arrived, .attached, .detached, .borderArrived,
            .inspected, .gaugeChanged, .borderDeparted, .discharged, .gatedOut, .stripped:
            railNames
        case .presented, .transitOpened, .transitClosed, .importDeclared, .importHeld, .importCleared, .handedOver,
            .relabelled, .outForDelivery, .deliveryFailed, .readyForPickup, .delivered:
            destinationNames
        case .returning, .returned, .cancelled, .disposed, .damaged, .lost, .held, .position, .unmapped:
            exceptionNames
        }
    }

    private var originNames: Names {
        switch self {
        case .announced: ("announced", "已预报", "заявлено")
        case .accepted: ("accepted", "已揽收", "принято")
        case .sorted: ("sorted", "已分拣", "отсортировано")
        case .dispatched: ("dispatched to line-haul", "已发往干线", "передано на магистраль")
        case .exportDeclared: ("export declared", "出口已申报", "подана экспортная декларация")
        case .exportHeld: ("held by export customs", "出口查验", "задержано экспортной таможней")
        case .exportRejected: ("export declaration rejected", "出口退单", "экспортная декларация отклонена")
        case .exportCleared: ("released for export", "出口放行", "выпущено на экспорт")
        case .exportClosed: ("export closed", "出口结关", "экспорт завершён")
        case .packed: ("packed in bag", "已集包", "уложено в мешок")
        default: ("stuffed", "已装箱", "загружено в контейнер")
        }
    }

    private var railNames: Names {
        switch self {
        case .gatedIn: ("entered terminal", "进场站", "завезён на терминал")
        case .loaded: ("loaded", "已装车", "погружен на поезд")
        case .rolled: ("left for a later train", "甩箱改配", "перенесён на следующий поезд")
        case .departed: ("departed", "已发车", "отправлен")
        case .passed: ("passed", "通过", "проследовал")
        case .arrived: ("arrived", "已到站", "прибыл")
        case .attached: ("attached", "已挂运", "прицеплен")
        case .detached: ("detached", "甩挂", "отцеплен")
        case .borderArrived: ("arrived at border", "到口岸", "прибыл на погранстанцию")
        case .inspected: ("inspected", "已查验", "досмотрен")
        case .gaugeChanged: ("gauge changed", "已换装", "перегружен на другую колею")
        case .borderDeparted: ("left border", "离口岸", "отправлен с погранстанции")
        case .discharged: ("unloaded", "已卸车", "выгружен с поезда")
        case .gatedOut: ("left terminal", "出场站", "вывезен с терминала")
        default: ("unpacked", "拆箱", "расформирован")
        }
    }

    private var destinationNames: Names {
        switch self {
        case .presented: ("presented to customs", "已向海关交验", "предъявлено таможне")
        case .transitOpened: ("transit opened", "转关开始", "открыт транзит")
        case .transitClosed: ("transit closed", "转关核销", "закрыт транзит")
        case .importDeclared: ("import declared", "进口已申报", "подана импортная декларация")
        case .importHeld: ("held by import customs", "进口查验", "задержано импортной таможней")
        case .importCleared: ("cleared for import", "清关放行", "выпущено в свободное обращение")
        case .handedOver: ("handed to last-mile carrier", "已交尾程", "передано местному перевозчику")
        case .relabelled: ("relabelled", "已换单", "перемаркировано")
        case .outForDelivery: ("out for delivery", "派送中", "у курьера")
        case .deliveryFailed: ("delivery failed", "派送失败", "неудачная доставка")
        case .readyForPickup: ("ready for pickup", "待自提", "ожидает получателя")
        default: ("delivered", "已签收", "доставлено")
        }
    }

    private var exceptionNames: Names {
        switch self {
        case .returning: ("on the way back", "退回中", "возвращается")
        case .returned: ("returned", "已退回", "возвращено")
        case .cancelled: ("cancelled", "已取消", "отменено")
        case .disposed: ("disposed of", "已销毁", "уничтожено")
        case .damaged: ("damaged", "破损", "повреждено")
        case .lost: ("lost", "丢失", "утеряно")
        case .held: ("held", "滞留", "задержано")
        case .position: ("position", "位置", "местоположение")
        default: ("carrier's own code", "承运人代码", "код перевозчика")
        }
    }
}

import ArgumentParser
import Tracking

/// Which day decides the period that a parcel counts in.
enum StatsBasis: String, CaseIterable, ExpressibleByArgument {
    /// When it left China, by the departure message of customs (509) or, without one, by a carrier at the border.
    case departed
    /// When customs released its list.
    case released
    /// When its list was sent to customs.
    case declared

    func time(_ customs: CustomsStory) -> EventTime? {
        switch self {
        case .departed: customs.departedAt
        case .released: customs.releasedAt
        case .declared: customs.declaredAt
        }
    }

    /// For the line above the figures.
    var title: String {
        switch self {
        case .departed: "by the day it left China (509, else a carrier at the border)"
        case .released: "by the day customs released it"
        case .declared: "by the day it was declared"
        }
    }

    /// What is missing where there is no day.
    var absence: String {
        switch self {
        case .departed: "no departure from China is known"
        case .released: "no release is known"
        case .declared: "no declaration is known"
        }
    }
}

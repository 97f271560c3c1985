enum TrackingPlaceholder {}

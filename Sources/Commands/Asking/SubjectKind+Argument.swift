public import ArgumentParser
public import Tracking

extension SubjectKind: ExpressibleByArgument {}

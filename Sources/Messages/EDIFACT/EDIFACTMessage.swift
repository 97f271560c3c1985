internal import Tracking

/// One message of an interchange: what stands from UNH to UNT.
struct EDIFACTMessage {
    /// From 0, over all interchanges of the file.
    var index: Int
    /// The sender's own number for it.
    var reference: String
    /// IFTSTA, CONTRL, …
    var type: String
    /// From UNH to behind UNT.
    var range: Range<Int>
    var separators: EDIFACTSeparators
    var charset: EDIFACTCharset
    /// The headers of the interchange and of the group that it stands in.
    var envelope: [EDIFACTSegment]
    /// Why nothing of it can be taken.
    var problem: RowProblem?
}

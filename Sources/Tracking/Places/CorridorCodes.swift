/// Codes of the corridor's places beside our own and the UN/LOCODE of the table of places.
///
/// Left out on purpose, because they would mislead: KZALS, a Kazakh code named for Chinese Alashankou; JIR, the
/// passenger station Jinghe South; codes of towns merely near a node, such as Vyazma or Syzran.
enum CorridorCodes {
    /// Each line is a place, a scheme and its codes.
    ///
    /// CNURC is the city's oldest code, written for any place in it. KZABE and KZZAC are second codes of towns that
    /// have two. A border station has an ESR code of each railway that meets there.
    static let table = """
        URH unlocode CNURC
        URS tmis 42416
        URS telegraph WMR
        KYT telegraph KTR
        JHE telegraph JHR
        ALK telegraph AKR
        KHG telegraph HFR
        KHG unlocode CNHUP
        DST esr 708507
        ALT esr 707701
        AGY esr 708009
        ALM esr 700100 700007
        KGF esr 673905 673007
        AST esr 710507 690200
        KOV esr 687008
        KOV unlocode KZZAC
        PPK esr 820001 688708 820105
        KSN esr 684001
        TOB esr 682608
        AKB esr 689503
        AKB unlocode KZABE
        URA esr 665602
        BEY esr 662905
        MNG esr 663306
        AAU esr 663404 689409
        KUR esr 693602
        ZSP esr 803701 803805 682203
        TRK esr 803909
        CEK esr 800008
        KRO esr 828501
        YEK esr 780302
        KTL esr 816203 816504
        ILK esr 666906 666501 810207
        REN esr 811905
        KUF esr 657907
        OZN esr 628406 628508 664900
        RTW esr 620004 620508 625501
        VRS esr 183502
        ELU esr 230600
        RZH esr 181102
        MOW esr 181808 180006 060001 238601
        SML esr 170004 170108
        KRN esr 171346 171401
        OSV esr 169100
        BQT esr 130100 130007 130204
        BRZ esr 135104 134807
        KYN esr 120202
        CHK esr 100800 100904
        DZN esr 102505 101201
        KGD esr 100001 100105
        MMN esr 102702 102806
        MMN unlocode RUMMO
        COP esr 380205 380600
        ALAT esr 553002
        BAK esr 547406
        BYK esr 558701
        TBS esr 560203 577702
        PTI esr 572107 572200
        BUS esr 571405
        """
}

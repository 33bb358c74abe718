"""Dutch: see `claimcheck.anchor.languages` for where the words come from."""

from __future__ import annotations

from typing import Final

from claimcheck.anchor.languages.vocabulary import Vocabulary

VOCABULARY: Final = Vocabulary(
    name="Dutch",
    small="""de het een en van in is dat op te zijn met voor die niet aan er om ook als maar bij
        dan naar door over uit tot wordt heeft werd nog hij ze zij haar deze dit meer geen kan
        was""",
    negation="""niet niets nooit niemand geen nergens noch zonder nauwelijks amper zelden
        allerminst geenszins allesbehalve niet_langer nul niet_waar klopt_niet klopte_niet
        in_geen op_geen_enkele""",
    reversal="""ontkent ontkende ontkennen ontkend ontkenden betwist betwistte betwisten weerlegt
        weerlegde weerleggen weigert weigerde weigeren geweigerd weigerden verwerpt verwierp
        verworpen tegenspreekt tegengesproken herroept mislukt mislukte mislukken faalt faalde falen
        voorkomt voorkwam voorkomen verhindert vermijdt vermeed vermijden verbiedt verbood verboden
        stopt stopte stoppen gestopt vals valse onwaar onterecht onjuist leugen leugens liegt loog
        gelogen gerucht geruchten mythe onmogelijk onwaarschijnlijk onduidelijk twijfelt twijfelde
        betwijfelt twijfelachtig ongegrond weinig minder gebrek ontbreekt ontbrak afwezigheid
        onvoldoende in_plaats_van uitgesloten ingetrokken tegenovergestelde tegendeel omgekeerde
        fabel fabeltje broodje_aap niet_waar klopt_niet klopte_niet onzin kul verzinsel voorbarig
        absurd misleidend""",
    doubt="""dreigde dreigden dreigt beloofde beloofden belooft op_papier kan kunnen kon konden zou
        zouden mag mogen moet moeten misschien wellicht waarschijnlijk vermoedelijk mogelijk
        mogelijke naar_verluidt zogenaamd vermeend vermeende kennelijk blijkbaar schijnbaar lijkt
        lijken leek schijnt schijnen eventueel potentieel of probeert probeerde proberen verdenking
        met_wat_geluk met_een_beetje_geluk naar_men_zegt naar_het_schijnt""",
    thought="""gelooft geloven geloofde denkt denken dacht dachten meent vermoedt vermoedden
        hoopt hopen hoopte vreest vrezen vreesde verwacht verwachten verwachtte beweert
        beweren beweerde wil willen wilde wilden wenst schat schatten eist eisten vraagt
        vroeg veronderstelt neemt_aan nam_aan twijfelt plant adviseert grapte grapt droomde
        droomt pochte""",
    condition="""als indien tenzij mits zolang op_voorwaarde_dat in_het_geval ingeval anders
        alleen_als behalve_als onder_voorbehoud afhankelijk_van""",
    concession="hoewel ofschoon ondanks al_is zij_het ook_al",
    contrast="maar echter toch niettemin terwijl daarentegen doch evenwel desondanks",
    absence="zonder",
    admission="weliswaar",
    exception="behalve uitgezonderd met_uitzondering_van",
    restriction="""tenminste ten_minste althans voorlopig vooralsnog tot_nader_order
        op_papier in_theorie naar_verluidt zogenaamd onder_voorbehoud of_zo als_het_ware
        in_zekere_zin tot_op_zekere_hoogte in_principe min_of_meer bij_wijze_van_spreken
        tijdelijk""",
    limit="""tot_aan alleen slechts maar_een enkel uitsluitend louter tot_en_met tot_wel
        minstens minimaal ten_minste tenminste hooguit hoogstens maximaal meer_dan minder_dan
        gedeeltelijk deels een_deel bijna haast nauwelijks de_helft pas minus min althans
        een_minderheid_van een_handvol een_fractie_van""",
    bound="""tot_wel minstens minimaal ten_minste tenminste hooguit hoogstens maximaal meer_dan
        minder_dan minus""",
    multiple="""% procent promille miljoen miljoenen miljard miljarden biljoen duizend duizenden
        honderd honderden dozijn""",
    rough="""helft_van ongeveer circa rond zo'n sommige enkele verscheidene soms vaak meestal
        gewoonlijk vooral voornamelijk grotendeels de_meeste vrijwel""",
    modifier="""voormalig voormalige vroegere gewezen ex ex-* oud-* vermeend vermeende zogenaamd
        zogenaamde vals valse mogelijk mogelijke potentieel potentiële toekomstig toekomstige
        aanstaande vice vice-* waarnemend waarnemende plaatsvervangend plaatsvervangende
        zelfbenoemd zelfverklaard mislukt mislukte gepensioneerd gepensioneerde overleden fictief
        fictieve nep nep-* pseudo-* beoogd beoogde demissionair ontslagen toenmalige toenmalig""",
    report="""zegt zeggen zei zeiden gezegd verklaart verklaarde verklaarden meldt meldde
        meldden beweert beweerde stelt stelde vertelt vertelde schrijft schreef antwoordt
        antwoordde vraagt vroeg erkent erkende geeft_toe gaf_toe waarschuwt waarschuwde
        benadrukt benadrukte voegt_toe voegde_toe bevestigt bevestigde bericht berichtte aldus
        citeert citeerde kondigt_aan kondigde_aan onthult onthulde laat_weten liet_weten""",
    source="volgens aldus naar_zeggen_van in_de_woorden_van op_grond_van",
    claim="""bewering beweringen beschuldiging beschuldigingen bewijs bewijzen geloof idee
        gerucht geruchten vermoeden vermoedens verdenking vrees hoop mening indruk aanwijzing
        aanwijzingen teken theorie hypothese stelling verklaring mogelijkheid kans twijfel mythe
        leugen gevaar risico vraag berichten""",
    that="dat of hoe waarom",
    scale="""% procent promille miljoen miljoenen miljard miljarden biljoen duizend duizenden
        honderd honderden dozijn euro dollar cent pond frank jaar jaren maand maanden week weken
        dag dagen uur uren minuut minuten seconde seconden eeuw meter kilometer km m cm mm
        hectare ton kilo kilogram kg gram liter graden keer watt""",
    pronoun="""ik mij me mijn wij we ons onze jij je jou jouw u uw hij hem zijn zij ze haar hun
        hen het deze dit die dat de een zich wie wiens welke er daar hier zelf men ervan""",
    determiner="de het een mijn jouw uw zijn haar ons onze hun deze dit die dat wiens welke",
    number="""nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien
        vijftien zestien zeventien achttien negentien twintig dertig veertig vijftig zestig
        zeventig tachtig negentig honderd duizend miljoen miljard half helft derde kwart eerste
        tweede dubbel drievoudig tiental honderden duizenden""",
    quantifier="""alle allen alles elk elke ieder iedere iedereen veel vele meer meeste enkele
        enige verscheidene sommige beide hele gehele talloze meerderheid slechts""",
    judgement="""corrupt corrupte vals valse illegaal illegale rampzalig rampzalige
        crimineel criminele schandalig schandalige schandelijk gevaarlijk gevaarlijke
        radicaal radicale extremistisch extremistische schuldig schuldige onschuldig
        onschuldige racistisch racistische oneerlijk oneerlijke dom domme leugenachtig
        belachelijk belachelijke absurd absurde wreed wrede onverantwoord onrechtvaardig
        omstreden berucht slecht slechte verschrikkelijk uitstekend laf moedig incompetent
        zogenaamd zogenaamde echt echte geheim geheime stiekem opzettelijk bewust""",
    inverted="mocht mochten had hadden zou zouden ware",
    factive="vergeten vergeet gemerkt weet wist wisten geweten beseft besefte",
    late_negation=True,
    inverted_rare="""blijft blijven komt komen gaat gaan houdt stijgt stijgen daalt dalen
        valt lukt is zijn heeft hebben kan kunnen wordt worden""",
    owner="wiens wier",
    until="totdat tot",
    gendered="hij hem zijn | zij haar",
    coordinating="en of",
    purpose="om",
    almost="bijna op_het_punt_om",
    opposing="tegen",
    bounding="tot_aan tot_en_met",
    loose="pas",
    about="als",
)

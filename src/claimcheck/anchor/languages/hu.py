"""Hungarian: see `claimcheck.anchor.languages` for where the words come from."""

from __future__ import annotations

from typing import Final

from claimcheck.anchor.languages.vocabulary import Vocabulary

VOCABULARY: Final = Vocabulary(
    name="Hungarian",
    small="""a az és hogy nem is egy ez de meg csak már volt van ha mint még azt el kell vagy ki
        minden sem most olyan aki ezt lesz lehet után szerint fel be ami több""",
    negation="""nem ne sem se nincs nincsenek soha sohasem senki semmi semmilyen nélkül aligha
        alig ritkán sehol távolról_sem se_nem nulla nem_igaz""",
    reversal="""tagad tagadja tagadta tagadták cáfol cáfolja cáfolta megcáfolta elutasít
        elutasítja elutasította visszautasít visszautasította megtagad megtagadta vitat vitatja
        vitatta kudarc kudarcot megakadályoz megakadályozta elkerül elkerülte tilt tiltja
        megtiltotta hamis hamisan valótlan téves tévesen hazugság hazudik hazudott pletyka
        híresztelés mítosz lehetetlen valószínűtlen bizonytalan kétli kétséges alaptalan kevés
        hiány hiányzik képtelen helyett ahelyett elégtelen visszavonta kizárt kizárta ellen
        ellentét* ellenkező* nem_igaz hazudta tévhit tévhit* ostobaság""",
    doubt="""talán esetleg valószínűleg feltehetően állítólag lehet lehetséges látszik tűnik
        *hat *het *hatna *hetne kellene kell feltételezett potenciális vajon próbál próbálta
        megpróbál gyanú némi_szerencsével minden_valószínűség_szerint""",
    thought="""hiszi hisz gondolja gondolják véli vélik feltételezi reméli remélik fél
        attól_tart gyanítja állítja akarja akar szeretné kívánja követeli várja becsüli
        javasolja kérdezi úgy_véli úgy_gondolja""",
    condition="ha hacsak amennyiben feltéve abban_az_esetben különben csak_ha feltéve_hogy",
    concession="ellenére bár noha habár ennek_ellenére annak_ellenére",
    contrast="de azonban mégis míg viszont hanem ellenben ugyan",
    absence="nélkül",
    admission="ugyan",
    exception="kivéve",
    restriction="""legalábbis egyelőre átmenetileg papíron elméletben állítólag úgymond
        bizonyos_értelemben bizonyos_mértékig elvileg""",
    limit="""mindössze csak csupán kizárólag pusztán legfeljebb legalább maximum minimum
        több_mint kevesebb_mint részben egy_része majdnem szinte közel fele akár mínusz
        kisebbség maroknyi töredéke""",
    bound="legfeljebb legalább maximum minimum több_mint kevesebb_mint mínusz",
    multiple="% százalék ezrelék millió milliárd ezer száz tucat",
    rough="""csaknem olykor körülbelül mintegy kb nagyjából néhány egyes több néha gyakran
        általában főként elsősorban a_legtöbb többsége""",
    modifier="""volt egykori ex-* ex állítólagos úgynevezett hamis lehetséges potenciális leendő
        jövőbeli korábbi helyettes alelnök* ügyvezető önjelölt sikertelen nyugalmazott néhai
        elhunyt kitalált tervezett feltételezett leköszönő pszeudo* ál* akkori""",
    report="""mondja mondta mondták kijelentette közölte állítja állította hozzátette elmondta
        hangsúlyozta megjegyezte kifejtette bejelentette írja írta válaszolta kérdezte elismerte
        beismerte figyelmeztetett megerősítette jelentette idézte nyilatkozta magyarázta""",
    source="szerint értelmében állítása_szerint véleménye_szerint",
    claim="""állítás vád vádak bizonyíték bizonyítékok hit gondolat pletyka gyanú félelem remény
        vélemény benyomás jel elmélet hipotézis érv nyilatkozat lehetőség kétség mítosz hazugság
        veszély kockázat kérdés""",
    that="hogy vajon hogyan miért",
    scale="""% százalék ezrelék millió milliárd ezer száz tucat euró dollár forint ft font év
        éve évet hónap hét nap óra perc másodperc század méter kilométer km m cm mm hektár tonna
        kiló kilogramm kg gramm liter fok szor""",
    pronoun="""én engem nekem mi minket te téged ti ő őt neki övé ők őket nekik az azt annak
        azok azokat ez ezt ennek ezek ezeket a egy ki aki amely ami maga saját ott itt""",
    determiner="a az egy ez ezek azok",
    number="""nulla egy kettő két három négy öt hat hét nyolc kilenc tíz húsz száz ezer millió
        milliárd fél harmad negyed első második dupla""",
    quantifier="""minden mindenki összes valamennyi sok sokan több legtöbb néhány mindkét egész
        többség csak""",
    judgement="""korrupt hamis illegális törvénytelen katasztrofális bűnöző botrányos
        szégyenletes veszélyes radikális szélsőséges bűnös ártatlan rasszista becstelen ostoba
        hazug nevetséges abszurd brutális kegyetlen felelőtlen igazságtalan vitatott rossz
        szörnyű kiváló valódi titkos gyáva bátor alkalmatlan úgynevezett""",
    verb_last=True,
    relative="aki akik amely amelyek",
    owner="akinek",
    coordinating="és vagy s",
    almost="majdnem kis_híján",
    bounding="közel",
)

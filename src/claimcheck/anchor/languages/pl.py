"""Polish: see `claimcheck.anchor.languages` for where the words come from."""

from __future__ import annotations

from typing import Final

from claimcheck.anchor.languages.vocabulary import Vocabulary

VOCABULARY: Final = Vocabulary(
    name="Polish",
    small="""i w na z się nie do to że o jest jak po za od a ale co tak dla przez był są tym te
        czy oraz jego jej ich który która które już była było może tylko przy pod przed""",
    negation="""nie_tylko nie nigdy nikt nikogo nikomu nic niczego żaden żadna żadne żadnego żadnej
        żadnych ani bez nigdzie bynajmniej ledwie ledwo zaledwie rzadko daleki_od daleko_od zero
        nie_jest_prawdą w_żadnym w_żadnej""",
    reversal="""zaprzecza zaprzeczył zaprzeczyła zaprzeczyli zaprzeczają zaprzeczyć zaprzeczając
        dementuje zdementował zdementowała odrzuca odrzucił odrzuciła odrzucili odrzucają odrzucić
        odmawia odmówił odmówiła odmówili odmawiają odmówić odmowa obala obalił obalono podważa
        podważył kwestionuje kwestionował zakwestionował wypiera wyparł odwołał odwołuje wycofał
        wycofała zaniechał zaprzestał przestał przestała przestali przestać unika uniknął uniknąć
        zapobiega zapobiegł zapobiec zakazuje zakazał zakazano zabrania zabronił fałsz fałszywy
        fałszywa fałszywe fałszywie nieprawda nieprawdziwy nieprawdziwa nieprawdziwe kłamstwo
        kłamstwa kłamie kłamał skłamał kłamliwy plotka plotki pogłoska pogłoski błędny błędna błędne
        błędnie mylnie mit niemożliwe niemożliwy nieprawdopodobne niepewne wątpi wątpił wątpliwe
        wątpliwy bezpodstawny bezpodstawne mało niewiele niewielu brak brakuje brakowało niezdolny
        zamiast niewystarczający niedostateczny wyklucza wykluczył wykluczono niepowodzenie
        nie_udało_się przeciwieństw* odwrotność* odwrotności* bajka bajką nie_jest_prawdą
        to_nieprawda skłamała bzdura brednia nieprawdą przedwczesne absurdalne mylące""",
    doubt="""na_papierze może mogą mógł mogła mogło mogli mógłby mogłaby mogłoby mogliby
        można powinien powinna powinno powinni musi muszą chyba prawdopodobnie zapewne
        być_może rzekomo podobno ponoć przypuszczalnie ewentualnie możliwe możliwy możliwa
        możliwie najwyraźniej wydaje_się wydawało_się zdaje_się zdawało_się pozornie
        domniemany domniemana domniemane potencjalny potencjalna potencjalnie czy próbuje
        próbował próbowała próbują próbować usiłuje usiłował podejrzenie *by
        przy_odrobinie_szczęścia według_wszelkiego_prawdopodobieństwa jakoby""",
    thought="""myśli myślą myślał sądzi sądzą sądził uważa uważają uważał uważała wierzy
        wierzą wierzył przypuszcza przypuszczają spodziewa oczekuje oczekują ma_nadzieję
        obawia_się obawiają_się podejrzewa podejrzewają twierdzi twierdzą chce chcą chciał
        chciała chciałby pragnie żąda żądają domaga proponuje zaleca szacuje szacują zakłada
        zastanawia planuje planują wątpi żartował żartowała zażartował marzył""",
    condition="""jeśli jeżeli gdyby o_ile pod_warunkiem chyba_że w_razie w_przypadku_gdy
        w_przypadku dopóki byleby inaczej w_przeciwnym_razie jeśliby tylko_jeśli
        w_zależności_od z_zastrzeżeniem""",
    concession="choć chociaż mimo mimo_że pomimo aczkolwiek wbrew",
    contrast="ale lecz jednak jednakże natomiast podczas_gdy zaś wprawdzie niemniej",
    absence="bez",
    admission="wprawdzie co_prawda",
    exception="oprócz poza z_wyjątkiem",
    restriction="""przynajmniej na_razie póki_co do_odwołania tymczasowo na_papierze
        w_teorii rzekomo że_tak_powiem w_pewnym_sensie do_pewnego_stopnia w_zasadzie
        mniej_więcej poniekąd""",
    limit="""tylko jedynie wyłącznie zaledwie do co_najmniej przynajmniej co_najwyżej
        najwyżej maksymalnie minimum ponad więcej_niż mniej_niż częściowo po_części część
        prawie niemal niemalże blisko połowa połowę nie_więcej_niż nie_mniej_niż samo minus
        mniejszość mniejszości garstka garstce garstki ułamek ułamka ledwie ledwo""",
    bound="""co_najmniej przynajmniej co_najwyżej najwyżej maksymalnie minimum ponad więcej_niż
        mniej_niż nie_więcej_niż nie_mniej_niż minus""",
    multiple="""% procent procenta promil milion miliony milionów mln miliard miliardy miliardów
        mld bilion tysiąc tysiące tysięcy tys sto setki setek tuzin""",
    rough="""około mniej_więcej ok niektóre niektórzy niektórych kilka kilku czasami często
        zwykle zazwyczaj głównie przede_wszystkim większość większości praktycznie wiele_z
        w_przybliżeniu""",
    modifier="""były byłego byłemu byłym była byłej byłą byli byłych dawny dawna dawnego dawnej
        dawne eks-* eks rzekomy rzekoma rzekome rzekomego domniemany domniemana domniemane
        domniemanego tak_zwany tak_zwana tak_zwane tzw fałszywy fałszywa fałszywe fałszywego
        możliwy możliwa możliwe potencjalny potencjalna potencjalne przyszły przyszła przyszłe
        przyszłego niedoszły niedoszła wiceprezes* wice wice* zastępca zastępcy
        pełniący_obowiązki samozwańczy samozwańcza nieudany nieudana nieudane emerytowany
        emerytowana zmarły zmarła fikcyjny fikcyjna fikcyjne planowany planowana ustępujący
        tymczasowy pseudo* prawdopodobny prawdopodobna poprzedni ówczesny ówczesna ówczesnego""",
    report="""mówi mówią mówił mówiła powiedział powiedziała powiedzieli stwierdził stwierdziła
        stwierdza twierdzi twierdził twierdziła twierdzą oświadczył oświadczyła dodał dodała
        dodaje podkreślił podkreśliła podkreśla zaznaczył zaznaczyła wyjaśnił wyjaśniła wyjaśnia
        poinformował poinformowała informuje podał podała podaje zapewnia zapewnił zapewniła
        przyznał przyznała przyznaje ostrzega ostrzegł ostrzegła napisał napisała pisze
        odpowiedział odpowiedziała odpowiada zapytał zapytała pyta ogłosił ogłosiła potwierdził
        potwierdziła ujawnił ujawniła cytuje przekonuje przekonywał zauważył relacjonuje
        argumentuje skomentował mówiono mówili twierdzono""",
    source="według zdaniem wedle zgodnie_z w_opinii w_ocenie słowami",
    claim="""twierdzenie twierdzenia zarzut zarzuty oskarżenie oskarżenia dowód dowody dowodów
        wiara przekonanie pomysł plotka plotki pogłoska pogłoski podejrzenie podejrzenia obawa
        obawy nadzieja opinia wrażenie oznaka oznaki teoria teza hipoteza argument oświadczenie
        możliwość prawdopodobieństwo wątpliwość wątpliwości mit kłamstwo ryzyko
        niebezpieczeństwo pytanie doniesienia""",
    that="że iż żeby czy jak dlaczego",
    scale="""% procent procenta promil milion miliony milionów mln miliard miliardy miliardów
        mld bilion tysiąc tysiące tysięcy tys sto setki setek tuzin euro dolar dolary dolarów
        centów złoty złote złotych zł funtów frank franków rok roku lata lat miesiąc miesiące
        miesięcy tydzień tygodnie tygodni dzień dni godzina godziny godzin minuta minuty minut
        sekund wiek wieku wieków metr metry metrów kilometr kilometry kilometrów km m cm mm
        hektar hektarów tona tony ton kilogram kilogramów kg gramów litrów stopni razy""",
    pronoun="""ja mnie mi mój moja moje mojego mojej my nas nam nasz nasza nasze naszego ty
        ciebie ci twój wy was wasz on jego jemu mu go nim ona jej ją nią ono oni ich im nimi one
        je się siebie swój swoja swoje swojego swojej ten ta to tego tej temu tym te tych tamten
        tamta tamto kto kogo co który która które sam sama tam tu""",
    determiner="""ten ta to te ci tego tej tych mój moja moje nasz nasza nasze twój wasz swój
        swoja swoje jego jej ich tamten tamta który która które""",
    number="""zero jeden jedna jedno dwa dwie dwóch trzy trzech cztery pięć sześć siedem osiem
        dziewięć dziesięć jedenaście dwanaście piętnaście dwadzieścia trzydzieści pięćdziesiąt
        sto dwieście tysiąc tysiące tysięcy milion miliony milionów miliard pół połowa trzecia
        ćwierć pierwszy pierwsza drugi druga trzeci podwójny""",
    quantifier="""wszyscy wszystkie wszystko wszystkich każdy każda każde wiele wielu dużo
        więcej najwięcej kilka kilku niektóre oba obie cały cała całe większość liczne tylko
        mniej""",
    judgement="""skorumpowan* fałszyw* nielegaln* katastrofaln* zbrodnicz* kryminaln*
        skandaliczn* haniebn* niebezpieczn* radykaln* ekstremistyczn* winn* niewinn*
        rasistowsk* nieuczciw* głup* kłamliw* śmieszn* absurdaln* brutaln* okrutn*
        nieodpowiedzialn* niesprawiedliw* niemoraln* kontrowersyjn* zł* straszn* okropn*
        doskonał* poważn* prawdziw* tajn* tchórzliw* odważn* niekompetentn* tak_zwan*
        rzekom* nielegalnie potajemnie celowo świadomie umyślnie""",
    factive="zapominać zapominajmy wie wiedział wiedziała zauważył",
    relative="który która które którzy",
    owner="którego której",
    gendered="on jego jemu mu | ona jej",
    coordinating="i lub albo oraz a",
    purpose="żeby aby by",
    almost="prawie omal niemal nieomal o_mało",
    opposing="przeciw przeciwko",
    bounding="blisko do ponad",
)

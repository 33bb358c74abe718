"""Romanian: see `claimcheck.anchor.languages` for where the words come from."""

from __future__ import annotations

from typing import Final

from claimcheck.anchor.languages.vocabulary import Vocabulary

VOCABULARY: Final = Vocabulary(
    name="Romanian",
    small="""și în de la a nu cu pe o un din că să pentru este mai care se au ce fi sau ca după
        prin sunt dar al lui ei fost am le foarte cel când până""",
    negation="""nu niciodată nimeni nimic niciun nicio nici fără abia deloc nicidecum nicăieri
        departe_de rareori n-* zero nu_e_adevărat nu_este_adevărat""",
    reversal="""neagă negat negă dezminte dezmințit respinge respins refuză refuzat contestă
        contestat infirmă infirmat combate eșuează eșuat evită evitat împiedică împiedicat interzice
        interzis încetează încetat fals falsă false minciună minciuni minte mințit zvon zvonuri
        eronat eronată greșit greșită mit imposibil improbabil incert îndoiește îndoielnic nefondat
        puțin puțini puține lipsă lipsește incapabil în_loc_de insuficient retras exclus exclude
        opus opusul contrariul nu_e_adevărat nu_este_adevărat a_mințit prostie aberație""",
    doubt="""poate pot putea ar_putea trebuie ar aș ați probabil posibil eventual presupus
        presupusă aparent pare par părea posibilă potențial dacă încearcă încercat
        suspiciune se_pare cu_puțin_noroc după_toate_probabilitățile""",
    thought="""crede cred credea consideră presupune speră se_teme se_tem suspectează pretinde
        vrea vor voia dorește cere cer așteaptă estimează propune recomandă se_întreabă gândește""",
    condition="""în_caz dacă în_cazul_în_care cu_condiția doar_dacă cu_excepția_cazului
        atâta_timp_cât altfel numai_dacă de_n-ar""",
    concession="cu_toate_că deși cu_toate_acestea în_ciuda chiar_dacă",
    contrast="dar însă totuși în_timp_ce pe_când ci",
    absence="fără",
    admission="ce-i_drept ce_i_drept",
    exception="exceptând cu_excepția afară_de",
    restriction="""cel_puțin deocamdată pentru_moment până_la_noi_ordine pe_hârtie în_teorie
        chipurile ca_să_zic_așa într-un_fel într-o_anumită_măsură în_principiu""",
    limit="""doar numai exclusiv pur_și_simplu până_la cel_puțin măcar cel_mult mai_mult_de
        mai_puțin_de peste sub parțial o_parte aproape jumătate minus o_minoritate o_mână_de
        o_fracțiune""",
    bound="cel_puțin măcar cel_mult mai_mult_de mai_puțin_de minus",
    multiple="% procente procent milion milioane miliard miliarde mie mii sută sute duzină",
    rough="""deseori circa aproximativ cam unii unele câțiva câteva uneori adesea de_obicei mai_ales
        majoritatea practic în_jur_de""",
    modifier="""fost fosta fostul fostului foști ex-* ex presupus presupusul presupusa așa-zis
        așa-zisul așa-numit fals falsul falsa posibil posibila potențial potențialul viitor
        viitorul viitoarea vice* adjunct interimar autoproclamat eșuat defunct pensionat fictiv
        planificat pseudo* atunci""",
    report="""spune spun spunea spus declară declarat afirmă afirmat explică explicat adaugă
        adăugat anunță anunțat susține susținut scrie scris răspunde răspuns recunoaște
        recunoscut avertizează avertizat subliniază subliniat precizează precizat confirmă
        confirmat dezvăluie citează informează transmis""",
    source="potrivit conform după_spusele în_opinia",
    claim="""afirmație afirmații acuzație acuzații dovadă dovezi credință idee zvon zvonuri
        suspiciune temere speranță opinie impresie semn teorie ipoteză argument declarație
        posibilitate îndoială mit minciună risc pericol întrebare""",
    that="că dacă cum de_ce",
    scale="""% procente procent milion milioane miliard miliarde mie mii sută sute duzină euro
        dolari lei leu bani an ani lună luni săptămână săptămâni zi zile oră ore minut minute
        secunde secol metri kilometri km m cm mm hectare tone kilograme kg grame litri grade ori""",
    pronoun="""eu mă mine meu mea noi ne nostru noastră tu te ta tău voi vă el lui ea ei ele lor
        îl o îi le se sa său acesta aceasta aceștia acestea acel acea acei acele un cine care ce
        acolo aici""",
    determiner="""un o acest această acești aceste acel acea acei acele meu mea nostru noastră
        tău său sa lui ei lor""",
    number="""zero unu una doi două trei patru cinci șase șapte opt nouă zece sută mie mii
        milion milioane miliard jumătate sfert primul prima doilea dublu""",
    quantifier="""toți toate tot toată fiecare mulți multe mult mai câțiva unii ambii întreg
        majoritatea doar numai""",
    judgement="""corupt corupta fals falsă ilegal ilegală dezastruos criminal scandalos rușinos
        periculos radical extremist vinovat nevinovat rasist necinstit prost mincinos ridicol
        absurd brutal crud iresponsabil nedrept imoral controversat rău groaznic excelent grav
        adevărat secret laș curajos incompetent așa-zis""",
    noun_first=True,
    relative="care",
    gendered="el lui | ea ei",
    coordinating="și şi sau ori",
    purpose="pentru",
    almost="aproape",
    opposing="împotriva",
    bounding="sub peste până_la",
    adjective_last=True,
    innocent="puțin_mai_târziu",
)

"""Norwegian: see `claimcheck.anchor.languages` for where the words come from."""

from __future__ import annotations

from typing import Final

from claimcheck.anchor.languages.vocabulary import Vocabulary

VOCABULARY: Final = Vocabulary(
    name="Norwegian",
    small="""og i det er på som en å for til at med av de har ikke den jeg om et men han var seg
        så ved fra vi kan hun eller skal etter blir når også være enn over mot meg noe sin ut
        opp""",
    negation="""ikke ikkje aldri ingen ingenting intet inga ingenlunde hverken verken uten
        knapt neppe sjelden slettes_ikke langt_fra alt_annet_enn hverken_eller ei null
        ikke_sant stemmer_ikke stemte_ikke i_ingen i_ikke_noe""",
    reversal="""benekter benektet nekter nektet nekte avviser avviste avvise avvist bestrider
        bestred bestride tilbakeviser tilbakeviste tilbakevist motsier motsa dementerer dementerte
        mislykkes mislyktes mislykket unngår unngikk unngå hindrer hindret hindre forhindrer
        forhindret forbyr forbød forbudt slutter sluttet slutte falsk falske usann usant feilaktig
        uriktig løgn løgner lyver løy rykte rykter myte umulig umulige usannsynlig uklart usikker
        usikkert tviler tvilte tvilsom tvilsomt ubegrunnet lite få færre mangler manglet mangel
        manglende savner fravær utilstrekkelig i_stedet_for istedenfor snarere_enn ute_av_stand
        avslår avslo feiler feilet glemmer glemte motsatt motsatte motsetning ikke_sant stemmer_ikke
        stemte_ikke tull tøv""",
    doubt="""på_papiret kan kunne kunne_ha må måtte bør burde skal skulle vil ville kanskje
        muligens trolig sannsynligvis antagelig antakelig angivelig visstnok tilsynelatende
        formodentlig neppe virker virket synes syntes ser_ut mulig mulige potensiell
        potensielle eventuelt om hvorvidt forsøker forsøkte forsøke prøver prøvde prøve
        mistanke med_litt_hell etter_sigende""",
    thought="""tror trodde tro mener mente mene antar antok håper håpet håpe frykter fryktet
        forventer forventet forvente mistenker mistenkte påstår påsto ønsker ønsket ønske
        krever krevde anslår foreslår foreslo anbefaler anbefalte vurderer vurderte lurer
        lurte planlegger regner_med føler følte tenker tenkte spøkte spøker drømte skrøt""",
    condition="""hvis dersom om med_mindre såfremt forutsatt så_lenge under_forutsetning
        i_tilfelle ellers bare_hvis kun_hvis avhengig_av""",
    concession="selvom selv_om skjønt til_tross_for tross",
    contrast="men imidlertid likevel mens derimot dog enda riktignok heller_enn",
    absence="uten",
    admission="riktignok visstnok",
    exception="bortsett_fra unntatt med_unntak_av",
    restriction="""i_det_minste iallfall i_hvert_fall inntil_videre foreløpig på_papiret
        i_teorien eller_så så_å_si på_sett_og_vis til_en_viss_grad i_prinsippet
        mer_eller_mindre""",
    limit="""snaut bare kun utelukkende opptil opp_til inntil minst høyst maksimalt minimum
        mer_enn mindre_enn over under delvis dels en_del nesten knapt rundt halvparten
        ikke_mer_enn minus i_hvert_fall et_mindretall_av en_håndfull en_brøkdel_av""",
    bound="""opptil opp_til inntil minst høyst maksimalt minimum mer_enn mindre_enn ikke_mer_enn
        minus""",
    multiple="% prosent promille million millioner milliard milliarder billion tusen hundre dusin",
    rough="""nærmere omtrent cirka ca rundt noen enkelte flere av_og_til iblant ofte vanligvis
        stort_sett hovedsakelig i_hovedsak de_fleste mange_av praktisk_talt""",
    modifier="""tidligere forhenværende eks-* ex ex-* påstått påståtte angivelig angivelige
        såkalt såkalte falsk falske mulig mulige potensiell potensielle fremtidig fremtidige
        framtidig vise vise-* vara-* fungerende selvutnevnt selverklært mislykket mislykkede
        pensjonert pensjonerte avdød avdøde avgått avgåtte fiktiv fiktive antatt antatte tiltenkt
        påtenkt planlagt planlagte pseudo-* konstituert daværende""",
    report="""sier sa si sagt forteller fortalte fortelle skriver skrev skrive melder meldte
        hevder hevdet hevde opplyser opplyste uttaler uttalte svarer svarte spør spurte
        innrømmer innrømmet erkjenner erkjente advarer advarte understreker understreket
        legger_til la_til bekrefter bekreftet forklarer forklarte mener mente rapporterer
        rapporterte avslører avslørte siterer siterte kunngjør kunngjorde påpeker påpekte ifølge""",
    source="ifølge i_følge etter_eget_utsagn i_henhold_til med_ordene etter_sigende",
    claim="""påstand påstander anklage anklager bevis tro idé rykte rykter mistanke frykt håp
        mening inntrykk tegn teori hypotese argument uttalelse mulighet sannsynlighet tvil myte
        løgn fare risiko spørsmål rapporter""",
    that="at om hvorvidt hvordan hvorfor",
    scale="""% prosent promille million millioner milliard milliarder billion tusen hundre dusin
        kroner kr euro dollar øre pund år måned måneder uke uker dag dager dagar time timer
        minutt minutter sekund sekunder århundre meter kilometer km m cm mm mil hektar tonn kilo
        kilogram kg gram liter grader ganger watt""",
    pronoun="""jeg eg meg min mitt mine vi oss vår vårt våre du deg din ditt dine dere deres han
        ham hans hun henne hennes den det de dem denne dette disse seg sin sitt sine en ei et
        som hvem hva hvilken der her selv man""",
    determiner="""den det de en ei et min mitt mine din ditt dine sin sitt sine vår vårt våre
        hans hennes deres denne dette disse""",
    number="""null en ett to tre fire fem seks sju syv åtte ni ti elleve tolv tretten fjorten
        femten seksten sytten atten nitten tjue tyve tretti femti hundre tusen million millioner
        milliard halv halvparten tredel kvart første andre tredje dobbel tredobbel titalls
        hundrevis tusenvis""",
    quantifier="""alle alt all hver hvert mange mye mer flere mest fleste noen enkelte begge
        hele samtlige utallige flertall bare kun""",
    judgement="""korrupt korrupte falsk falske ulovlig ulovlige katastrofal katastrofale
        kriminell kriminelle skandaløs skandaløse skammelig farlig farlige radikal radikale
        ekstremistisk skyldig skyldige uskyldig rasistisk uærlig dum dumme løgnaktig
        latterlig latterlige absurd brutal brutale grusom grusomme uansvarlig urettferdig
        omstridt beryktet dårlig dårlige forferdelig feig modig inkompetent såkalt såkalte
        ekte hemmelig bevisst""",
    inverted="skulle hadde",
    factive="glemme glem visste vet innså",
    late_negation=True,
    inverted_rare="blir er har kan får går kommer holder stiger synker faller lykkes",
    relative="som",
    owner="hvis",
    until="inntil til",
    gendered="han ham hans | hun henne hennes",
    coordinating="og eller samt",
    almost="nesten holdt_på_å nær_ved_å",
    opposing="imot",
    bounding="over under opp_til inntil",
    about="om",
)

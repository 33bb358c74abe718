"""Danish: see `claimcheck.anchor.languages` for where the words come from."""

from __future__ import annotations

from typing import Final

from claimcheck.anchor.languages.vocabulary import Vocabulary

VOCABULARY: Final = Vocabulary(
    name="Danish",
    small="""og i det er på som en at for til med af de har ikke den jeg om et men han var sig
        så ved fra vi kan hun eller skal efter bliver når også være end over mod mig noget sin
        ud op blev""",
    negation="""ikke aldrig ingen intet ingenting hverken uden næppe sjældent langt_fra
        alt_andet_end nul ikke_sandt passer_ikke passede_ikke i_ingen i_intet""",
    reversal="""benægter benægtede nægter nægtede nægte nægtet afviser afviste afvise afvist
        bestrider bestred tilbageviser tilbageviste modsiger dementerer dementerede mislykkes
        mislykkedes mislykket undgår undgik undgå forhindrer forhindrede forhindre forbyder forbød
        forbudt holder_op falsk falske usand usandt forkert forkerte fejlagtig løgn løgne lyver løj
        rygte rygter myte umulig umuligt usandsynlig uklart usikkert tvivler tvivlede tvivlsom
        ubegrundet lidt få færre mangler manglede mangel fravær utilstrækkelig i_stedet_for
        snarere_end ude_af_stand modsat modsatte modsætning ikke_sandt passer_ikke passede_ikke
        vrøvl sludder""",
    doubt="""på_papiret kan kunne må måtte bør burde skal skulle vil ville måske muligvis
        nok sandsynligvis formentlig angiveligt tilsyneladende virker synes syntes lader_til
        mulig mulige potentiel potentielle eventuelt om hvorvidt forsøger forsøgte prøver
        prøvede mistanke med_lidt_held efter_sigende""",
    thought="""tror troede tro mener mente mene antager antog håber håbede frygter frygtede
        forventer forventede mistænker mistænkte påstår påstod ønsker ønskede kræver krævede
        anslår foreslår foreslog anbefaler vurderer føler tænker tænkte spøgte spøger drømte
        pralede""",
    condition="""hvis såfremt medmindre forudsat så_længe i_tilfælde_af under_forudsætning
        ellers om kun_hvis afhængigt_af""",
    concession="selvom selv_om skønt på_trods_af trods derimod",
    contrast="men dog alligevel mens derimot imidlertid ganske_vist",
    absence="uden",
    admission="ganske_vist",
    exception="bortset_fra undtagen med_undtagelse_af",
    restriction="""i_det_mindste i_hvert_fald indtil_videre foreløbig på_papiret i_teorien
        eller_sådan så_at_sige på_sin_vis til_en_vis_grad i_princippet mere_eller_mindre""",
    limit="""blot kun bare udelukkende op_til indtil mindst højst maksimalt mere_end mindre_end
        over under delvist en_del næsten knap halvdelen alene minus i_hvert_fald
        et_mindretal_af en_håndfuld en_brøkdel_af""",
    bound="op_til mindst højst maksimalt mere_end mindre_end minus",
    multiple="""% procent promille million millioner milliard milliarder billion tusind hundrede
        dusin""",
    rough="""visse sædvanligvis omkring cirka ca omtrent nogle enkelte flere somme_tider ofte
        normalt hovedsageligt de_fleste praktisk_talt""",
    modifier="""tidligere forhenværende eks-* ex ex-* påstået påståede angivelig angivelige
        såkaldt såkaldte falsk falske mulig mulige potentiel potentielle fremtidig fremtidige
        vice vice-* fungerende selvudnævnt selverklæret mislykket mislykkede pensioneret
        pensionerede afdød afdøde afgået fiktiv fiktive formodet formodede planlagt planlagte
        pseudo-* konstitueret daværende""",
    report="""siger sagde sige sagt fortæller fortalte skriver skrev melder meldte hævder
        hævdede oplyser oplyste udtaler udtalte svarer svarede spørger spurgte indrømmer
        indrømmede erkender erkendte advarer advarede understreger understregede tilføjer
        tilføjede bekræfter bekræftede forklarer forklarede rapporterer rapporterede afslører
        citerer annoncerer meddeler meddelte""",
    source="ifølge efter_eget_udsagn i_henhold_til efter_sigende",
    claim="""påstand påstande anklage anklager bevis beviser tro idé rygte rygter mistanke frygt
        håb mening indtryk tegn teori hypotese argument udtalelse mulighed sandsynlighed tvivl
        myte løgn fare risiko spørgsmål""",
    that="at om hvorvidt hvordan hvorfor",
    scale="""% procent promille million millioner milliard milliarder billion tusind hundrede
        dusin kroner kr euro dollar øre pund år måned måneder uge uger dag dage time timer minut
        minutter sekund sekunder århundrede meter kilometer km m cm mm hektar ton kilo kilogram
        kg gram liter grader gange watt""",
    pronoun="""jeg mig min mit mine vi os vores du dig din dit dine I jer jeres han ham hans hun
        hende hendes den det de dem deres denne dette disse sig sin sit sine en et som hvem hvad
        hvilken der her selv man""",
    determiner="""den det de en et min mit mine din dit dine sin sit sine vores jeres hans
        hendes deres denne dette disse""",
    number="""nul en et to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten
        seksten sytten atten nitten tyve tredive fyrre halvtreds hundrede tusind million
        millioner milliard halv halvdelen tredjedel kvart første anden tredje dobbelt""",
    quantifier="""alle alt hver hvert mange meget mere flere mest fleste nogle enkelte begge
        hele samtlige talløse flertal kun""",
    judgement="""korrupt korrupte falsk falske ulovlig ulovlige katastrofal katastrofale
        kriminell kriminelle skandaløs skandaløse skammelig farlig farlige radikal radikale
        ekstremistisk skyldig skyldige uskyldig rasistisk uærlig dum dumme løgnaktig
        latterlig latterlige absurd brutal brutale grusom grusomme uansvarlig urettferdig
        omstridt beryktet dårlig dårlige forferdelig feig modig inkompetent såkalt såkalte
        ekte hemmelig ulovligt hemmeligt bevidst""",
    inverted="skulle havde",
    factive="glemme glem vidste ved indså",
    late_negation=True,
    inverted_rare="bliver er har kan får går kommer holder stiger falder lykkes",
    relative="som der",
    owner="hvis",
    until="indtil til",
    gendered="han ham hans | hun hende hendes",
    coordinating="og eller samt",
    almost="næsten var_ved_at lige_ved_at",
    opposing="imod",
    bounding="over under op_til indtil",
    innocent="om_lidt lidt_efter",
    about="om",
)

"""Swedish: see `claimcheck.anchor.languages` for where the words come from."""

from __future__ import annotations

from typing import Final

from claimcheck.anchor.languages.vocabulary import Vocabulary

VOCABULARY: Final = Vocabulary(
    name="Swedish",
    small="""och i att det som en på är av för med till den har de inte om ett han men var jag
        sig från vi så kan när hon eller ska år än nu efter vid bara också man under över skulle
        ut upp hade""",
    negation="""inte ej icke aldrig ingen inget inga ingenting varken utan knappast knappt
        sällan ingalunda långt_ifrån allt_annat_än näppeligen noll inte_sant stämmer_inte
        stämde_inte i_inget i_ingen""",
    reversal="""är_fel var_fel förnekar förnekade förneka förnekat bestrider bestred bestrida
        dementerar dementerade avvisar avvisade avvisa tillbakavisar tillbakavisade motsäger vägrar
        vägrade vägra vägrat misslyckas misslyckades misslyckats undviker undvek undvika hindrar
        hindrade hindra förhindrar förhindrade förbjuder förbjöd förbjudet slutar slutade sluta
        falsk falskt falska osann osant felaktig felaktigt felaktiga lögn lögner ljuger ljög rykte
        rykten myt omöjlig omöjligt osannolik osannolikt oklart osäkert tvivlar tvivlade tveksam
        tveksamt ogrundad ogrundade lite få färre saknar saknade saknas brist avsaknad frånvaro
        otillräcklig i_stället_för istället_för snarare_än oförmögen motsats motsatsen
        motsatsen_till motsatt skröna inte_sant stämmer_inte stämde_inte nonsens påhitt""",
    doubt="""på_papperet kan kunde må måste bör borde ska skall skulle kanske möjligen
        troligen sannolikt förmodligen påstås påstods uppges uppgavs lär verkar verkade
        tycks tycktes förefaller möjlig möjliga potentiell potentiella eventuellt eventuell
        om huruvida försöker försökte försöka misstanke antagligen med_lite_tur
        med_all_sannolikhet enligt_uppgift påstås_det""",
    thought="""tror trodde tro anser ansåg menar menade antar antog hoppas hoppades fruktar
        fruktade befarar förväntar förväntade misstänker misstänkte påstår påstod vill ville
        önskar önskade kräver krävde uppskattar föreslår föreslog rekommenderar bedömer
        tycker tyckte tänker tänkte undrar undrade planerar skämtade skämtar drömde skröt""",
    condition="""om ifall såvida såvitt förutsatt såtillvida så_länge under_förutsättning
        i_fall annars med_mindre endast_om bara_om beroende_på under_förutsättning_att""",
    concession="fast fastän även_om trots",
    contrast="men dock ändå emellertid medan däremot utan visserligen likväl",
    admission="visserligen",
    exception="förutom utom med_undantag_av bortsett_från",
    restriction="""åtminstone i_alla_fall tills_vidare för_närvarande än_så_länge
        på_papperet i_teorin eller_så så_att_säga på_sätt_och_vis till_en_viss_grad
        i_princip mer_eller_mindre i_viss_mening""",
    limit="""bara endast enbart blott upp_till minst högst maximalt mer_än mindre_än över under
        delvis dels en_del nästan knappt hälften uteslutande åtminstone minus en_minoritet_av
        en_handfull en_bråkdel_av""",
    bound="upp_till minst högst maximalt mer_än mindre_än åtminstone minus",
    multiple="% procent promille miljon miljoner miljard miljarder biljon tusen hundra dussin",
    rough="""oftast ungefär cirka ca omkring runt några vissa flera ibland ofta vanligtvis
        huvudsakligen främst de_flesta praktiskt_taget""",
    modifier="""före_detta förre förra tidigare ex ex-* f_d påstådd påstådda påstått så_kallad
        så_kallade falsk falska möjlig möjliga potentiell potentiella framtida blivande vice
        vice-* tillförordnad tillförordnade självutnämnd självutnämnda misslyckad misslyckade
        pensionerad pensionerade avliden avlidne avgången fiktiv fiktiva misstänkt misstänkta
        planerad planerade tilltänkt tilltänkta pseudo-* dåvarande avsatt avsatte""",
    report="""säger sade sa säga sagt berättar berättade skriver skrev meddelar meddelade hävdar
        hävdade uppger uppgav uttalar uttalade svarar svarade frågar frågade medger medgav
        erkänner erkände varnar varnade betonar betonade tillägger tillade bekräftar bekräftade
        förklarar förklarade rapporterar rapporterade avslöjar citerar menar framhåller påpekar
        påpekade""",
    source="enligt i_enlighet_med med_orden",
    claim="""påstående påståenden anklagelse anklagelser bevis tro idé rykte rykten misstanke
        misstankar rädsla hopp åsikt intryck tecken teori hypotes argument uttalande möjlighet
        sannolikhet tvivel myt lögn fara risk fråga uppgifter""",
    that="att om huruvida hur varför",
    scale="""% procent promille miljon miljoner miljard miljarder biljon tusen hundra dussin
        kronor kr euro dollar öre pund år månad månader vecka veckor dag dagar timme timmar
        minut minuter sekund sekunder århundrade meter kilometer km m cm mm mil hektar ton kilo
        kilogram kg gram liter grader gånger watt""",
    pronoun="""jag mig min mitt mina vi oss vår vårt våra du dig din ditt dina ni er era han
        honom hans hon henne hennes den det de dem deras denna detta dessa sig sin sitt sina en
        ett som vem vad vilken där här själv man""",
    determiner="""den det de en ett min mitt mina din ditt dina sin sitt sina vår vårt våra er
        era hans hennes deras denna detta dessa""",
    number="""noll en ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton
        sexton sjutton arton nitton tjugo trettio femtio hundra tusen miljon miljoner miljard
        halv hälften tredjedel kvarts första andra tredje dubbel tiotal hundratals tusentals""",
    quantifier="""alla allt all varje många mycket mer fler mest flesta några vissa båda hela
        samtliga otaliga majoritet bara endast""",
    judgement="""korrupt korrupta falsk falska olaglig olagliga katastrofal katastrofala
        kriminell kriminella skandalös skandalösa skamlig farlig farliga radikal radikala
        extremistisk skyldig skyldiga oskyldig rasistisk oärlig dum dumma lögnaktig löjlig
        löjliga absurd brutal brutala grym grymma ansvarslös orättvis omstridd ökänd dålig
        dåliga hemsk feg modig inkompetent så_kallad äkta hemlig olagligt hemligt medvetet
        avsiktligt""",
    inverted="skulle hade vore",
    factive="glömma glöm märkte visste vet insåg",
    late_negation=True,
    inverted_rare="blir är har kan får går kommer håller stiger sjunker faller lyckas",
    relative="som",
    owner="vars",
    until="tills",
    gendered="han honom hans | hon henne hennes",
    coordinating="och eller samt",
    almost="nästan höll_på_att nära_att",
    opposing="emot",
    bounding="över under",
    about="om",
)

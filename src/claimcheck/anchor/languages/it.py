"""Italian: see `claimcheck.anchor.languages` for where the words come from."""

from __future__ import annotations

from typing import Final

from claimcheck.anchor.languages.vocabulary import Vocabulary

VOCABULARY: Final = Vocabulary(
    name="Italian",
    small="""di e il la che in un a per è una sono non con si del i da le dei della al nel come
        più o ma anche alla ha lo dal gli su se l' delle nella degli dell' d' ai sul dalla
        essere stato questo tra era""",
    negation="""non mai nessuno nessuna nessun niente nulla né nemmeno neanche neppure senza
        affatto tutt'_altro lungi_dal per_niente a_malapena raramente zero non_è_vero
        non_era_vero non_è_così mica di_rado in_nessun in_nessuno in_nessuna""",
    reversal="""corre_voce correva_voce voci_di_corridoio mentì non_è_vero non_è_così è_una_bugia
        esagerato esagerazione nega negano negò negato negare negava negarono smentisce smentito
        smentì smentire smentiscono respinge respinto respinse respingere rifiuta rifiutato rifiutò
        rifiutano rifiutare contesta contestato contestare confuta confutato contraddice
        contraddetto esclude escluso escludere escludono fallisce fallito fallì fallire evita
        evitato evitare impedisce impedito impedire vieta vietato vietare smette smesso smettere
        cessa cessato falso falsa falsi false falsamente bugia bugie bufala bufale mente mentito
        menzogna menzogne diceria dicerie errato errata erroneo erronea erroneamente sbagliato
        sbagliata mito impossibile improbabile incerto dubbio dubbia dubita dubitano dubitare
        infondato infondata poco poca pochi poche manca mancano mancato mancata mancanza assenza
        incapace incapaci invece_di anziché piuttosto_che insufficiente ritirato ritrattato rinuncia
        rinunciato ma_non contrario opposto antitesi favola figuriamoci non_era_vero ha_mentito
        sciocchezza fandonia prematuro assurdo fuorviante""",
    doubt="""minacciato_di minaccia_di minacciò_di promesso_di promette_di promise_di sulla_carta
        può possono potrebbe potrebbero poteva deve devono dovrebbe dovrebbero sarebbe sarebbero
        avrebbe avrebbero forse probabilmente possibilmente presumibilmente presuntamente
        apparentemente verosimilmente magari sembra sembrano sembrava pare paiono pareva possibile
        possibili probabile probabili eventuale eventuali presunto presunta presunti presunte
        potenziale potenziali cosiddetto suggerisce ipotesi sospetto tenta tentato tentare cerca_di
        cercato_di se con_un_po'_di_fortuna con_ogni_probabilità a_quanto_si_dice""",
    thought="""crede credono credeva creduto credere pensa pensano pensava pensato ritiene
        ritengono ritenuto immagina suppone suppongono spera sperano teme temono temeva
        sospetta sospettano presume sostiene sostengono vuole vogliono voleva vorrebbe
        desidera desiderano pretende prevede prevedono stima stimano considera considerano
        chiede chiedono chiesto propone propongono raccomanda dubita decidere decideranno
        domanda auspica auspicano scherza scherzato scherzava sognava sognato vantava""",
    condition="""a_condizione se a_meno_che a_condizione_che purché qualora nel_caso_in_cui nel_caso
        in_caso_di sempre_che a_patto_che altrimenti solo_se salvo_che tranne_che finché_non""",
    concession="sebbene benché nonostante malgrado anche_se pur",
    contrast="ma però tuttavia mentre invece bensì eppure ciononostante al_contrario",
    absence="senza",
    admission="è_vero certo certamente",
    exception="eccetto tranne salvo ad_eccezione_di a_parte",
    restriction="""almeno perlomeno per_ora per_il_momento provvisoriamente
        fino_a_nuovo_ordine sulla_carta in_teoria se_mai presumibilmente salvo o_così
        o_almeno per_così_dire in_un_certo_senso fino_a_un_certo_punto in_linea_di_principio
        più_o_meno temporaneamente""",
    limit="""al_più solo soltanto solamente unicamente esclusivamente appena semplicemente
        fino_a almeno al_massimo al_minimo perlomeno non_più_di non_meno_di più_di meno_di
        oltre parzialmente in_parte parte_di quasi circa_la_metà metà_di meno
        una_minoranza_di un_pugno_di una_manciata_di una_frazione_di minoranza tutt'_al_più""",
    bound="almeno al_massimo al_minimo perlomeno non_più_di non_meno_di più_di meno_di oltre meno",
    multiple="""% per_cento milione milioni miliardo miliardi bilione mila mille migliaia cento
        centinaia dozzina dozzine""",
    rough="""a_volte circa all'_incirca alcuni alcune qualche vari varie diversi diverse
        talvolta spesso generalmente di_solito principalmente soprattutto la_maggior_parte
        molti_dei praticamente approssimativamente intorno_a""",
    modifier="""ex ex-* presunto presunta presunti presunte cosiddetto cosiddetta cosiddetti
        cosiddette sedicente sedicenti falso falsa falsi false possibile possibili probabile
        probabili potenziale potenziali eventuale eventuali futuro futura futuri future vice vice-*
        vice* supplente ad_interim facente_funzione mancato mancata fallito fallita tentato tentata
        uscente autoproclamato autoproclamata defunto defunta pensionato pseudo-* quasi-* fittizio
        fittizia immaginario precedente destituito l'_allora""",
    report="""replicato replica dice dicono diceva disse dissero detto dire afferma affermano
        affermò affermato dichiara dichiarano dichiarò dichiarato spiega spiegano spiegò spiegato
        aggiunge aggiungono aggiunse aggiunto sostiene sostengono sostenne assicura assicurano
        assicurò annuncia annunciano annunciò annunciato scrive scrivono scrisse scritto risponde
        rispose risposto chiede chiese racconta raccontò raccontato riferisce riferiscono riferito
        ammette ammise ammesso riconosce riconobbe avverte avvertì denuncia denunciato ribadisce
        ribadito sottolinea sottolineato ricorda ricordato precisa precisato conferma confermato
        rivela rivelato cita citato commenta commentato osserva conclude concluso twitta""",
    source="secondo a_detta_di a_giudizio_di a_parere_di stando_a in_base_a_quanto per_bocca_di",
    claim="""affermazione affermazioni accusa accuse prova prove convinzione idea idee voce voci
        sospetto sospetti timore timori speranza opinione impressione indizio indizi segno segni
        teoria tesi ipotesi argomento dichiarazione possibilità probabilità dubbio dubbi mito
        bugia rischio pericolo rapporto notizia notizie domanda fatto""",
    that="che se come perché",
    relay="""sa sanno sapeva mostra mostrano dimostra suggerisce promette promesso chiesto espresso
        dichiarando affermando dicendo spiegando sostenuto ritenne giudica giudicato segnala
        segnalato comunica comunicato definisce definito descrive replica replicato parla
        parlato""",
    joint="quale dove quando dopo mentre perché prima e ed ma o cui",
    first_person="io noi mio mia miei nostro nostra nostri mi ci",
    hearsay="avrebbe avrebbero sarebbe sarebbero",
    scale="""% per_cento milione milioni miliardo miliardi bilione mila mille migliaia cento
        centinaia dozzina dozzine euro dollaro dollari centesimi lire sterlina sterline yen anno
        anni mese mesi settimana settimane giorno giorni ora ore minuto minuti secondo secondi
        secolo secoli metro metri chilometro chilometri km m cm mm ettaro ettari tonnellata
        tonnellate chilo chili chilogrammi kg grammi litri gradi volte watt kilowatt punti""",
    pronoun="""io mi me mio mia miei mie noi ci nostro nostra nostri nostre tu ti te tuo tua voi
        vi vostro egli lui lei loro esso essa essi esse gli le lo la li si suo sua suoi sue
        questo questa questi queste quello quella quelli quelle quel quei quegli ciò il i l' un
        uno una un' del dello della dei degli delle chi che cui quale quali ne stesso stessa
        costui costoro""",
    determiner="""il lo la i gli le l' un uno una un' del dello della dei degli delle mio mia
        miei mie tuo tua nostro nostra nostri nostre vostro suo sua suoi sue loro questo questa
        questi queste quello quella quelli quelle quel quei quegli""",
    number="""zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici
        quattordici quindici sedici diciassette diciotto diciannove venti trenta quaranta
        cinquanta sessanta settanta ottanta novanta cento mille mila milione milioni miliardo
        miliardi mezzo mezza metà terzo quarto primo prima secondo seconda terza doppio triplo
        dozzina decine centinaia migliaia""",
    quantifier="""tutti tutte tutto tutta ogni ciascuno molti molte molto parecchi alcuni alcune
        diversi soltanto solo entrambi entrambe maggioranza metà intero intera numerosi numerose
        più meno pochi""",
    judgement="""corrotto corrotta corrotti falso falsa illegale illegali cosiddetto
        disastroso disastrosa criminale criminali scandaloso scandalosa vergognoso
        vergognosa pericoloso pericolosa radicale estremista colpevole innocente razzista
        disonesto disonesta stupido stupida bugiardo bugiarda ridicolo ridicola assurdo
        assurda brutale crudele irresponsabile ingiusto ingiusta immorale controverso
        controversa cattivo cattiva terribile orribile ottimo pessimo grave vero vera
        segreto segreta vile coraggioso incompetente fraudolento straniero straniera *mente""",
    clitics=True,
    innocent="""da_poco poco_dopo poco_prima fra_poco tra_poco un_poco più_o_meno per_lo_meno
        poco_più_di poco_meno_di""",
    inverted="dovesse dovessero fosse fossero avesse avessero",
    factive="dimenticare dimentichiamo dimenticato accorto sa sapeva sapevano seppe notato",
    relative="quale quali",
    until="finché fino_a_quando",
    gendered="lui egli | lei ella",
    coordinating="e ed o od né",
    purpose="per",
    almost="quasi per_poco sul_punto_di",
    opposing="contro",
    bounding="oltre fino_a",
    adjective_last=True,
    loose="appena",
)

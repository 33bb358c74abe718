"""German: see `claimcheck.anchor.languages` for where the words come from."""

from __future__ import annotations

from typing import Final

from claimcheck.anchor.languages.vocabulary import Vocabulary

VOCABULARY: Final = Vocabulary(
    name="German",
    small="""der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als
        auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über
        einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde ich wir""",
    negation="""nicht nichts nie niemals niemand niemanden niemandem kein keine keiner
        keinen keinem keines keinerlei keineswegs keinesfalls mitnichten nirgends nirgendwo
        weder ohne kaum selten nicht_mehr alles_andere_als weit_davon_entfernt nicht_einmal
        null nicht_wahr stimmt_nicht stimmte_nicht in_den_seltensten_fällen in_keinem
        in_keiner bei_keinem bei_keiner in_keinster_weise unter_keinen_umständen
        zu_keiner_zeit""",
    reversal="""stimmt_nicht von_wegen ganz_im_gegenteil trifft_nicht_zu versäumte versäumt
        versäumten übertreibung übertrieben bestreitet bestritt bestreiten bestritten leugnet
        leugnete leugnen geleugnet dementiert dementierte dementieren dementi widerlegt widerlegte
        widerlegen widerspricht widersprach widersprechen widersprochen widerruft widerrief
        widerrufen verneint verneinte verneinen zurückgewiesen weist_zurück wies_zurück abgelehnt
        lehnt_ab lehnte_ab ablehnen ablehnte verweigert verweigerte verweigern weigert weigerte
        weigern geweigert scheitert scheiterte scheitern gescheitert misslang misslungen verfehlt
        verfehlte verhindert verhinderte verhindern vermeidet vermied vermeiden unterließ
        unterlassen verboten verbietet verbot verbieten untersagt untersagte falsch falsche falschen
        falscher falsches fälschlich fälschlicherweise unwahr irrtümlich irrtum gelogen lüge lügen
        log lügt unwahrheit gerücht gerüchte mythos unmöglich unwahrscheinlich unklar ungewiss
        zweifelt zweifelte bezweifelt bezweifelte bezweifeln zweifelhaft fraglich unbegründet
        haltlos unbewiesen mangels fehlt fehlte fehlen fehlenden fehlender wenig wenige weniger
        wenigen statt anstatt anstelle stattdessen unfähig außerstande aufgehört aufhören hörte_auf
        zurückgezogen zurückgenommen ausgeschlossen ausschließen schließt_aus trotz gegenteil
        gegenteilige gegenteiligen meilenweit_entfernt weit_entfernt_von himmelweit märchen
        ammenmärchen schwindel denkste logen nicht_wahr stimmte_nicht unsinn quatsch irrglaube
        aberglaube verfrüht absurd abwegig irreführend""",
    doubt="""drohte drohten droht drohen versprach versprachen verspricht versprechen auf_dem_papier
        kann könnte könnten können konnte darf dürfte dürften mag möge soll sollen sollte sollten
        solle wohl vielleicht wahrscheinlich vermutlich angeblich mutmaßlich offenbar anscheinend
        scheinbar möglicherweise eventuell womöglich vermeintlich vorgeblich würde würden hätte
        hätten wäre wären scheint schien scheinen möglich mögliche möglichen potenziell potentiell
        gegebenenfalls voraussichtlich ob verdacht denkbar versucht versuchte versuchen will
        mit_etwas_glück mit_viel_glück mit_glück aller_voraussicht_nach dem_vernehmen_nach
        allem_anschein_nach wie_es_heißt aller_wahrscheinlichkeit_nach""",
    thought="""glaubt glaubte glauben geglaubt meint meinte meinen denkt dachte denken
        vermutet vermutete vermuten hofft hoffte hoffen fürchtet fürchtete befürchtet
        befürchtete befürchten erwartet erwartete erwarten behauptet behauptete behaupten
        unterstellt unterstellte annimmt annahm angenommen nehme_an nimmt_an nahm_an wünscht
        wünschte wünschen möchte möchten will wollen wollte wollten rechnet rechnete rechnen
        schätzt schätzte schätzen ahnt ahnte ahnen spekuliert spekulierte fordert forderte
        fordern verlangt verlangte plant plante planen beabsichtigt empfiehlt empfahl fragt
        fragte fragen frage scherzte scherzt witzelte witzelt prahlte prahlt träumte träumt""",
    condition="""wenn falls sofern solange vorausgesetzt es_sei_denn unter_der_bedingung
        nur_wenn soweit angenommen_dass im_falle für_den_fall außer_wenn ansonsten
        andernfalls vorbehaltlich unter_vorbehalt je_nachdem abhängig_von""",
    concession="obwohl obgleich obschon wenngleich trotz ungeachtet wobei",
    contrast="""aber jedoch allerdings dennoch trotzdem gleichwohl zwar während wohingegen
        hingegen dagegen doch sondern""",
    absence="ohne",
    admission="zwar freilich",
    exception="außer abgesehen_von mit_ausnahme ausgenommen bis_auf",
    restriction="""zumindest wenigstens jedenfalls vorerst vorläufig fürs_erste einstweilen
        bis_auf_weiteres bis_dahin auf_dem_papier in_der_theorie wenn_überhaupt angeblich
        vorbehaltlich oder_so sozusagen gewissermaßen in_gewissem_sinne in_gewisser_weise
        im_prinzip bis_zu_einem_gewissen_grad mehr_oder_weniger nominell vorausgesetzt""",
    limit="""nur bloß lediglich ausschließlich bis_zu mindestens wenigstens zumindest höchstens
        maximal mehr_als weniger_als teilweise zum_teil teils knapp fast nahezu beinahe unter über
        erst nicht_mehr_als nicht_weniger_als einen_teil ein_teil die_hälfte minus jedenfalls
        eine_minderheit einer_minderheit ein_bruchteil einem_bruchteil eine_handvoll einer_handvoll
        einzelne_der gerade_einmal gerade_mal""",
    bound="""bis_zu mindestens wenigstens höchstens maximal mehr_als weniger_als nicht_mehr_als
        nicht_weniger_als minus""",
    multiple="""% prozent prozentpunkte promille million millionen mio milliarde milliarden mrd
        billion billionen tausend hundert dutzend""",
    rough="""annähernd etwa rund ungefähr circa ca gut einige einigen einiger manche manchen mancher
        mehrere meist meistens überwiegend größtenteils weitgehend gelegentlich manchmal oft
        häufig gewöhnlich vor_allem hauptsächlich viele der_meisten die_meisten praktisch
        schätzungsweise""",
    modifier="""ehemalige ehemaliger ehemaligen ehemaliges ehemals früherer frühere früheren
        einstige einstigen einstiger angeblicher angebliche angeblichen angebliches
        mutmaßliche mutmaßlicher mutmaßlichen vermeintliche vermeintlicher vermeintlichen
        sogenannte sogenannter sogenannten sogenanntes selbsternannte selbsternannter
        selbsternannten mögliche möglicher möglichen mögliches potenzielle potenziellen
        potenzieller künftige künftiger künftigen zukünftige zukünftigen zukünftiger
        designierte designierter designierten stellvertretende stellvertretender
        stellvertretenden kommissarische kommissarischer vize ex ex-* vize-* alt-* amtierende
        amtierender geplante geplanten geplanter gescheiterte gescheiterter gescheiterten
        gefälschte gefälschter gefälschten falsche falscher falschen falsches fiktive
        fiktiver fiktiven pensionierte pensionierter pensionierten verstorbene verstorbener
        verstorbenen versuchte versuchter versuchten scheinbare scheinbarer scheinbaren
        vorgebliche vorgeblicher pseudo-* quasi-* möchtegern-* zurückgetretene
        zurückgetretener abgesetzte abgesetzter damalige damaliger damaligen gewesene früher
        angehende angehender angehenden""",
    report="""sagt sagte sagen gesagt erklärt erklärte erklären teilt_mit teilte_mit mitgeteilt
        berichtet berichtete berichten betont betonte betonen behauptet behauptete behaupten
        fügt_hinzu fügte_hinzu hinzu meint meinte äußerte äußert schreibt schrieb schreiben
        geschrieben kündigt_an kündigte_an räumt_ein räumte_ein gesteht gestand bestätigt
        bestätigte erzählt erzählte antwortet antwortete warnt warnte mahnt mahnte kritisiert
        kritisierte zitiert zitierte lautet lautete heißt hieß twitterte versichert versicherte
        verkündet verkündete beteuert beteuerte beklagt beklagte vermeldet meldet meldete
        ergänzt ergänzte so fragt fragte unterstrich wirft_vor warf_vor argumentiert
        argumentierte weist_darauf_hin ließ_wissen gab_an gibt_an gab_bekannt""",
    source="""laut zufolge gemäß nach_angaben nach_ansicht nach_meinung nach_aussage
        nach_aussagen nach_einschätzung nach_informationen nach_worten nach_berichten
        nach_ersten_meldungen nach_augenzeugenberichten nach_darstellung nach_auffassung
        nach_überzeugung aus_sicht berichten_zufolge angaben_zufolge nach_ersten_erkenntnissen""",
    claim="""behauptung behauptungen vorwurf vorwürfe beweis beweise belege beleg glaube glauben
        idee vermutung vermutungen verdacht annahme hinweis hinweise anzeichen bericht berichte
        gerücht gerüchte aussage aussagen these theorie hypothese meinung ansicht auffassung
        hoffnung befürchtung furcht angst sorge eindruck möglichkeit wahrscheinlichkeit zweifel
        mythos lüge gefahr frage""",
    that="dass daß ob wie warum",
    relay="""demnach wonach demzufolge wissen weiß weiss wußte wusste wisse wissend bemerkt bemerkte
        bemerken fand finden findet merkt merkte sah sieht sehen sahen beschlossen beschloß
        beschloss beschließt entschieden entschied angekündigt ankündigte ankündigen versprach
        verspricht versprechen versprochen bat bittet bitten gebeten befahl befiehlt befohlen
        rief ruft riefen gerufen entgegnete erwiderte erwidert antwort verlautet verlautete
        erfuhr erfahren erfährt hört hörte gehört gelesen liest las vernimmt vernommen
        schildert schilderte gemeldet melden besagt besagte nannte nennt genannt bezeichnet
        bezeichnete vorgeworfen vorwirft vorwarf überzeugt sicher zuversichtlich davon_aus
        darauf_hin davon_ausgeht ausgehen ausgegangen hingewiesen hinweist hinwies bekannt
        bekanntgegeben bekanntgab erkannte erkennt erkennen beschuldigt beschuldigte
        verpflichtet prognostizierte prognostiziert ergab ergeben ergibt zeigt zeigte zeigen
        gezeigt aufgefordert auffordert aufforderte äußerten äußern bekundete bekundet
        verkündete gesteht gestehen gestanden zugegeben zugab gab_zu gibt_zu sprach spricht
        sprachen flüsterte schrie klagte beschwerte schlägt_vor schlug_vor vorgeschlagen
        vorschlug erinnerte erinnert erwähnt erwähnte versichere begründete begründet
        führte_aus führt_aus hob_hervor hervorhob resümierte bilanzierte beschrieb beschreibt
        kritik lob lobte lobt kritisierte verurteilte verurteilt forderung fordert forderte
        befürwortet ablehnt lehnt lehnte befehl bitte vorwurf gedanken gedanke meinung plan
        antrag begriff wunsch urteil rede kündigte kündigten kündigt ankündigten räumte
        räumten einräumte einräumten wies wiesen teilte teilten mitteilte mitteilt mitteilten
        warf warfen werfen wirft verlangten einigten einigte entschlossen entschloss entschloß
        zugesichert zugesagt sagte_zu meldeten berichteten erwähnten behaupteten betonten
        forderten kritisierten warnten erwarteten befürchteten schätzten lehnte_ab lehnten_ab
        hervorgehoben festgestellt stellte_fest stellten_fest mitzuteilen erläuterte erläutert
        beklagten verteidigte verteidigten bekräftigte bekräftigten unterstellte spekulierte
        plädierte plädierten pochte verwies verweist hinterfragte""",
    joint="""und oder aber der die das welcher welche welches wo als nachdem während weil dessen
        deren bevor sondern""",
    first_person="""ich wir mein meine meinen meinem meiner unser unsere unseren unserer mich mir
        uns""",
    subjunctive="sei seien seiest habe habest werde könne müsse solle dürfe wolle möge",
    subjunctive_rare="""wisse gebe gehe komme stehe lasse liege handele handle bestehe brauche
        bleibe sehe mache nehme finde führe halte bringe trage spreche gelte heiße biete laufe
        zeige leide stelle setze sage glaube erwarte denke treffe fehle gehöre erhalte bekomme
        folge falle schaffe verfüge beginne sterbe lebe arbeite versuche leiste diene bedeute
        betrage fahre spiele hätten hätte wären wäre könnten könnte würden würde müssten müsste
        sollten dürften bereite bilde ergebe erfolge entstehe entspreche enthalte reiche sorge
        steige sinke wachse zahle ziehe betreibe vertrete verliere gewinne verstoße beschränke
        unterstütze verhindere fordere wünsche hoffe plane prüfe rechne suche werfe ließe gäbe
        käme ginge bräuchte besitze stamme existiere koste drohe gelinge verhalte wirke bedürfe
        bewege befinde behalte erscheine gerate nutze öffne schließe stimme unternehme verbleibe
        vermeide verlange verspreche verweigere warte wiege wohne zeuge übernehme überlebe
        verletze habe_sich besäße dürfte""",
    hearsay="soll sollen will wollen",
    scale="""prozent prozentpunkte promille million millionen mio milliarde milliarden mrd
        billion billionen tausend hundert dutzend euro cent dollar franken pfund yen mark rubel
        jahr jahre jahren monat monate monaten woche wochen tag tage tagen stunde stunden minute
        minuten sekunde sekunden meter metern kilometer kilometern km m cm mm quadratmeter
        hektar tonne tonnen kilo kilogramm kg gramm g liter l grad celsius watt kilowatt
        kilowattstunden volt mal meilen fach""",
    pronoun="""ich mich mir mein meine meinen meinem meiner wir uns unser unsere unseren unserem
        unserer du dich dir dein deine er ihn ihm sein seine seinen seinem seiner seines sie ihr
        ihre ihren ihrem ihrer ihres ihnen es dies diese dieser dieses diesen diesem jene jener
        jenes jenen jenem der die das den dem des dessen deren denen ein eine einen einem einer
        eines man sich wer wen wem wessen was welche welcher welches selbst da dort hier
        derjenige diejenige diejenigen derselbe dieselbe dieselben""",
    determiner="""der die das den dem des ein eine einen einem einer eines mein meine meinen
        meinem meiner unser unsere unseren unserem unserer dein deine sein seine seinen seinem
        seiner seines ihr ihre ihren ihrem ihrer ihres dies diese dieser dieses diesen diesem
        jene jener jenes jenen jenem welche welcher welches derselbe dieselbe deren dessen""",
    number="""null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn
        vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig
        fünfzig sechzig siebzig achtzig neunzig hundert tausend million millionen milliarde
        milliarden halb halbe drittel viertel erste zweite dritte doppelt dreifach einmal
        zweimal dutzend prozent""",
    quantifier="""alle allen aller alles jede jeder jedes jeden jedem viele vielen vieler viel
        mehr meisten einige einigen mehrere sämtliche ganze ganzen gesamte gesamten beide beiden
        zahlreiche hälfte mehrheit manche nur""",
    judgement="""korrupt* falsch* illegal* rechtswidrig* katastrophal* sogenannt* kriminell*
        böse* dumm* skandalös* schändlich* gefährlich* radikal* extremistisch* schuldig*
        unschuldig* rassistisch* unfähig* verlogen* unehrlich* betrügerisch* lächerlich*
        absurd* brutal* grausam* skrupellos* umstritten* berüchtigt* angeblich*
        vermeintlich* unfair* ungerecht* unmoralisch* feige* mutig* großartig* schlecht*
        gut* schlimm* furchtbar* schrecklich* verantwortungslos* erfolgreich* erfolglos*
        gescheitert* geheim* wahr* echt* heimlich unrechtmäßig absichtlich wissentlich
        widerwillig schamlos bewusst vorsätzlich fahrlässig leichtsinnig feige mutig""",
    innocent="null_uhr stunde_null bei_null null_komma",
    inverted="wäre wären hätte hätten sollte sollten würde würden müsste müssten könnte könnten",
    factive="""vergessen vergiss vergaß bemerkt bemerkte gemerkt merkte weiß wusste wussten
        gewusst wissen erinnert begriff""",
    late_negation=True,
    inverted_rare="""bleibt bleiben kommt kommen geht gehen hält halten steigt steigen sinkt
        sinken fällt fallen gelingt gelingen stimmt stimmen findet finden wird werden ist
        sind hat haben kann können darf muss müssen gibt bekommt glaubt folgt nimmt macht
        läuft will scheitert""",
    relative="welcher welche welches",
    owner="dessen deren",
    until="bis",
    gendered="""er ihn ihm sein seine seinen seinem seiner seines
        | sie ihr ihre ihren ihrem ihrer ihres""",
    coordinating="und oder sowie",
    purpose="um",
    almost="fast beinahe beinah nahezu um_ein_haar",
    opposing="gegen",
    bounding="unter über bis_zu",
    loose="erst",
)

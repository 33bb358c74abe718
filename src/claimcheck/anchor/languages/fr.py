"""French: see `claimcheck.anchor.languages` for where the words come from."""

from __future__ import annotations

from typing import Final

from claimcheck.anchor.languages.vocabulary import Vocabulary

VOCABULARY: Final = Vocabulary(
    name="French",
    small="""a hier le la les de des du et en un une est que qui dans pour pas par sur au aux
        avec ce cette ces il elle ils se ne plus ou son sa ses sont mais été l' d' qu' n' c' s'
        on nous vous leur leurs être avoir ont fait va vont comme à""",
    negation="""ne n' pas jamais rien personne aucun aucune aucuns nul nulle nullement ni
        sans guère non point_du_tout nulle_part pas_du_tout loin_de loin_d' peu_probable
        zéro pas_vrai dans_aucun dans_aucune en_aucun en_aucune en_aucun_cas à_aucun""",
    reversal="""mentait mentit mentent oublié_de oublie_de oublia_de exagéré exagération nie nié
        niée niait nient nier dément démenti démentit démentent démentir démentait démentie réfute
        réfuté réfutent réfuter conteste contesté contestent contester rejette rejeté rejettent
        rejeter refuse refusé refusent refuser refusait refus échoue échoué échouer échec évite
        évité éviter empêche empêché empêcher interdit interdire interdite cesse cessé cesser
        arrête_de arrêté_de faux fausse fausses faussement mensonge mensonges ment menti mentir
        mensonger mensongère rumeur rumeurs erroné erronée erronées à_tort mythe impossible
        improbable incertain incertaine doute doutent douter douteux douteuse infondé infondée
        infondées peu rarement manque manqué incapable incapables privé_de défaut au_lieu_de
        plutôt_que faute_de absence retiré rétracté renonce renoncé renoncer exclut exclu exclure
        insuffisant insuffisante canular intox contraire opposé antithèse fable bobard tu_parles
        mon_œil pas_vrai sottise bêtise absurde prématuré trompeur""",
    doubt="""menacé_de menacé_d' menace_de menace_d' promis_de promis_d' promet_de promet_d'
        sur_le_papier peut peuvent pourrait pourraient pouvait doit doivent devrait devraient serait
        seraient aurait auraient probablement peut-être sans_doute apparemment vraisemblablement
        éventuellement possiblement prétendument soi-disant semble semblent semblait sembler paraît
        paraissent paraissait possible possibles probable probables éventuel éventuelle éventuels
        éventuelles présumé présumée présumés supposé supposée potentiel potentielle potentiels
        tente tenté tenter essaie essayé essayer si censé censée hypothèse soupçon
        avec_un_peu_de_chance avec_de_la_chance selon_toute_vraisemblance dit-on paraît-il
        à_ce_qu'_il_paraît""",
    thought="""croit croient croire croyait cru pense pensent penser pensait estime estiment
        estimer estimait imagine imaginait suppose supposent supposait espère espèrent espérait
        craint craignent craignait redoute redoutent soupçonne soupçonnent prétend prétendent
        prétendait veut veulent voulait voudrait souhaite souhaitent souhaitait désire demande
        demandent demander demandait exige exigent prévoit prévoient considère considèrent juge
        jugent s'_attend doute doutent recommande recommandent recommandé propose proposent
        évaluera évalue ignore ignorent plaisante plaisanté plaisantait rêve rêvait vanté
        prétend-il prétend-elle prétendait-il prétendait-elle prétendent-ils croit-il
        croit-elle espère-t-il espère-t-elle pense-t-il pense-t-elle""",
    condition="""si s'_il s'_ils sauf à_moins à_condition pourvu_que au_cas_où en_cas_de
        dans_le_cas_où tant_que à_supposer quand_bien_même sinon lorsque_le en_cas_d'
        sous_réserve_de sous_réserve_d' sous_réserve_que selon_que""",
    concession="bien_que quoique malgré en_dépit_de même_si",
    contrast="""mais cependant pourtant toutefois néanmoins alors_que tandis_que or en_revanche
        au_contraire quand_même""",
    absence="sans",
    admission="certes bien_sûr il_est_vrai",
    exception="sauf excepté hormis à_l'_exception à_part",
    restriction="""du_moins au_moins en_tout_cas pour_l'_instant pour_le_moment
        provisoirement jusqu'_à_nouvel_ordre sur_le_papier en_théorie à_en_croire
        à_l'_en_croire si_l'_on_en_croit sous_réserve paraît-il soi-disant ou_du_moins
        ou_ainsi pour_ainsi_dire en_quelque_sorte dans_un_sens dans_une_certaine_mesure
        jusqu'_à_un_certain_point en_principe plus_ou_moins""",
    limit="""seulement ne_que uniquement seul seule seuls seules simplement exclusivement jusqu'_à
        au_moins au_plus au_maximum au_minimum plus_de moins_de partiellement en_partie presque
        quasi quasiment à_peine une_partie la_moitié tout_au_plus pas_plus_de pas_moins_de moins
        du_moins une_minorité_de une_poignée_de une_fraction_de une_poignée tout_juste""",
    bound="""au_moins au_plus au_maximum au_minimum plus_de moins_de tout_au_plus pas_plus_de
        pas_moins_de moins""",
    multiple="""% pour_cent pour_mille million millions milliard milliards billion mille millier
        milliers cent cents centaine centaines douzaine douzaines""",
    rough="""environ à_peu_près certains certaines certain quelques plusieurs parfois souvent
        généralement habituellement principalement surtout essentiellement la_plupart
        beaucoup_de pratiquement approximativement de_nombreux près_de près_d'""",
    modifier="""ancien ancienne anciens anciennes ex ex-* présumé présumée présumés présumées
        prétendu prétendue prétendus prétendues soi-disant supposé supposée supposés faux fausse
        fausses possible possibles potentiel potentielle potentiels éventuel éventuelle éventuels
        éventuelles probable probables futur future futurs futures vice vice-* adjoint adjointe
        par_intérim intérimaire défunt défunte feu autoproclamé autoproclamée retraité retraitée
        raté ratée manqué manquée avorté avortée tentative_de projet_de pseudo-* quasi-* sortant
        sortante déchu déchue fictif fictive ancien_ministre désigné désignée précédent
        précédente d'_alors""",
    report="""réagi réagit réplique répliqué déplore déploré ironise ironisé dit disent disait dire
        déclare déclaré déclarent déclarait affirme affirmé affirment affirmait explique expliqué
        expliquent expliquait ajoute ajouté ajoutent ajoutait assure assuré assurent annonce annoncé
        annoncent indique indiqué indiquent précise précisé précisent précisait souligne souligné
        rappelle rappelé estime estimé raconte raconté écrit écrivait répond répondu rétorque
        rétorqué lance lancé confie confié reconnaît reconnu admet admis avoue avoué prétend
        prétendu soutient soutenu avertit averti prévient prévenu rapporte rapporté rapportent note
        noté observe demande confirme confirmé révèle révélé cite cité tweete tweeté conclut conclu
        poursuit poursuivi répète répété dénonce dénoncé martèle martelé plaide""",
    source="""selon d'_après suivant_les_dires aux_dires_de aux_yeux_de à_en_croire de_source
        de_l'_avis_de au_dire_de""",
    claim="""affirmation affirmations allégation allégations accusation accusations preuve
        preuves croyance idée idées rumeur rumeurs hypothèse soupçon soupçons crainte craintes
        espoir opinion avis impression signe signes théorie thèse argument déclaration
        possibilité probabilité doute doutes mythe mensonge risque danger rapport rapports
        question sentiment illusion""",
    that="que qu' si s' comment pourquoi",
    relay="""dire dis dit-il dit-elle déclarer affirmer expliquer juge juger jugé considérait pensé
        espéré craint craindre sait savoir savait montre montrent montré promet promis
        demandé demandent demandait interroge interrogé suggère suggéré signale signalé
        signalent mentionne mentionné relève relevé exprime exprimé constate constaté évoque
        évoqué argumente argué fait_savoir fait_valoir laissé_entendre décrit propose
        proposé insiste insisté appelle appelé qualifie qualifié commente commenté informe
        informé proclame jure""",
    joint="qui dont où lorsque quand après tandis parce avant et mais ou puis",
    first_person="je nous mon ma mes notre nos me moi j'",
    hearsay="aurait auraient serait seraient",
    scale="""% pour_cent pour_mille million millions milliard milliards billion mille millier
        milliers cent cents centaine centaines douzaine douzaines euro euros dollar dollars
        centime centimes franc francs livre livres yens an ans année années mois semaine
        semaines jour jours heure heures minute minutes seconde secondes siècle siècles mètre
        mètres kilomètre kilomètres km m cm mm hectare hectares tonne tonnes kilo kilos
        kilogramme kilogrammes kg gramme grammes litre litres degré degrés fois watts kilowatts
        kwh points lieues""",
    pronoun="""je j' me m' moi mon ma mes nous notre nos tu t' te toi ton ta tes vous votre vos
        il elle ils elles lui leur leurs eux se s' son sa ses ce c' cet cette ces cela ça celui
        celle ceux celles y en le la les l' un une des du de d' au aux on qui que qu' dont quoi
        lequel laquelle lesquels celui-ci celle-ci ceux-ci soi même mien sien""",
    determiner="""le la les l' un une des du de d' au aux mon ma mes ton ta tes son sa ses notre
        nos votre vos leur leurs ce cet cette ces quel quelle""",
    number="""zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize
        quatorze quinze seize vingt trente quarante cinquante soixante cent cents mille
        million millions milliard milliards demi moitié tiers quart premier première
        deuxième second seconde troisième double triple douzaine dizaine dizaines centaine
        centaines milliers pourcent""",
    quantifier="""tous toutes tout toute chaque plusieurs beaucoup quelques certains certaines
        nombreux nombreuses maint majorité plupart moitié entier entière seulement deux plus
        moins""",
    judgement="""corrompu corrompue corrompus faux fausse illégal illégale illégaux illicite
        prétendu prétendue soi-disant désastreux désastreuse criminel criminelle scandaleux
        scandaleuse honteux honteuse dangereux dangereuse radical radicale extrémiste
        extrémistes coupable coupables innocent innocente raciste racistes malhonnête
        malhonnêtes stupide menteur menteuse ridicule absurde brutal brutale cruel cruelle
        irresponsable injuste immoral immorale controversé controversée fameux fameuse
        mauvais mauvaise terrible horrible excellent excellente grave vrai vraie véritable
        secret secrète lâche courageux incompétent incompétente frauduleux frauduleuse
        étranger étrangère illégalement secrètement délibérément sciemment honteusement
        volontairement frauduleusement brutalement lâchement courageusement""",
    clitics=True,
    innocent="""depuis_peu sous_peu peu_après peu_avant peu_de_temps un_peu zéro_virgule
        plus_ou_moins moins_que_rien en_tant_que""",
    inverted="eût fût dût dussent fussent",
    factive="""oublier oublie oublié oublions remarqué sait savait savaient su réalisé compris""",
    relative="qui lequel laquelle lesquels",
    owner="dont",
    until="jusqu'_à_ce_qu' jusqu'_à_ce_que",
    gendered="il ils | elle elles",
    coordinating="et ou ni",
    purpose="pour",
    almost="presque failli faillit faillirent manqué_de sur_le_point_de à_deux_doigts_de",
    opposing="contre",
    bounding="jusqu'_à",
    adjective_last=True,
)

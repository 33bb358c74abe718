"""Czech: see `claimcheck.anchor.languages` for where the words come from."""

from __future__ import annotations

from typing import Final

from claimcheck.anchor.languages.vocabulary import Vocabulary

VOCABULARY: Final = Vocabulary(
    name="Czech",
    small="""a v se na je že to s z o do i za k ve pro ale jsem si po jako tak by jsou jeho jen
        co už při byl která který které nebo její od bylo byla také ještě podle kde u jsme bude""",
    negation="""ne není nejsou nejsem nejsme nejste nejsi nebyl* nebud* nebyly nemá nemají
        nemám nemáme nemáte neměl* nemůž* nemohl* nechce nechc* nechtěl* nesmí* nesměl* neví
        nevěd* nevědí neexist* nedoš* nepodař* nedoká* nedal* nedá* nevid* neviděl* nepř*
        neud* nev* nez* neřek* neř* nepos* nepod* nepov* nepo* nest* nes* nek* net* nikdy
        nikdo nikoho nikomu nic ničeho žádný žádná žádné žádného žádnou žádných ani bez
        nikde nikoli nikoliv sotva stěží málokdy zdaleka ne* nula nulov* není_pravda
        nebyla_pravda zřídka v_žádném v_žádné""",
    innocent="""mimo_jiné na_místo na_místě místo_činu neznám* nesmírn* nepatrn* neobvykl*
        nepříjemn* nešťastn* nebo než neboť nechť nej* nejen nebe nebes* nebezpeč* neděl* nemoc*
        nemocnic* nehod* nerv* nesou nesl* nést nese nech nechal* nechá* něco nedávn* neustál*
        několik* některý nevěst* nesčetn* neutrál* nepřítel* nepřátel* nezávisl* nezbytn* nechat
        nezapomen* netopýr* nehet nehty nemovit* nedílnou nevyhnuteln* nedaleko neuvěřiteln*
        nepřetržit* nezisk* neomezen* nekonečn* negativ* neon* nepál* nemec* netto network* net nero
        neo* new* nebula* nestlé nevada""",
    reversal="""popírá popřel popřela popřeli popírají popřít popřelo dementuje dementoval vyvrátil
        vyvrací vyvrátit vyvrácen odmítá odmítl odmítla odmítli odmítají odmítnout odmítnut zamítl
        zamítla zamítnut zpochybňuje zpochybnil zpochybnila zpochybnit rozporuje selhal selhala
        selhává selhání odvolal odvolala stáhl stáhla přestal přestala přestali přestat zabránil
        zabránit brání zakázal zakázat zakazuje zakázáno vyhýbá vyhnul vyhnout nepravda nepravdivý
        nepravdivé nepravdivě falešný falešná falešné falešně lež lži lže lhal lhala fáma fámy
        pověst mýtus mylně mylný mylné chybně chybný nesprávný nemožné nemožný nepravděpodobné
        nejasné nejisté pochybuje pochyboval pochybný pochybné neopodstatněný málo chybí chyběl
        nedostatek neschopný místo namísto vyloučil vyloučit vylučuje opak opakem protiklad* výmysl
        není_pravda nebyla_pravda zalhal nesmysl předčasné absurdní zavádějící""",
    doubt="""na_papíře může mohou mohl mohla mohlo mohli mohly mohl_by by bych bychom byste
        měl_by měla_by mělo_by měli_by musí možná asi snad pravděpodobně zřejmě údajně prý
        patrně nejspíš nejspíše eventuálně případně zdá_se zdálo_se možné možný potenciální
        potenciálně domnělý zda jestli pokouší pokusil pokusila snaží snažil podezření
        prakticky s_trochou_štěstí se_vší_pravděpodobností""",
    thought="""myslí myslel domnívá domnívají věří věřil soudí předpokládá předpokládají
        očekává očekávají doufá doufají obává obávají podezírá tvrdí tvrdil chce chtějí
        chtěl chtěla přeje žádá žádají požaduje navrhuje doporučuje odhaduje odhadují
        zvažuje plánuje uvažuje považuje ptá pochybuje žertoval vtipkoval snil""",
    condition="""pokud jestliže jestli kdyby kdybych kdybychom *-li pakliže za_předpokladu
        pod_podmínkou ledaže v_případě nebude-li je-li dokud jinak jen_pokud
        v_závislosti_na""",
    concession="ačkoli ačkoliv přestože i_když byť třebaže navzdory",
    contrast="ale avšak však přesto zatímco kdežto nicméně naopak jenže sice",
    absence="bez",
    admission="sice",
    exception="kromě mimo vyjma s_výjimkou",
    restriction="""alespoň aspoň prozatím zatím do_odvolání na_papíře teoreticky údajně
        takříkajíc v_jistém_smyslu do_jisté_míry v_zásadě víceméně dočasně""",
    limit="""pouhých pouhé pouhá jen jenom pouze výhradně výlučně toliko až nejméně alespoň
        aspoň nanejvýš nejvýše maximálně minimálně více_než méně_než přes zčásti částečně
        část téměř skoro málem polovina polovinu ne_více_než minus mínus menšina menšině
        hrstka hrstce hrstku zlomek zlomku sotva stěží""",
    bound="""nejméně alespoň aspoň nanejvýš nejvýše maximálně minimálně více_než méně_než
        ne_více_než minus mínus""",
    multiple="""% procent procenta procento promile milion miliony milionů mil miliarda miliardy
        miliard mld bilion tisíc tisíce tisíců sto stovky stovek tucet""",
    rough="""někdy asi zhruba přibližně kolem okolo některé někteří některých několik občas často
        obvykle většinou hlavně zejména převážně většina většiny prakticky mnohé cca""",
    modifier="""bývalý bývalá bývalé bývalého bývalou bývalí bývalých exprezident* ex-* ex
        dřívější údajný údajná údajné údajného takzvaný takzvaná takzvané tzv domnělý domnělá
        domnělé falešný falešná falešné falešného možný možná možné možného potenciální budoucí
        někdejší vice* místopředseda* zástupce náměstek úřadující zastupující samozvaný samozvaná
        neúspěšný neúspěšná zesnulý zesnulá penzionovaný vysloužilý fiktivní plánovaný plánovaná
        odstupující dočasný pseudo* pravděpodobný předchozí tehdejší nastávající""",
    report="""říká řekl řekla řekli říkají uvedl uvedla uvedli uvádí tvrdí tvrdil tvrdila
        prohlásil prohlásila dodal dodala dodává zdůraznil zdůraznila zdůrazňuje vysvětlil
        vysvětlila vysvětluje oznámil oznámila oznamuje sdělil sdělila přiznal přiznala přiznává
        varuje varoval varovala napsal napsala píše odpověděl odpověděla zeptal zeptala potvrdil
        potvrdila odhalil cituje poznamenal poznamenala upozornil upozornila ujistil informoval
        informovala popsal míní""",
    source="podle dle vedle_slov slovy dle_slov",
    claim="""tvrzení obvinění důkaz důkazy důkazů přesvědčení víra nápad fáma fámy podezření
        obava obavy naděje názor dojem známka známky teorie hypotéza argument prohlášení možnost
        pravděpodobnost pochybnost pochybnosti mýtus lež riziko nebezpečí otázka zprávy""",
    that="že aby zda jestli jak proč",
    scale="""% procent procenta procento promile milion miliony milionů mil miliarda miliardy
        miliard mld bilion tisíc tisíce tisíců sto stovky stovek tucet euro eur dolar dolary
        dolarů centů koruna koruny korun kč liber rok roku roky let léta letech lety letý letá
        leté měsíc měsíce měsíců týden týdny týdnů den dny dní hodina hodiny hodin minuta minuty
        minut sekund století metr metry metrů kilometr kilometry kilometrů km m cm mm hektar
        hektarů tuna tuny tun kilogram kilogramů kg gramů litrů stupňů krát""",
    pronoun="""já mě mně mi můj moje má mého my nás nám náš naše našeho ty tě tebe tobě ti tvůj
        vy vás váš on jeho jemu mu ho jej něj něm ním ona její ji jí ni ono oni jejich jim je
        nich nimi ony se sebe svůj svá své svého ten ta to toho té tomu tom tím těch tento tato
        toto této tohoto tyto onen kdo koho co který která které sám sama tam zde tu""",
    determiner="""ten ta to ti ty tento tato toto tyto můj moje má náš naše tvůj váš svůj svá
        své jeho její jejich onen který která které""",
    number="""nula jeden jedna jedno dva dvě dvou tři tří čtyři pět šest sedm osm devět deset
        jedenáct dvanáct patnáct dvacet třicet padesát sto dvě_stě tisíc tisíce milion miliony
        milionů miliarda půl polovina třetina čtvrtina první druhý druhá třetí dvojnásobný""",
    quantifier="""všichni všechny všechno vše všech každý každá každé mnoho mnozí hodně více
        nejvíce několik někteří některé oba obě celý celá celé většina četné jen pouze méně""",
    judgement="""zkorumpovan* falešn* nelegáln* nezákonn* katastrofáln* zločinn* kriminál*
        skandáln* hanebn* nebezpečn* radikáln* extremistick* vinn* nevinn* rasistick* nepoctiv*
        hloup* prolhan* směšn* absurdn* brutáln* krut* nezodpovědn* nespravedliv* nemorál*
        kontroverzn* zl* špatn* hrozn* strašn* skvěl* vážn* skutečn* tajn* zbaběl* odvážn*
        neschopn* takzvan* údajn*""",
    relative="který která které kteří jenž",
    owner="jehož jejíž jejichž",
    gendered="on jeho jemu mu | ona její jí",
    coordinating="a i nebo ani",
    purpose="aby",
    almost="málem skoro téměř",
    opposing="proti",
    bounding="přes až",
)

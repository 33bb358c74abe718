"""Finnish: see `claimcheck.anchor.languages` for where the words come from."""

from __future__ import annotations

from typing import Final

from claimcheck.anchor.languages.vocabulary import Vocabulary

VOCABULARY: Final = Vocabulary(
    name="Finnish",
    small="""ja on ei että se oli hän mutta joka kun myös ovat niin kuin tai sen ole vain jos
        hänen olla ne sekä siitä tämä voi mitä nyt jo sitten mukaan ettei kanssa olisi""",
    negation="""ei en et emme ette eivät eikä enkä älä älkää ilman tuskin koskaan kukaan mitään
        ettei eivätkä harvoin kaukana_siitä olematta *matta *mättä nolla ei_pidä_paikkaansa
        kaikkea_muuta_kuin""",
    reversal="""kiistää kiisti kiistävät kiistänyt kieltää kielsi kieltävät kieltänyt kieltäytyy
        kieltäytyi torjuu torjui hylkää hylkäsi epää epäsi kumoaa kumosi epäonnistuu epäonnistui
        estää esti välttää vältti lopettaa lopetti väärä väärin väärät virheellinen virheellisesti
        perätön valhe valheita valehtelee valehteli huhu huhut huhuja myytti mahdoton mahdotonta
        epätodennäköinen epäselvää epävarmaa epäilee epäili perusteeton vähän harva harvat puuttuu
        puute riittämätön sijaan sijasta sen_sijaan vastakohta* päinvast* ei_pidä_paikkaansa
        hölynpöly""",
    doubt="""voi voisi voivat voisivat saattaa saattavat saattaisi pitäisi täytyy ehkä
        kenties mahdollisesti luultavasti todennäköisesti väitetysti ilmeisesti näyttää
        näyttävät vaikuttaa mahdollinen mahdollisen epäilty *isi *isivat yrittää yritti
        hyvällä_onnella kaiken_todennäköisyyden_mukaan""",
    thought="""uskoo uskovat uskoi luulee luuli ajattelee ajatteli arvelee arveli olettaa oletti
        toivoo toivoi pelkää pelkäsi odottaa epäilee väittää väitti haluaa halusi vaatii vaati
        arvioi ehdottaa ehdotti suosittelee""",
    condition="""jos mikäli ellei ellen elleivät edellyttäen kunhan siinä_tapauksessa muuten
        vain_jos jollei""",
    concession="vaikka huolimatta",
    contrast="mutta kuitenkin silti kun_taas sen_sijaan vaan toisaalta",
    absence="ilman",
    admission="tosin kylläkin",
    exception="paitsi lukuun_ottamatta",
    restriction="""ainakin toistaiseksi paperilla teoriassa väliaikaisesti niin_sanotusti
        tavallaan jossain_määrin periaatteessa""",
    limit="""jopa vain ainoastaan pelkästään enintään vähintään korkeintaan ainakin yli alle
        enemmän_kuin vähemmän_kuin osittain osa melkein lähes puolet miinus vähemmistö
        kourallinen murto-osa""",
    bound="enintään vähintään korkeintaan yli alle enemmän_kuin vähemmän_kuin miinus",
    multiple="""% prosenttia prosentti promillea miljoona miljoonaa miljardi miljardia biljoona
        tuhat tuhatta sata sataa""",
    rough="""miltei toisinaan noin suunnilleen jotkut muutama muutamat useat joskus usein
        yleensä pääasiassa enimmäkseen useimmat""",
    modifier="""entinen entisen entiset ex-* väitetty väitetyn niin_sanottu ns väärä väärennetty
        mahdollinen mahdollisen tuleva tulevan vara vara-* virkaatekevä vt epäonnistunut
        eläkkeellä edesmennyt kuvitteellinen epäilty epäillyn itseoikeutettu itsensä_nimittänyt
        suunniteltu silloinen pseudo-*""",
    report="""sanoo sanoi sanovat sanoivat kertoo kertoi kertovat kirjoittaa kirjoitti väittää
        väitti ilmoittaa ilmoitti toteaa totesi vastaa vastasi kysyy kysyi myöntää myönsi
        varoittaa varoitti korostaa korosti lisää lisäsi vahvistaa vahvisti selittää selitti
        raportoi siteeraa""",
    source="mukaan mielestä",
    claim="""väite väitteet syytös syytökset todiste todisteita usko ajatus huhu epäily pelko
        toivo mielipide vaikutelma merkki teoria hypoteesi lausunto mahdollisuus epäilys myytti
        valhe vaara riski kysymys""",
    that="että ettei onko miten miksi",
    scale="""% prosenttia prosentti promillea miljoona miljoonaa miljardi miljardia biljoona
        tuhat tuhatta sata sataa euroa euro dollaria senttiä puntaa vuotta vuosi kuukautta
        kuukausi viikkoa viikko päivää päivä tuntia tunti minuuttia sekuntia metriä kilometriä
        km m cm mm hehtaaria tonnia kiloa kg grammaa litraa astetta kertaa""",
    pronoun="""minä minun minut minua me meidän meitä sinä sinun te teidän hän hänen häntä hänet
        he heidän heitä heidät se sen sitä ne niiden niitä tämä tämän tätä nämä näiden tuo tuon
        nuo joka jonka kuka siellä täällä itse""",
    determiner="""minun sinun hänen meidän teidän heidän sen niiden tämä tämän tuo tuon nämä nuo
        se ne joka""",
    number="""nolla yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen
        sata tuhat miljoona miljardi puoli kolmasosa ensimmäinen toinen kolmas kaksinkertainen""",
    quantifier="""kaikki kaikkia jokainen jokaisen monet monta paljon enemmän eniten useat
        jotkut molemmat koko enemmistö vain""",
    judgement="""korruptoitunut väärä laiton katastrofaalinen rikollinen skandaali häpeällinen
        vaarallinen radikaali syyllinen syytön rasistinen epärehellinen tyhmä valheellinen
        naurettava absurdi julma vastuuton epäreilu kiistelty huono hirveä pelkuri rohkea
        epäpätevä aito salainen""",
    relative="joka jotka",
    owner="jonka joiden",
    coordinating="ja tai sekä",
    almost="melkein lähes miltei",
    bounding="yli alle",
)

"""Turkish: see `claimcheck.anchor.languages` for where the words come from."""

from __future__ import annotations

from typing import Final

from claimcheck.anchor.languages.vocabulary import Vocabulary

VOCABULARY: Final = Vocabulary(
    name="Turkish",
    small="""ve bir bu da de için ile çok daha olarak olan gibi kadar sonra ne o ama var en mi
        ise her olduğu ancak ki tarafından iki diye kendi büyük şey yeni""",
    negation="""değil değildi değildir yok yoktu yoktur asla hiç hiçbir hiçbiri kimse ne_de
        hiç_kimse olmadan olmaksızın *sız *siz *suz *süz *mıyor* *miyor* *muyor* *müyor* *madı
        *medi *madılar *mediler *madığı* *mediği* *mamış* *memiş* *mayan* *meyen* *mayacak*
        *meyecek* *mayacağ* *meyeceğ* *maması* *memesi* *mamak* *memek* *maz *mez *mazlar *mezler
        *mazsa *mezse *madan *meden *mamalı* *memeli* *mayın *meyin *maksızın *meksizin *amaz*
        *emez* nadiren güçlükle zar_zor sıfır doğru_değil doğru_değildi""",
    innocent="""az_sonra az_önce temmuz namaz ramazan* komedi* akdeniz karadeniz deniz denizi temiz
        tertemiz siz biz ikiz yakamoz domuz omuz kırmız* ansız* henüz gündüz yüz söz göz güz
        türkmen* madem mademki hemen* zaman* şirket* belediye* temel memnun* yazsız dürüst cumhur*
        müzik* sonsuz ıssız sessiz eksiksiz hırsız hırsızlık* sayısız şüphesiz kuşkusuz kesintisiz
        ücretsiz işsiz işsizlik* otuz doksansız dokuz öksüz ünsüz büyümek* *denizi* bağımsız* kız
        ağız boğaz yaz az biraz kiraz elmas fransız* ingiliz* omurgasız* temizle* semiz tekmelemek
        kesmemek *yemek yemekler yemek* yemeği* memeli memeliler* bedensiz ramazan o_halde şu_halde
        bu_halde yılmaz""",
    reversal="""reddetti reddediyor reddeder reddettiler reddetmek reddeden inkâr inkar yalanladı
        yalanlıyor yalanlayan yalanlandı yalan yalanlar yalancı çürüttü çürütüldü itiraz kaçındı
        kaçınıyor kaçınmak önledi engelledi engellemek engelliyor yasakladı yasak yasaktır
        başaramadı başarısız vazgeçti vazgeçmek bıraktı durdurdu yanlış yanlışlıkla sahte asılsız
        söylenti söylentiler efsane imkansız imkânsız olanaksız olasılıksız belirsiz şüpheli kuşkulu
        şüphe az eksik eksikliği yoksun aciz yerine yetersiz geri_çekti dışında tersi tersini zıttı
        zıddı karşıtı aksi doğru_değil doğru_değildi saçmalık uydurma""",
    doubt="""belki muhtemelen olabilir olabileceği* herhalde galiba sözde güya iddiaya_göre
        görünüyor görünüyordu gibi_görünüyor muhtemel olası *abilir* *ebilir* *abilecek*
        *ebilecek* *abileceğ* *ebileceğ* *malı *meli *malıdır *melidir sanki ihtimal
        ihtimali potansiyel acaba sanılıyor düşünülüyor çalıştı çalışıyor biraz_şansla
        büyük_olasılıkla büyük_ihtimalle söylentiye_göre rivayete_göre""",
    thought="""inanıyor inanıyorlar inanan düşünüyor düşünüyorlar sanıyor sanıyordu umuyor
        umuyorlar korkuyor bekliyor bekliyorlar iddia iddia_ediyor tahmin tahmin_ediyor
        şüpheleniyor istiyor istiyorlar istedi talep öneriyor öneri diliyor varsayıyor
        zannediyor""",
    condition="""eğer şayet *sa *se *ysa *yse *rsa *rse *arsa *erse takdirde aksi_halde
        aksi_takdirde koşuluyla şartıyla sürece halinde durumunda *rsak *rsek *rsanız
        *rseniz *rsan *rsen""",
    concession="rağmen karşın her_ne_kadar *sa_da *se_de halde",
    contrast="ama ancak fakat lakin oysa yine_de bununla_birlikte halbuki ise gerçi",
    absence="olmadan olmaksızın",
    admission="gerçi",
    exception="hariç dışında haricinde",
    restriction="""en_azından şimdilik kâğıt_üzerinde kağıt_üzerinde teoride sözde güya
        tabiri_caizse bir_bakıma bir_dereceye_kadar bir_ölçüde prensipte ilke_olarak
        geçici_olarak""",
    limit="""sadece yalnızca yalnız ancak salt tek kadar en_az en_fazla en_çok den_fazla
        dan_fazla fazla den_az dan_az kısmen bir_kısmı bazı neredeyse hemen_hemen yarısı
        bir_bölümü eksi bir_avuç azınlık küçük_bir""",
    bound="en_az en_fazla en_çok den_fazla dan_fazla den_az dan_az eksi",
    multiple="% yüzde milyon milyar trilyon bin yüz düzine",
    rough="""yaklaşık aşağı_yukarı takriben civarında birkaç kimi bazen sık_sık genellikle
        çoğunlukla başlıca çoğu pek_çok bir_çok""",
    modifier="""eski sabık sözde sahte olası muhtemel potansiyel gelecek müstakbel vekil vekili
        yardımcısı geçici başarısız emekli merhum müteveffa hayali kurgusal sözümona iddia_edilen
        şüpheli planlanan kendinden_menkul görevden_alınan önceki dönemin""",
    report="""dedi diyor dediler söyledi söylüyor söylediler söylüyorlar belirtti belirtiyor
        açıkladı açıklıyor ifade ifade_etti iddia_etti iddia_ediyor bildirdi ekledi ekliyor
        kaydetti vurguladı uyardı yazdı yazıyor cevapladı yanıtladı sordu itiraf_etti kabul_etti
        doğruladı aktardı anlattı duyurdu savundu dile_getirdi""",
    source="göre nazaran deyişiyle bakılırsa",
    claim="""iddia iddiası iddiaları suçlama suçlaması kanıt kanıtı delil inanç fikir söylenti
        söylentisi şüphe şüphesi korku umut görüş izlenim işaret teori hipotez açıklama olasılık
        olasılığı ihtimal efsane yalan tehlike risk soru""",
    that="ki diye",
    scale="""% yüzde milyon milyar trilyon bin yüz düzine euro avro dolar lira kuruş sterlin yıl
        yılı yılına yıllık ay hafta gün saat dakika saniye yüzyıl metre kilometre km m cm mm
        hektar ton kilo kilogram kg gram litre derece kez kere kat""",
    pronoun="""ben beni bana benim biz bizi bize bizim sen seni senin siz sizi sizin o onu ona
        onun ondan onlar onları onlara onların bu bunu buna bunun bunlar bunları şu şunu şunlar
        kendi kendisi kendileri bir kim kimin orada burada""",
    determiner="bu şu o bir bunun onun benim bizim senin sizin onların kendi",
    number="""sıfır bir iki üç dört beş altı yedi sekiz dokuz on yirmi otuz kırk elli altmış
        yetmiş seksen doksan yüz bin milyon milyar yarım yarısı çeyrek birinci ilk ikinci üçüncü
        çift onlarca yüzlerce binlerce""",
    quantifier="""bütün tüm her herkes hepsi birçok çok daha_fazla çoğu birkaç bazı ikisi tamamı
        sayısız çoğunluk sadece yalnızca""",
    judgement="""yozlaşmış yolsuz sahte yasadışı yasa_dışı feci suçlu suçsuz skandal
        utanç_verici tehlikeli radikal aşırı ırkçı dürüst_olmayan aptal yalancı gülünç saçma
        acımasız zalim sorumsuz adaletsiz ahlaksız tartışmalı kötü korkunç berbat mükemmel ciddi
        gerçek gizli korkak cesur beceriksiz sözde""",
    verb_last=True,
    coordinating="ve veya ya",
    almost="neredeyse az_kalsın",
    bounding="kadar",
)

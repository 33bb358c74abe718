"""Indonesian: see `claimcheck.anchor.languages` for where the words come from."""

from __future__ import annotations

from typing import Final

from claimcheck.anchor.languages.vocabulary import Vocabulary

VOCABULARY: Final = Vocabulary(
    name="Indonesian",
    small="""yang dan di dengan untuk dari pada dalam ini itu adalah ke oleh tidak akan juga
        sebagai telah mereka ada bisa karena atau saya tersebut kami dia lebih para seperti
        sudah orang bahwa""",
    negation="""tidak tak bukan belum jangan tanpa tiada tidaklah bukanlah tidak_pernah
        nyaris_tidak jarang hampir_tidak tak_* nol tidak_benar""",
    reversal="""membantah bantah dibantah menyangkal menampik menolak ditolak menepis menyanggah
        mengingkari menentang gagal kegagalan mencegah menghindari melarang dilarang berhenti
        menghentikan dihentikan salah keliru palsu bohong berbohong kebohongan hoaks rumor isu
        mitos mustahil meragukan diragukan ragu tidak_benar sedikit kurang kekurangan kehilangan
        mencabut membatalkan alih-alih daripada ketimbang melawan kebalikan* bertolak_belakang""",
    doubt="""mungkin barangkali boleh_jadi bisa dapat dapatkah boleh harus seharusnya
        sebaiknya diduga konon katanya tampaknya kelihatannya sepertinya agaknya rupanya
        kemungkinan dianggap berpotensi potensi mencoba berusaha apakah seolah kiranya
        akan_bisa dengan_sedikit_keberuntungan kabarnya""",
    thought="""percaya meyakini mengira menduga berpikir berpendapat menganggap berharap
        mengharapkan khawatir takut curiga mencurigai mengklaim ingin menginginkan meminta
        menuntut memperkirakan mengusulkan menyarankan memprediksi merasa bertanya""",
    condition="""jika bila apabila kalau asalkan asal seandainya andai andaikan kecuali
        dengan_syarat selama bilamana hanya_jika""",
    concession="meski meskipun walau walaupun terlepas",
    contrast="tetapi tapi namun akan_tetapi sedangkan padahal sementara melainkan",
    absence="tanpa",
    admission="memang",
    exception="kecuali selain",
    restriction="""setidaknya paling_tidak untuk_sementara untuk_saat_ini di_atas_kertas
        secara_teori konon bisa_dibilang sampai_batas_tertentu pada_prinsipnya
        dalam_arti_tertentu""",
    limit="""hanya cuma sekadar semata hingga sampai paling_sedikit setidaknya sedikitnya
        paling_banyak maksimal minimal lebih_dari kurang_dari sebagian separuh setengah hampir
        nyaris minus segelintir sebagian_kecil minoritas""",
    bound="""paling_sedikit setidaknya sedikitnya paling_banyak maksimal minimal lebih_dari
        kurang_dari minus""",
    multiple="% persen juta miliar milyar triliun ribu ratus lusin",
    rough="""sejumlah sekitar kira-kira kurang_lebih beberapa kadang kadang-kadang sering biasanya
        umumnya terutama kebanyakan""",
    modifier="""mantan bekas calon wakil palsu gadungan dugaan terduga tersangka kemungkinan
        potensial masa_depan penjabat pelaksana_tugas plt eks mendiang almarhum pensiunan fiktif
        gagal yang_disebut rencana sementara saat_itu""",
    report="""mengatakan berkata kata ujar ujarnya katanya tutur tuturnya ucap ucapnya
        menyatakan menyebut menyebutkan menjelaskan menambahkan mengungkapkan menegaskan
        memaparkan melaporkan menulis menjawab bertanya mengakui mengklaim memperingatkan
        mengumumkan mengonfirmasi terang imbuh""",
    source="menurut berdasarkan sesuai",
    claim="""klaim tuduhan bukti keyakinan gagasan rumor isu dugaan kecurigaan kekhawatiran
        harapan pendapat kesan tanda teori hipotesis argumen pernyataan kemungkinan keraguan
        mitos kebohongan bahaya risiko pertanyaan laporan""",
    that="bahwa apakah kalau bagaimana mengapa",
    scale="""% persen juta miliar milyar triliun ribu ratus lusin euro dolar rupiah sen tahun
        bulan minggu pekan hari jam menit detik abad meter kilometer km m cm mm hektar hektare
        ton kilo kilogram kg gram liter derajat kali""",
    pronoun="""saya aku ku kami kita kau kamu anda kalian dia ia nya beliau mereka ini itu
        tersebut yang siapa sang si para sendiri sana sini""",
    determiner="ini itu tersebut sang si para suatu sebuah seorang",
    number="""nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas
        puluh ratus seratus ribu seribu juta sejuta miliar setengah separuh sepertiga seperempat
        pertama kedua ketiga ganda puluhan ratusan ribuan""",
    quantifier="""semua seluruh setiap tiap segala banyak lebih beberapa kedua mayoritas
        kebanyakan sebagian hanya cuma""",
    judgement="""korup palsu ilegal buruk jahat kriminal memalukan berbahaya radikal ekstremis
        bersalah rasis curang bodoh pembohong konyol kejam brutal tidak_adil kontroversial hebat
        mengerikan sejati rahasia pengecut berani""",
    noun_first=True,
    coordinating="dan atau serta",
    almost="hampir nyaris",
    adjective_last=True,
)

"""Articles with planted faults: eight languages, five kinds of files, fifteen kinds of faults.

Every text is made up. Each language has two sources, two claims, and an article of which everything
is right; a fault changes one thing in it, and says which rule has to find it.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from xml.sax.saxutils import escape


@dataclass(frozen=True, slots=True)
class Scene:
    """What the article of one language is made of.

    Attributes:
        gazette: the text of one source.
        radio: the text of the other.
        reopened: a claim that the gazette supports, and its passage there.
        cheap: a claim that the gazette refutes, and its passage there.
        sentences: the article's sentences, each with the label of its note.
        swaps: for each kind of fault what is replaced by what.
    """

    gazette: str
    radio: str
    reopened: tuple[str, str]
    cheap: tuple[str, str]
    sentences: tuple[tuple[str, str], ...]
    swaps: dict[str, tuple[str, str]]


NOTES = {
    "claim": "claim:bridge-reopened",
    "gazette": "source:gazette",
    "radio": "source:radio",
    "cheap": "claim:works-cheap",
}

SCENES = {
    "en": Scene(
        "The Elm bridge reopened on 4 May 2021 after eleven months of works.\n\n"
        "“The bridge is safe and it will stay open for 30 years,” said Ann Moor, the mayor.\n\n"
        "The works cost 1,213,400 euros, and the state paid 37 percent of that.\n\n"
        "The bridge is 482 metres long. In 2019 an accident there had injured 23 people.\n",
        "The council met in the evening. “Nobody in the council has ever seen the invoice,” Karl "
        "Weber told the radio.\n",
        ("The Elm bridge reopened on 4 May 2021.", "The Elm bridge reopened on 4 May 2021"),
        ("The works cost less than a million euros.", "The works cost 1,213,400 euros"),
        (
            ("The Elm bridge reopened on 4 May 2021.", "claim"),
            ("“The bridge is safe and it will stay open for 30 years,” said Ann Moor.", "gazette"),
            ("The works cost 1,213,400 euros, and the state paid 37 percent of that.", "gazette"),
            ("The bridge is 482 metres long.", "gazette"),
            ("In 2019 an accident had injured 23 people there.", "gazette"),
            ("“Nobody in the council has ever seen the invoice,” said Karl Weber.", "radio"),
        ),
        {
            "digit-in-quotation": ("open for 30 years", "open for 80 years"),
            "not-in-quotation": ("is safe and it will", "is safe and it will not"),
            "word-in-quotation": ("stay open", "stay closed"),
            "another-speaker": ("said Ann Moor", "said Karl Weber"),
            "invented-quotation": (
                "The bridge is safe and it will stay open for 30 years",
                "We would do every bit of that all over again tomorrow",
            ),
            "digit": ("1,213,400", "1,213,500"),
            "rounded": ("1,213,400 euros", "1.2 million euros"),
            "percentage": ("37 percent", "73 percent"),
            "year": ("In 2019", "In 2018"),
            "day": ("on 4 May 2021", "on 5 May 2021"),
            "unit": ("482 metres", "482 miles"),
            "number-of-people": ("23 people", "32 people"),
            "not": ("bridge reopened on", "bridge did not reopen on"),
            "refuted": ("", "The works cost less than a million euros."),
            "unclosed": ("seen the invoice,”", "seen the invoice,"),
        },
    ),
    "de": Scene(
        "Die Elmbrücke wurde am 4. Mai 2021 nach elf Monaten wieder eröffnet.\n\n"
        "„Die Brücke ist sicher und sie bleibt 30 Jahre lang offen“, sagte die Bürgermeisterin "
        "Anna Moor.\n\nDie Arbeiten kosteten 1.213.400 Euro, und das Land bezahlte davon 37 "
        "Prozent.\n\n"
        "Die Brücke ist 482 Meter lang. Im Jahr 2019 hatte dort ein Unfall 23 Menschen verletzt.\n",
        "Der Rat tagte am Abend. „Niemand im Rat hat jemals die Rechnung gesehen“, sagte Karl "
        "Weber dem Radio.\n",
        (
            "Die Elmbrücke wurde am 4. Mai 2021 wieder eröffnet.",
            "Die Elmbrücke wurde am 4. Mai 2021 nach elf Monaten wieder eröffnet",
        ),
        ("Die Arbeiten kosteten weniger als eine Million.", "Die Arbeiten kosteten 1.213.400 Euro"),
        (
            ("Die Elmbrücke wurde am 4. Mai 2021 wieder eröffnet.", "claim"),
            (
                "„Die Brücke ist sicher und sie bleibt 30 Jahre lang offen“, sagte Anna Moor.",
                "gazette",
            ),
            (
                "Die Arbeiten kosteten 1.213.400 Euro, und das Land bezahlte davon 37 Prozent.",
                "gazette",
            ),
            ("Die Brücke ist 482 Meter lang.", "gazette"),
            ("Im Jahr 2019 hatte ein Unfall dort 23 Menschen verletzt.", "gazette"),
            ("„Niemand im Rat hat jemals die Rechnung gesehen“, sagte Karl Weber.", "radio"),
        ),
        {
            "digit-in-quotation": ("bleibt 30 Jahre", "bleibt 80 Jahre"),
            "not-in-quotation": ("Brücke ist sicher", "Brücke ist nicht sicher"),
            "word-in-quotation": ("lang offen", "lang gesperrt"),
            "another-speaker": ("sagte Anna Moor", "sagte Karl Weber"),
            "invented-quotation": (
                "Die Brücke ist sicher und sie bleibt 30 Jahre lang offen",
                "Wir würden das alles morgen noch einmal ganz genauso machen",
            ),
            "digit": ("1.213.400", "1.213.500"),
            "rounded": ("1.213.400 Euro", "1,2 Millionen Euro"),
            "percentage": ("37 Prozent", "73 Prozent"),
            "year": ("Jahr 2019", "Jahr 2018"),
            "day": ("am 4. Mai 2021", "am 5. Mai 2021"),
            "unit": ("482 Meter", "482 Kilometer"),
            "number-of-people": ("23 Menschen", "32 Menschen"),
            "not": ("2021 wieder eröffnet", "2021 nicht wieder eröffnet"),
            "refuted": ("", "Die Arbeiten kosteten weniger als eine Million."),
            "unclosed": ("Rechnung gesehen“", "Rechnung gesehen"),
        },
    ),
    "fr": Scene(
        "Le pont d’Elm a rouvert le 4 mai 2021 après onze mois de travaux.\n\n"
        "« Le pont est sûr et il restera ouvert pendant 30 ans », a déclaré la maire Anne "
        "Moreau.\n\nLes travaux ont coûté 1 213 400 euros, et l’État a payé 37 % de cette "
        "somme.\n\nLe pont mesure 482 mètres. En 2019, un accident y avait blessé 23 personnes.\n",
        "Le conseil s’est réuni le soir. « Personne au conseil n’a jamais vu la facture », a dit "
        "Karl Weber à la radio.\n",
        ("Le pont d’Elm a rouvert le 4 mai 2021.", "Le pont d’Elm a rouvert le 4 mai 2021"),
        (
            "Les travaux ont coûté moins d’un million d’euros.",
            "Les travaux ont coûté 1 213 400 euros",
        ),
        (
            ("Le pont d’Elm a rouvert le 4 mai 2021.", "claim"),
            (
                "« Le pont est sûr et il restera ouvert pendant 30 ans », a déclaré Anne Moreau.",
                "gazette",
            ),
            (
                "Les travaux ont coûté 1 213 400 euros, et l’État a payé 37 % de cette somme.",
                "gazette",
            ),
            ("Le pont mesure 482 mètres.", "gazette"),
            ("En 2019, un accident y avait blessé 23 personnes.", "gazette"),
            ("« Personne au conseil n’a jamais vu la facture », a dit Karl Weber.", "radio"),
        ),
        {
            "digit-in-quotation": ("pendant 30 ans", "pendant 80 ans"),
            "not-in-quotation": ("il restera ouvert", "il ne restera pas ouvert"),
            "word-in-quotation": ("restera ouvert", "restera fermé"),
            "another-speaker": ("déclaré Anne Moreau", "déclaré Karl Weber"),
            "invented-quotation": (
                "Le pont est sûr et il restera ouvert pendant 30 ans",
                "Nous referions tout cela demain matin sans hésiter",
            ),
            "digit": ("1 213 400", "1 213 500"),
            "rounded": ("1 213 400 euros", "1,2 million d’euros"),
            "percentage": ("37 %", "73 %"),
            "year": ("En 2019", "En 2018"),
            "day": ("le 4 mai 2021", "le 5 mai 2021"),
            "unit": ("482 mètres", "482 kilomètres"),
            "number-of-people": ("23 personnes", "32 personnes"),
            "not": ("d’Elm a rouvert", "d’Elm n’a pas rouvert"),
            "refuted": ("", "Les travaux ont coûté moins d’un million d’euros."),
            "unclosed": ("la facture »", "la facture"),
        },
    ),
    "es": Scene(
        "El puente de Elm reabrió el 4 de mayo de 2021 tras once meses de obras.\n\n"
        "«El puente es seguro y seguirá abierto durante 30 años», dijo la alcaldesa Ana Moreno.\n\n"
        "Las obras costaron 1.213.400 euros, y el Estado pagó el 37 por ciento de eso.\n\n"
        "El puente mide 482 metros. En 2019 un accidente había dejado allí 23 heridos.\n",
        "El consejo se reunió por la tarde. «Nadie en el consejo ha visto jamás la factura», dijo "
        "Carlos Vega a la radio.\n",
        (
            "El puente de Elm reabrió el 4 de mayo de 2021.",
            "El puente de Elm reabrió el 4 de mayo de 2021",
        ),
        (
            "Las obras costaron menos de un millón de euros.",
            "Las obras costaron 1.213.400 euros",
        ),
        (
            ("El puente de Elm reabrió el 4 de mayo de 2021.", "claim"),
            (
                "«El puente es seguro y seguirá abierto durante 30 años», dijo Ana Moreno.",
                "gazette",
            ),
            (
                "Las obras costaron 1.213.400 euros, y el Estado pagó el 37 por ciento de eso.",
                "gazette",
            ),
            ("El puente mide 482 metros.", "gazette"),
            ("En 2019 un accidente había dejado allí 23 heridos.", "gazette"),
            ("«Nadie en el consejo ha visto jamás la factura», dijo Carlos Vega.", "radio"),
        ),
        {
            "digit-in-quotation": ("durante 30 años", "durante 80 años"),
            "not-in-quotation": ("puente es seguro", "puente no es seguro"),
            "word-in-quotation": ("seguirá abierto", "seguirá cerrado"),
            "another-speaker": ("dijo Ana Moreno", "dijo Carlos Vega"),
            "invented-quotation": (
                "El puente es seguro y seguirá abierto durante 30 años",
                "Mañana mismo volveríamos a hacerlo todo otra vez",
            ),
            "digit": ("1.213.400", "1.213.500"),
            "rounded": ("1.213.400 euros", "1,2 millones de euros"),
            "percentage": ("37 por ciento", "73 por ciento"),
            "year": ("En 2019", "En 2018"),
            "day": ("el 4 de mayo de 2021", "el 5 de mayo de 2021"),
            "unit": ("482 metros", "482 kilómetros"),
            "number-of-people": ("23 heridos", "32 heridos"),
            "not": ("de Elm reabrió", "de Elm no reabrió"),
            "refuted": ("", "Las obras costaron menos de un millón de euros."),
            "unclosed": ("la factura»", "la factura"),
        },
    ),
    "it": Scene(
        "Il ponte di Elm ha riaperto il 4 maggio 2021 dopo undici mesi di lavori.\n\n"
        "«Il ponte è sicuro e resterà aperto per 30 anni», ha detto la sindaca Anna Moretti.\n\n"
        "I lavori sono costati 1.213.400 euro, e lo Stato ha pagato il 37 per cento.\n"
        "\n\nIl ponte è lungo 482 metri. Nel 2019 un incidente vi aveva ferito 23 persone.\n",
        "Il consiglio si è riunito la sera. «Nessuno nel consiglio ha mai visto la fattura», ha "
        "detto Carlo Verdi alla radio.\n",
        (
            "Il ponte di Elm ha riaperto il 4 maggio 2021.",
            "Il ponte di Elm ha riaperto il 4 maggio 2021",
        ),
        ("I lavori sono costati meno di un milione.", "I lavori sono costati 1.213.400 euro"),
        (
            ("Il ponte di Elm ha riaperto il 4 maggio 2021.", "claim"),
            (
                "«Il ponte è sicuro e resterà aperto per 30 anni», ha detto Anna Moretti.",
                "gazette",
            ),
            (
                "I lavori sono costati 1.213.400 euro, e lo Stato ha pagato il 37 per cento.",
                "gazette",
            ),
            ("Il ponte è lungo 482 metri.", "gazette"),
            ("Nel 2019 un incidente vi aveva ferito 23 persone.", "gazette"),
            ("«Nessuno nel consiglio ha mai visto la fattura», ha detto Carlo Verdi.", "radio"),
        ),
        {
            "digit-in-quotation": ("per 30 anni", "per 80 anni"),
            "not-in-quotation": ("ponte è sicuro", "ponte non è sicuro"),
            "word-in-quotation": ("resterà aperto", "resterà chiuso"),
            "another-speaker": ("detto Anna Moretti", "detto Carlo Verdi"),
            "invented-quotation": (
                "Il ponte è sicuro e resterà aperto per 30 anni",
                "Domani rifaremmo tutto quanto un’altra volta da capo",
            ),
            "digit": ("1.213.400", "1.213.500"),
            "rounded": ("1.213.400 euro", "1,2 milioni di euro"),
            "percentage": ("37 per cento", "73 per cento"),
            "year": ("Nel 2019", "Nel 2018"),
            "day": ("il 4 maggio 2021", "il 5 maggio 2021"),
            "unit": ("482 metri", "482 miglia"),
            "number-of-people": ("23 persone", "32 persone"),
            "not": ("di Elm ha riaperto", "di Elm non ha riaperto"),
            "refuted": ("", "I lavori sono costati meno di un milione."),
            "unclosed": ("la fattura»", "la fattura"),
        },
    ),
    "ru": Scene(
        "Мост в Эльме снова открыли 4 мая 2021 года после одиннадцати месяцев работ.\n\n"
        "«Мост безопасен и останется открытым ещё 30 лет», — сказала мэр Анна Морозова.\n\n"
        "Работы стоили 1 213 400 евро, и государство заплатило 37 процентов этой суммы.\n\n"
        "Длина моста 482 метра. В 2019 году при аварии там пострадали 23 человека.\n",
        "Совет собрался вечером. «Никто в совете никогда не видел этого счёта», — сказал Карл "
        "Вебер по радио.\n",
        (
            "Мост в Эльме снова открыли 4 мая 2021 года.",
            "Мост в Эльме снова открыли 4 мая 2021 года",
        ),
        ("Работы стоили меньше миллиона.", "Работы стоили 1 213 400 евро"),
        (
            ("Мост в Эльме снова открыли 4 мая 2021 года.", "claim"),
            (
                "«Мост безопасен и останется открытым ещё 30 лет», — сказала Анна Морозова.",
                "gazette",
            ),
            (
                "Работы стоили 1 213 400 евро, и государство заплатило 37 процентов этой суммы.",
                "gazette",
            ),
            ("Длина моста 482 метра.", "gazette"),
            ("В 2019 году при аварии там пострадали 23 человека.", "gazette"),
            ("«Никто в совете никогда не видел этого счёта», — сказал Карл Вебер.", "radio"),
        ),
        {
            "digit-in-quotation": ("ещё 30 лет", "ещё 80 лет"),
            "not-in-quotation": ("и останется", "и не останется"),
            "word-in-quotation": ("останется открытым", "останется закрытым"),
            "another-speaker": ("сказала Анна Морозова", "сказал Карл Вебер"),
            "invented-quotation": (
                "Мост безопасен и останется открытым ещё 30 лет",
                "Завтра утром мы сделали бы всё это заново",
            ),
            "digit": ("1 213 400", "1 213 500"),
            "rounded": ("1 213 400 евро", "1,2 млн евро"),
            "percentage": ("37 процентов", "73 процентов"),
            "year": ("В 2019", "В 2018"),
            "day": ("4 мая 2021", "5 мая 2021"),
            "unit": ("482 метра", "482 километра"),
            "number-of-people": ("23 человека", "32 человека"),
            "not": ("снова открыли", "снова не открыли"),
            "refuted": ("", "Работы стоили меньше миллиона."),
            "unclosed": ("этого счёта»", "этого счёта"),
        },
    ),
    "ja": Scene(
        "エルム橋は2021年5月4日に再び開通した。工事は11か月続いた。\n\n"
        "「橋は安全で、これから30年間は通れます」とモリ市長は述べた。\n\n"
        "工事費は1,213,400ユーロで、国がその37%を負担した。\n\n"
        "橋の長さは482メートルである。2019年の事故では23人が負傷した。\n",
        "議会は夜に開かれた。「議会の誰も請求書を見たことがない」とタナカ議員は述べた。\n",
        ("エルム橋は2021年5月4日に再び開通した。", "エルム橋は2021年5月4日に再び開通した"),
        ("工事費は百万ユーロより少なかった。", "工事費は1,213,400ユーロで"),
        (
            ("エルム橋は2021年5月4日に再び開通した。", "claim"),
            ("「橋は安全で、これから30年間は通れます」とモリ市長は述べた。", "gazette"),
            ("工事費は1,213,400ユーロで、国がその37%を負担した。", "gazette"),
            ("橋の長さは482メートルである。", "gazette"),
            ("2019年の事故では23人が負傷した。", "gazette"),
            ("「議会の誰も請求書を見たことがない」とタナカ議員は述べた。", "radio"),
        ),
        {
            "digit-in-quotation": ("30年間", "80年間"),
            "not-in-quotation": ("は通れます", "は通れません"),
            "word-in-quotation": ("橋は安全で", "橋は危険で"),
            "another-speaker": ("とモリ市長は", "とタナカ議員は"),
            "invented-quotation": (
                "橋は安全で、これから30年間は通れます",
                "明日になればまた最初から全部やり直すつもりだ",
            ),
            "digit": ("1,213,400", "1,213,500"),
            "rounded": ("1,213,400ユーロ", "120万ユーロ"),
            "percentage": ("37%", "73%"),
            "year": ("2019年の", "2018年の"),
            "day": ("5月4日", "5月5日"),
            "unit": ("482メートル", "482キロメートル"),
            "number-of-people": ("23人", "32人"),
            "not": ("再び開通した", "再び開通しなかった"),
            "refuted": ("", "工事費は百万ユーロより少なかった。"),
            "unclosed": ("ことがない」", "ことがない"),
        },
    ),
    "sv": Scene(
        "Bron i Elm öppnade igen den 4 maj 2021 efter elva månaders arbete.\n\n"
        "”Bron är säker och den ska vara öppen i 30 år”, sade borgmästaren Anna Moberg.\n\n"
        "Arbetet kostade 1 213 400 euro, och staten betalade 37 procent av den summan.\n\n"
        "Bron är 482 meter lång. År 2019 hade en olycka där skadat 23 personer.\n",
        "Rådet möttes på kvällen. ”Ingen i rådet har någonsin sett fakturan”, sade Karl Weber "
        "till radion.\n",
        (
            "Bron i Elm öppnade igen den 4 maj 2021.",
            "Bron i Elm öppnade igen den 4 maj 2021",
        ),
        ("Arbetet kostade mindre än en miljon euro.", "Arbetet kostade 1 213 400 euro"),
        (
            ("Bron i Elm öppnade igen den 4 maj 2021.", "claim"),
            ("”Bron är säker och den ska vara öppen i 30 år”, sade Anna Moberg.", "gazette"),
            (
                "Arbetet kostade 1 213 400 euro, och staten betalade 37 procent av den summan.",
                "gazette",
            ),
            ("Bron är 482 meter lång.", "gazette"),
            ("År 2019 hade en olycka skadat 23 personer där.", "gazette"),
            ("”Ingen i rådet har någonsin sett fakturan”, sade Karl Weber.", "radio"),
        ),
        {
            "digit-in-quotation": ("i 30 år", "i 80 år"),
            "not-in-quotation": ("Bron är säker", "Bron är inte säker"),
            "word-in-quotation": ("vara öppen", "vara stängd"),
            "another-speaker": ("sade Anna Moberg", "sade Karl Weber"),
            "invented-quotation": (
                "Bron är säker och den ska vara öppen i 30 år",
                "Vi skulle gärna göra om alltihop i morgon bitti",
            ),
            "digit": ("1 213 400", "1 213 500"),
            "rounded": ("1 213 400 euro", "1,2 miljoner euro"),
            "percentage": ("37 procent", "73 procent"),
            "year": ("År 2019", "År 2018"),
            "day": ("den 4 maj 2021", "den 5 maj 2021"),
            "unit": ("482 meter", "482 mil"),
            "number-of-people": ("23 personer", "32 personer"),
            "not": ("Elm öppnade igen", "Elm öppnade inte igen"),
            "refuted": ("", "Arbetet kostade mindre än en miljon euro."),
            "unclosed": ("sett fakturan”", "sett fakturan"),
        },
    ),
}

# Which rule has to find each kind of fault.
RULES = {
    "digit-in-quotation": "article-quote-altered",
    "not-in-quotation": "article-quote-altered",
    "word-in-quotation": "article-quote-altered",
    "another-speaker": "article-speaker-differs",
    "invented-quotation": "article-quote-not-found",
    "digit": "article-figure-differs",
    "rounded": "article-figure-rounded",
    "percentage": "article-figure-differs",
    "year": "article-figure-differs",
    "day": "article-figure-differs",
    "unit": "article-figure-differs",
    "number-of-people": "article-figure-differs",
    "not": "article-denies-source",
    "refuted": "article-leans-on-refuted",
    "unclosed": "article-mark-unclosed",
    "another-source": "article-quote-misattributed",
    "lost-note": "article-citation-unknown",
    "unknown-id": "article-citation-unknown",
    "lost-mark": "article-unbound",
}
KINDS = ("md", "txt", "html", "docx", "odt")


@dataclass(frozen=True, slots=True)
class PlantedArticle:
    """An article's sentences with their notes; `at` is the sentence that holds the fault."""

    sentences: tuple[tuple[str, str], ...]
    notes: dict[str, str]
    at: int


def planted(scene: Scene, fault: str) -> PlantedArticle:  # noqa: PLR0911 - one a kind of fault
    """Return the article of a scene with one fault; "" for none."""
    sentences, notes = list(scene.sentences), dict(NOTES)
    last = len(sentences) - 1
    if not fault:
        return PlantedArticle(scene.sentences, notes, -1)
    if fault == "another-source":
        sentences[last] = sentences[last][0], "gazette"
        return PlantedArticle(tuple(sentences), notes, last)
    if fault == "lost-mark":
        sentences[2] = sentences[2][0], ""
        return PlantedArticle(tuple(sentences), notes, 2)
    if fault == "lost-note":
        sentences[2] = sentences[2][0], "gone"
        return PlantedArticle(tuple(sentences), notes, 2)
    if fault == "unknown-id":
        notes["radio"] = "source:raido"
        return PlantedArticle(tuple(sentences), notes, last)
    old, new = scene.swaps[fault]
    if not old:
        sentences.append((new, "cheap"))
        return PlantedArticle(tuple(sentences), notes, last + 1)
    at = next(number for number, (text, _label) in enumerate(sentences) if old in text)
    text, label = sentences[at]
    sentences[at] = text.replace(old, new), label
    return PlantedArticle(tuple(sentences), notes, at)


def written(article: PlantedArticle, kind: str) -> bytes:
    """Return an article as a file of some kind."""
    used = {label for _text, label in article.sentences}
    notes = {label: text for label, text in article.notes.items() if label in used}
    return {"md": _markdown, "txt": _markdown, "html": _html, "docx": _docx, "odt": _odt}[kind](
        article.sentences, notes
    )


def _markdown(sentences: tuple[tuple[str, str], ...], notes: dict[str, str]) -> bytes:
    marked = [f"{text}[^{label}]" if label else text for text, label in sentences]
    paragraphs = ["  ".join(marked[:2]).replace("  ", " "), "\n".join(marked[2:4]), *marked[4:]]
    below = "\n".join(f"[^{label}]: {text}" for label, text in notes.items())
    return ("\n\n".join(paragraphs) + f"\n\n{below}\n").encode()


def _html(sentences: tuple[tuple[str, str], ...], notes: dict[str, str]) -> bytes:
    def mark(label: str) -> str:
        return f'<sup><a href="#fn-{label}">1</a></sup>' if label else ""

    # The mark of a note that is lost leads nowhere: a page shows it all the same.
    body = "".join(f"<p>{escape(text)}{mark(label)}</p>\n" for text, label in sentences)
    below = "".join(f'<li id="fn-{label}">{escape(text)}</li>\n' for label, text in notes.items())
    page = f"<html><head><title>x</title></head><body>{body}<ol>{below}</ol></body></html>"
    return page.encode()


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _docx(sentences: tuple[tuple[str, str], ...], notes: dict[str, str]) -> bytes:
    numbers = {label: number for number, label in enumerate(notes, 1)}

    def mark(label: str) -> str:
        number = numbers.get(label, 99)
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' if label else ""

    body = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>{mark(label)}</w:p>'
        for text, label in sentences
    )
    below = "".join(
        f'<w:footnote w:id="{numbers[label]}"><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>'
        "</w:footnote>"
        for label, text in notes.items()
    )
    return _zipped(
        {
            "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>',
            "word/footnotes.xml": f'<w:footnotes xmlns:w="{_W}">{below}</w:footnotes>',
        }
    )


_ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def _odt(sentences: tuple[tuple[str, str], ...], notes: dict[str, str]) -> bytes:
    def mark(label: str) -> str:
        body = (
            f"<text:note-body><text:p>{escape(notes[label])}</text:p></text:note-body>"
            if label in notes
            else ""
        )
        return (
            f'<text:note text:id="{label}"><text:note-citation>1</text:note-citation>{body}'
            "</text:note>"
            if label
            else ""
        )

    body = "".join(f"<text:p>{escape(text)}{mark(label)}</text:p>" for text, label in sentences)
    return _zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<office:document-content xmlns:office="{_ODF}office:1.0" '
            f'xmlns:text="{_ODF}text:1.0"><office:body><office:text>{body}</office:text>'
            "</office:body></office:document-content>",
        }
    )


def _zipped(parts: dict[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return data.getvalue()


def project_of(scene: Scene) -> dict[str, str]:
    """Return the files of the dossier that a scene's article is held against."""
    reopened, passage = scene.reopened
    cheap, against = scene.cheap
    return {
        "claimcheck.toml": "",
        "sources/gazette.txt": scene.gazette,
        "sources/gazette.yaml": "title: The gazette\nfile: gazette.txt\n",
        "sources/radio.txt": scene.radio,
        "sources/radio.yaml": "title: The radio\nfile: radio.txt\n",
        "claims/bridge-reopened.yaml": f"claim: {reopened}\nevidence:\n  - source: gazette\n"
        f"    stance: supports\n    quote: {passage}\n",
        "claims/works-cheap.yaml": f"claim: {cheap}\nevidence:\n  - source: gazette\n"
        f"    stance: contradicts\n    quote: {against}\n",
    }

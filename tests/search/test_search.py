"""Ranking passages for a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.search import Index, IndexedDocument, analyse, build, pack_index
from claimcheck.search.languages import guess_language, stemmer_for_code
from claimcheck.search.terms import spans_of_terms, terms, words

DOCUMENTS = [
    (
        "bridge",
        "Repairs in Elm Street",
        ["The bridge was closed on 3 April.", "It reopened in May.", "Nobody was hurt."],
    ),
    ("bread", "Prices in 2023", ["Bread cost 4.5 % more.", "Milk cost less than the year before."]),
    ("river", "Walks", ["Ten walks lead along the river.", "One crosses a bridge."]),
]
WORDS = st.lists(
    st.sampled_from(
        ["bridge", "closed", "bread", "river", "walk", "4.5", "the", "May", "milk", "snow"]
    ),
    max_size=6,
).map(" ".join)


def test_sentences_and_documents_are_ranked_together_and_apart() -> None:
    index = build(DOCUMENTS)

    assert [hit[:2] for hit in index.rank_sentences("bridges closing", 2)] == [
        ("bridge", 0),
        ("river", 1),
    ]
    assert [hit[:2] for hit in index.rank_documents("bridges closing", 2)] == [
        ("bridge", None),
        ("river", None),
    ]
    assert {hit[:2] for hit in index.rank("bridges closing", 4)} == {
        ("bridge", 0),
        ("bridge", None),
        ("river", 1),
        ("river", None),
    }


def test_a_number_is_a_word() -> None:
    assert build(DOCUMENTS).rank_sentences("4.5", 5)[0][:2] == ("bread", 0)


@pytest.mark.parametrize("text", ["", "the of", "snow", "…", "\x00\u202e"])
def test_nothing_in_common_gives_nothing(text: str) -> None:
    assert build(DOCUMENTS).rank(text, 5) == []


@pytest.mark.parametrize("limit", [0, -1])
def test_nothing_is_asked_for(limit: int) -> None:
    assert build(DOCUMENTS).rank("bridge", limit) == []


def test_where_something_stands_on_the_web_is_not_looked_for() -> None:
    index = build([*DOCUMENTS, ("address", "", ["https", "pic.twitter.com/bread", "www.example"])])
    words = "The #RiverWalk https://walks.example/bridge pic.twitter.com/milk"

    assert [hit[0] for hit in index.rank_documents(words, 5)] == ["river"]
    assert index.rank_documents("https://walks.example", 5)[0][0] == "address"


def test_an_empty_index_answers() -> None:
    assert build([]).rank("bridge", 5) == []
    assert build([("a", "", [])]).rank("bridge", 5) == []


@given(text=WORDS, limit=st.integers(1, 9), order=st.permutations(DOCUMENTS))
@settings(max_examples=settings().max_examples * 3 // 5, deadline=None)
def test_the_order_of_documents_changes_nothing(
    text: str, limit: int, order: list[tuple[str, str, list[str]]]
) -> None:
    hits = build(order).rank(text, limit)

    assert hits == build(DOCUMENTS).rank(text, limit)
    assert len(hits) <= limit
    assert [hit[2] for hit in hits] == sorted((hit[2] for hit in hits), reverse=True)


# Words


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The bridges were closed.", "english", ["bridg", "close"]),
        ("TNFα fell by 4,5 %", "english", ["tnfα", "tnf", "alpha", "fell", "4.5"]),
        ("10,000 e-mails about IL-6", "english", ["10000", "e", "mail", "email", "il", "6", "il6"]),
        ("CD4+ cells, ω-3", "english", ["cd4", "cd", "4", "cell", "omega", "3", "ω3"]),
        ("Die Häuser wurden verkauft", "german", ["haus", "verkauft"]),
        ("Les écoles ont été fermées", "french", ["ecol", "ferm"]),
        ("10.000 Häuser, 1.234.567,5 von 4.50", "german", ["10000", "haus", "1234567.5", "4.50"]),
        ("10,000 of 1.250", "english", ["10000", "1.250"]),
        ("Мосты были закрыты", "russian", ["мост", "закрыт"]),
        ("東京は大きい", "", ["東京", "京は", "は大", "大き", "きい"]),
        ("人 ﬁrst", "", ["人", "first"]),
        (
            "#CBCNews is @WhiteHouse",
            "english",
            ["cbcnew", "cbc", "news", "whitehous", "white", "hous"],
        ),
        (
            "#Élysée #bridge #NATO a@MyShop.org",
            "",
            ["elysee", "bridge", "nato", "a", "myshop", "org"],
        ),
        ("#ÉtatUrgence", "french", ["etaturgent", "etat", "urgenc"]),
        ("हिन्दी में", "hindi", ["हिनद", "म"]),
        ("2026-01-31", "english", ["2026", "01", "31"]),
        ("", "english", []),
    ],
)
def test_a_text_is_found_by_the_stems_of_its_words(
    text: str, language: str, expected: list[str]
) -> None:
    assert terms(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Brücke wurde am 3. April gesperrt, und der Rat hat es nicht gewusst.", "german"),
        ("Le pont a été fermé par la ville, et les habitants ne le savaient pas.", "french"),
        ("El puente fue cerrado por la ciudad, según los vecinos que no lo sabían.", "spanish"),
        ("Мост был закрыт в апреле, и никто об этом не знал.", "russian"),
        ("Η γέφυρα έκλεισε τον Απρίλιο.", "greek"),
        ("The bridge was closed on 3 April.", "english"),
        ("Bridge closed", "english"),
        ("", "english"),
        ("12 34 56", "english"),
    ],
)
def test_a_language_is_told_by_its_script_and_small_words(text: str, language: str) -> None:
    assert guess_language(text, words(text)) == language


def test_a_declared_language_is_taken_as_it_is() -> None:
    assert [stemmer_for_code(code) for code in ("de-AT", "zh-Hans", None, "")] == [
        "german",
        "",
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("The bridges (old) were closed.", "old bridge", ["bridges", "old"]),
        ("An e-mail about IL-6.", "email il6", ["e-mail", "IL-6"]),
        ("東京は大きい", "東京", ["東京"]),
        ("Nothing of the kind.", "bridge", []),
        ("Closed! #BridgeRepairs #ferry", "bridges", ["Bridge"]),
        ("Closed! #BridgeRepairs", "repair #BridgeRepairs", ["BridgeRepairs"]),
    ],
)
def test_the_words_in_common_are_marked(text: str, query: str, marked: list[str]) -> None:
    spans = spans_of_terms(text, frozenset(terms(query, "english")), "english")

    assert [text[start:end] for start, end in spans] == marked


# Documents in several languages, and indexes that are kept

MIXED = [
    *DOCUMENTS,
    (
        "haus",
        "Häuser",
        ["Die Häuser in der Straße wurden von der Stadt verkauft und geräumt.", "Es waren 12.000."],
    ),
    ("tokyo", "東京", ["東京は日本の首都である。", "大阪は東京より小さい。"]),
]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Haus", ("haus", 0)),
        ("12,000", ("haus", 1)),
        ("日本の首都", ("tokyo", 0)),
        ("bridges closed", ("bridge", 0)),
    ],
)
def test_every_document_is_searched_in_its_own_language(text: str, first: tuple[str, int]) -> None:
    assert build(MIXED).rank_sentences(text, 1)[0][:2] == first


def test_some_documents_alone_can_be_looked_in() -> None:
    index = build(MIXED)

    assert {hit[0] for hit in index.rank("bridge", 9, lambda each: each == "river")} == {"river"}


def test_an_index_gives_its_documents_back() -> None:
    entries = [
        IndexedDocument(name, f"key {name}", analyse(title, sentences, None))
        for name, title, sentences in MIXED
    ]
    index = Index(pack_index(entries))
    again = [index.document(number) for number in range(len(entries))]

    assert pack_index(again) == pack_index(entries)
    assert Index(pack_index(again[::-1])).rank("bridge", 9) == index.rank("bridge", 9)


@pytest.mark.parametrize("data", [b"", b"{}", b"\0" * 9, b"\0" * 7 + b"\2{}", b"\xff" * 64])
def test_what_is_no_index_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"head|of another form"):
        Index(data)


def test_what_the_best_documents_speak_of_is_looked_for_besides() -> None:
    plain = [(f"other {number}", "", [f"Nothing {number} happened here."]) for number in range(30)]
    ferries = [
        (f"told {number}", "", ["The ferry sank near the lighthouse.", "A storm had come up."])
        for number in range(3)
    ]
    related = ("related", "", ["The storm broke the lamp of the lighthouse."])

    hits = build([*plain, *ferries, related]).rank_documents("ferry sank", 5)

    assert [hit[0] for hit in hits][:4] == ["told 0", "told 1", "told 2"]

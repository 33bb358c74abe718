"""The passage that is shown for a quote that does not stand: its ends, and what differs."""

from __future__ import annotations

import pytest

from claimcheck.anchor import Fit, locate
from wdiff import wdiff

NEWS = (
    "It rained all day.\n\nThe mayor of the town said that the bridge was safe for all. Nobody "
    "believed him. He would never again, his wife said, pay for it himself. So they left the town. "
    "“Never again will we pay for it,” said the queen (who was ill). She sat. “You must go!” Not "
    "all of us will ever go home again soon."
)
POEM = (
    "O Rose, thou art sick!\nThe invisible worm,\nThat flies in the night,\nIn the howling storm,\n"
    "Has found out thy bed\nOf crimson joy,\nAnd his dark secret love\nDoes thy life destroy.\n\n"
    "He wrote it in London"
)


def proposed(quote: str, text: str) -> str:
    """What is shown; the passage is what the diff prints, and the quote what it has written."""
    anchor = locate(quote, text)
    assert anchor.fit in {Fit.ALTERED, Fit.SPLICED}, anchor
    assert anchor.start is not None
    assert text[anchor.start : anchor.end] == "".join(one.printed for one in anchor.difference)
    assert "".join(one.written for one in anchor.difference) == quote
    assert 0 < anchor.similarity <= 1
    return wdiff(anchor.difference)


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        (
            "A mayor of the town said that the bridge was safe",
            "[-A -]{+The +}mayor of the town said that the bridge was safe",
        ),
        (
            "Yesterday a mayor of the town said that the bridge was safe",
            "[-Yesterday a -]{+The +}mayor of the town said that the bridge was safe",
        ),
        (
            "The mayor of the town said that the bridge was dangerous.",
            "The mayor of the town said that the bridge was [-dangerous-]{+safe for all+}.",
        ),
        (
            "Anna said that the bridge was safe for all.",
            "[-Anna -]{+The mayor of the town +}said that the bridge was safe for all.",
        ),
        (
            "Some men said that the bridge was safe for all.",
            "[-Some men -]{+The mayor of the town +}said that the bridge was safe for all.",
        ),
        (
            "Of the town the mayor said that the bridge was safe for all.",
            "[-Of -]{+of +}the town [-the mayor -]said that the bridge was safe for all.",
        ),
        (
            "The bridge was never safe for all.",
            "[-The -]{+the +}bridge was [-never -]safe for all.",
        ),
        ("Everybody believed him.", "[-Everybody -]{+Nobody +}believed him."),
        (
            "He would pay for it himself.",
            "He would {+never again, his wife said, +}pay for it himself.",
        ),
        ("So they left the town at last.", "So they left the town[-at last-]."),
        ("Again it rained all day.", "[-Again it -]{+It +}rained all day."),
        ("We will pay for it", "[-We -]{+“Never again +}will {+we +}pay for it"),
        ("said the queen (who was old).", "said the queen (who was [-old-]{+ill+})."),
        ("(who was old)", "(who was [-old-]{+ill+})"),
        ("“You must leave!” Not", "“You must [-leave-]{+go+}!” Not"),
        ('"You must stay!" Not all', "“You must [-stay-]{+go+}!” Not all"),
        ("Not all of us will ever go.", "Not all of us will ever go {+home again soon+}."),
        ("Not all of us will ever go home.", "Not all of us will ever go home {+again soon+}."),
        ("She sat down.", "She sat[-down-]."),
        ("... will ever go to home again", "[-... -]will ever go [-to -]home again"),
    ],
)
def test_a_passage_begins_and_ends_where_a_reader_would_set_its_ends(
    quote: str, shown: str
) -> None:
    assert proposed(quote, NEWS) == shown


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        (
            "Some hidden snake,\nThat flies in the night,",
            "[-Some hidden snake-]{+The invisible worm+},\nThat flies in the night,",
        ),
        (
            "Visible snakes,\nIn the howling storm,\nHas found out",
            "[-Visible snakes-]{+That flies in the night+},\nIn the howling storm,\nHas found out",
        ),
        (
            "Did find thy bed\nOf crimson joy",
            "[-Did find -]{+Has found out +}thy bed\nOf crimson joy",
        ),
        (
            "Of purple grief,\nAnd his dark secret love",
            "Of [-purple grief-]{+crimson joy+},\nAnd his dark secret love",
        ),
        (
            "And his dark secret love\nDoes thy work hinder.",
            "And his dark secret love\nDoes thy [-work hinder-]{+life destroy+}.",
        ),
        ("He wrote it in Paris.", "He wrote it in [-Paris.-]{+London+}"),
        ("O Rose, thou art ill!", "O Rose, thou art [-ill-]{+sick+}!"),
        ("O Rose, thou art!", "O Rose, thou art {+sick+}!"),
    ],
)
def test_in_verse_a_line_is_a_border_as_well(quote: str, shown: str) -> None:
    assert proposed(quote, POEM) == shown

"""Letters that look like Latin ones: by them one name can be written as if it were two.

The table is made of Unicode's own, `confusables.txt` of UTS #39, version 17.0.0: what it says to
look like a Latin letter, or two of them, and has no such letter as its compatibility form.
Copyright of that data: Unicode, Inc., under the Unicode License v3
(https://www.unicode.org/license.txt).
"""

from __future__ import annotations

import unicodedata
from typing import Final

from claimcheck.text.ignorable import without_ignorable

_LOOKS_LIKE: Final = {
    "A": "ΑАᎪᗅ\ua4ee\U000102a0\U00016f40\U0001ccd6",
    "B": "ΒВᏴᗷ\u2c82\ua4d0\ua7b4\U00010282\U000102a1\U00010301\U0001ccd7",
    "C": ("СᏟ\u2ca4\ua4da\U000102a2\U00010302\U00010415\U0001051c\U000118e9\U000118f2\U0001ccd8"),
    "D": "Ꭰᗞᗪ\ua4d3\U0001ccd9",
    "E": "ΕЕᎬ\u2d39\ua4f0\U00010286\U000118a6\U000118ae\U0001ccda",
    "F": "Ϝᖴ\ua4dd\ua798\U00010287\U000102a5\U00010525\U000118a2\U000118c2\U0001ccdb",
    "G": "ԌᏀᏳ\ua4d6\U0001ccdc",
    "H": "ΗНᎻᕼ\u2c8e\ua4e7\U000102cf\U0001ccdd",
    "J": "ͿЈᎫᒍ\ua4d9\ua7b2\U0001ccdf",
    "K": "ΚКᏦᛕ\u2c94\ua4d7\U00010518\U0001cce0",
    "L": "Ꮮᒪ\u2cd0\ua4e1\U0001041b\U00010526\U000118a3\U000118b2\U00016f16\U0001cce1",
    "M": "ΜϺМᎷᗰᛖ\u2c98\ua4df\U000102b0\U00010311\U0001cce2",
    "N": "Ν\u2c9a\ua4e0\U00010513\U0001cce3",
    "O": (
        "ΟОՕ\u07c0ଠ\u0ce6ዐ\u2c9e\u2d54\u3007\ua4f3\U00010292\U000102ab\U00010404"
        "\U000104c2\U00010516\U000118b5\U000118e0\U00011de0\U0001cce4\U0001ccf0"
    ),
    "P": "ΡРᏢᑭ\u2ca2\u2cce\ua4d1\U00010295\U0001cce5",
    "Q": "\u2d55\U0001cce6",
    "R": "ƦᎡᏒᖇ\ua4e3\U000104b4\U00016f35\U0001cce7",
    "S": "ЅՏᏕᏚ\ua4e2\U00010296\U00010420\U00016f3a\U0001cce8",
    "T": "ΤТᎢ\u2ca6\ua4d4\U00010297\U000102b1\U00010315\U000118bc\U00016f0a\U0001cce9",
    "U": "Սሀᑌ\ua4f4\U000104ce\U000118b8\U00016f42\U0001ccea",
    "V": "Ѵ\u0667\u06f7Ꮩᐯ\u2d38\ua4e6\ua6df\U0001051d\U000118a0\U00016f08\U0001cceb",
    "W": "ԜᎳᏔ\ua4ea\U000118e6\U000118ef\U0001ccec",
    "X": (
        "ΧХᚷ\u2cac\u2d5d\ua4eb\ua7b3\U00010290\U000102b4\U00010317\U00010322\U00010527"
        "\U000118ec\U0001cced"
    ),
    "Y": "ΥУҮᎩᎽ\u2ca8\ua4ec\U000102b2\U000118a4\U00016f43\U0001ccee",
    "Z": "ΖᏃ\ua4dc\U000102f5\U000118a9\U000118e5\U0001ccef",
    "a": "ɑαа",
    "b": "ƄЬᏏᑲᖯ\U00016eb6",
    "c": "сငၚᴄ\u2ca5\uabaf\U0001043d",
    "d": "ԁᏧᑯ\ua4d2",
    "e": "еҽ\uab32",
    "f": "ƒքẝ\ua799\uab35",
    "g": "ƍɡցᶃ",
    "h": "һհᏂ",
    "i": "ıɩɪιіւᎥ\u2c93\ua647\uab75\U000118c3",
    "j": "ϳј",
    "l": (
        "ƖǀΙІӀӏ\u05d5\u05df\u0627\u0661\u06f1\u07caᛁ\u2c92\u2d4f\ua4f2\U0001028a"
        "\U00010309\U00010320\U00011dda\U00011de1\U00016eaa\U00016f28\U0001ccde"
        "\U0001ccf1\U0001e8c7"
    ),
    "n": "ոռ",
    "o": (
        "οσϭоօ\u05e1\u0647\u0665\u06be\u06c1\u06d5\u06f5\u0966\u09e6\u0a66\u0ae6\u0b66"
        "\u0be6\u0c66ഠ\u0d66\u0e50\u0ed0ဝ\u1040ჿ\u17e0ᴏᴑ\u2c9f\uab3d\U0001042c"
        "\U000104ea\U000114d0\U000118c8\U000118d7"
    ),
    "p": "þƿρϸр\u2ca3\u2ccf",
    "q": "ԛգզ",
    "r": "гᴦ\u2c85\uab47\uab48\uab81",
    "s": "ƽѕട\ua731\uabaa\U00010448\U000118c1",
    "u": "ʋυսᴜ\ua79f\uab4e\uab52\U000104f6\U000118d8",
    "v": "νѵ\u05d8ᴠ\uaba9\U00011706\U000118c0",
    "w": "ɯшѡԝաᴡ\u2cbd\uab83\U0001170a\U0001170e\U0001170f",
    "x": "хᕁᕽ",
    "y": "ɣʏγуүყᶌỿ\u2ca9\uab5a\U000118dc",
    "z": "ᴢ\uab93\U000118c4",
    "AA": "\ua732",
    "AE": "ÆӔ",
    "AO": "\ua734",
    "AU": "\ua736",
    "AV": "\ua738\ua73a",
    "AY": "\ua73c",
    "OE": "Œ",
    "OO": "\ua698\ua74e",
    "aa": "\ua733",
    "ae": "æӕ",
    "ao": "\ua735",
    "au": "\ua737",
    "av": "\ua739\ua73b",
    "ay": "\ua73d",
    "bl": "Ы",
    "dz": "ʣ",
    "lO": "Ю",
    "ll": "ǁ\u05f0",
    "ls": "ʪ",
    "lz": "ʫ",
    "oe": "œ",
    "oo": "\ua699\ua74f",
    "rn": "\U00011700\U000118e3",
    "tf": "\ua777",
    "ts": "ʦ",
    "ue": "ᵫ",
    "uo": "\uab63",
}
# Unicode takes a capital I for a small l, which it looks like in some founts.
_LATIN: Final = str.maketrans(
    {
        letter: "I" if latin == "l" and letter.isupper() else latin
        for latin, letters in _LOOKS_LIKE.items()
        for letter in letters
    }
)


def latin_letters(text: str) -> str:
    """Return a text in which every letter is the Latin one that it looks like, if it does.

    Wide, small and styled letters become plain ones, and what is not seen is left out. Capitals
    stay capitals, accents stay.
    """
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKC", without_ignorable(text))
    return unicodedata.normalize("NFC", plain.translate(_LATIN))


def look_alike_key(name: str) -> str:
    """Return what all spellings of one name have in common for a reader.

    That is its letters as they look, in lower case, with single blanks. Names in ASCII alone have
    one key only where they differ by capitals and blanks: `Bell` is not `Be11`.
    """
    return " ".join(latin_letters(name).split()).casefold()


def look_alike_keys(names: str) -> frozenset[str]:
    """Return the key of each name of a list, which blanks part."""
    return frozenset(look_alike_key(names).split())

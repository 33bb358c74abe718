"""Whether a page asks its readers to pay, or to log in, before it shows the rest."""

from __future__ import annotations

import re
from typing import Final

# https://schema.org/isAccessibleForFree, as publishers write it for search engines.
_NOT_FREE: Final = re.compile(rb'"isAccessibleForFree"\s*:\s*"?\s*false\b', re.IGNORECASE)
_MOST_BYTES: Final = 1 << 22
# How publishers ask, in the languages of the larger ones.
_ASKING: Final = re.compile(
    r"subscribe (?:now )?(?:to|and) (?:continue|keep|read|unlock|get full)"
    r"|(?:to|and) continue reading|continue reading with a subscription"
    r"|(?:for|only to|to) (?:our )?subscribers(?: only)?\b|subscribers?[- ]only"
    r"|already (?:a )?(?:subscriber|subscribed|a member)|(?:log|sign) in to (?:read|continue|view)"
    r"|register (?:for free )?to (?:read|continue)|this article is for (?:members|subscribers)"
    r"|jetzt weiterlesen|nur für abonnent|mit (?:plus|abo) (?:weiter)?lesen"
    r"|réservé (?:à nos |aux )abonné|pour lire la suite|déjà abonné"
    r"|(?:solo|sólo|exclusivo) para (?:suscriptores|assinantes)|suscríbete para (?:seguir|leer)"
    r"|(?:riservato agli|solo per gli) abbonati|abbonati per (?:continuare|leggere)"
    r"|(?:alleen|exclusief) voor abonnees|(?:kun|bare) for abonnenter|endast för prenumeranter"
    r"|tylko dla (?:subskrybentów|prenumeratorów)|только для подписчиков|уже подписчик",
    re.IGNORECASE,
)


def asks_for_payment(data: bytes, text: str) -> bool:
    """Whether a page says that it is not free, or asks its reader to subscribe or to log in.

    A page may do so and show all of itself: it is of account only where a passage is gone.

    Args:
        data: the page's bytes.
        text: what is seen of it.
    """
    return _NOT_FREE.search(data[:_MOST_BYTES]) is not None or _ASKING.search(text) is not None

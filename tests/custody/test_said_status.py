"""A status is understood by its words, and what leaves it open is not understood."""

from __future__ import annotations

import pytest

from habeas.custody.said_status import Said, said_status


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("Detenido(a)", Said.SEEN_HELD),
        ("detenida desde junio", Said.SEEN_HELD),
        ("Privada de libertad", Said.SEEN_HELD),
        ("held without charge", Said.SEEN_HELD),
        ("Juzgado en libertad", Said.RELEASED),
        ("liberado sin cargos", Said.RELEASED),
        ("Detenida; liberada el 8/1", Said.RELEASED),
        ("has been released", Said.RELEASED),
        ("released to house arrest", Said.HOUSE_ARREST),
        ("Casa por cárcel", Said.HOUSE_ARREST),
        ("murió en prisión", Said.DIED),
        ("Fallecida en custodia", Said.DIED),
        ("released, then detained again", Said.UNCLEAR),
        ("excarcelado, hoy detenido", Said.UNCLEAR),
        ("no liberado", Said.UNCLEAR),
        ("sin libertad", Said.UNCLEAR),
        ("pending release", Said.UNCLEAR),
        ("ex preso", Said.UNCLEAR),
        ("was held", Said.UNCLEAR),
        ("Detenido hasta el 8 de enero", Said.UNCLEAR),
        ("esposa de un detenido", Said.UNCLEAR),
        ("", Said.UNCLEAR),
    ],
)
def test_a_status_says_what_its_words_say(status: str, said: Said):
    assert said_status(status) is said

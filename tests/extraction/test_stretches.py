"""What stands on the other side of a semicolon answers for nothing on this one; nor a whole for its
part's fate."""

from __future__ import annotations

import pytest

from habeas.extraction import read_claims
from habeas.vocabulary import Claim, Document, PartialDate


def read(text: str, language: str) -> list[Claim]:
    return read_claims(Document("a", text, PartialDate("2026-01-12"), language))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Fueron excarcelados 99 presos políticos, según el Gobierno; la ONG Foro Penal "
         "verificó 45 excarcelaciones.", ["Gobierno", "ONG Foro Penal"]),
        ("es", "Según el Gobierno fueron excarcelados 99 presos políticos; según Foro Penal, 45 "
         "presos políticos fueron excarcelados.", ["Gobierno", "Foro Penal"]),
        ("en", "The ministry put the number of detainees at 300; rights groups said 450 people had "
         "been detained.", ["ministry", "rights groups"]),
    ],
)  # fmt: skip
def test_each_side_of_a_semicolon_has_its_own_voice(language: str, text: str, expected: list[str]):
    assert [claim.claimant for claim in read(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The NGO said it was not true that 500 people had been freed; it had counted 120."),
        ("en", "The minister denied that 500 prisoners were held; 120 people had been detained, he "
         "said."),
        ("es", "El ministro negó que haya 900 presos políticos; dijo que 12 personas fueron "
         "liberadas."),
    ],
)  # fmt: skip
def test_a_denial_ends_at_a_semicolon(language: str, text: str):
    first, second = read(text, language)
    assert first.modality == "denied"
    assert second.modality != "denied"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le ministère a annoncé la libération prochaine de 150 détenus."),
        ("es", "El Gobierno anunció la próxima liberación de 40 presos políticos."),
        ("pt", "O governo anunciou a libertação iminente de 30 presos políticos."),
        ("en", "The government announced the imminent release of 30 political prisoners."),
        ("ru", "Власти объявили о скором освобождении 30 политзаключённых."),
    ],
)
def test_a_release_to_come_is_a_promise(language: str, text: str):
    (claim,) = read(text, language)
    assert claim.modality == "promised"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le ministère a annoncé la libération de 150 détenus."),
        ("es", "El Gobierno anunció la liberación de 40 presos políticos."),
        ("en", "The government announced the release of 30 political prisoners."),
    ],
)
def test_a_release_that_is_announced_is_none(language: str, text: str):
    (claim,) = read(text, language)
    assert claim.modality == "asserted"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "El fiscal dijo que de los 2.229 detenidos quedan presos 137.",
         [(2229, "detained"), (137, "held")]),
        ("es", "De los 300 detenidos 120 siguen presos, según Foro Penal.",
         [(300, "detained"), (120, "held")]),
        ("en", "Of the 38 people arrested, 29 have already been freed, the ombudsman said.",
         [(38, "detained"), (29, "released")]),
        ("ru", "Из 120 задержанных 45 человек остаются под стражей, сообщает «ОВД-Инфо».",
         [(120, "detained"), (45, "held")]),
        # near misses: nobody else is counted, or the people are the clause's own subject
        ("es", "Las 88 personas detenidas quedaron presas.", [(88, "held")]),
        ("en", "Hundreds of the demonstrators were freed, and others were charged.",
         [(None, "released")]),
    ],
)  # fmt: skip
def test_what_befell_a_part_is_not_told_of_its_whole(
    language: str, text: str, expected: list[tuple[int | None, str]]
):
    found = read(text, language)
    assert [(claim.quantity.value, claim.measure.value) for claim in found] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Police freed 300 demonstrators, and 12 were charged with rioting.", [300]),
        ("es", "Fueron liberadas 88 personas y 12 fueron imputadas.", [88]),
        ("en", "Hundreds of the demonstrators were freed, and 12 were charged.", [None]),
        # near misses: what some of those counted are
        ("en", "Police detained 300 demonstrators, and 12 are women.", [300, 12]),
        ("es", "De los 505 presos, 12 son civiles.", [505, 12]),
    ],
)  # fmt: skip
def test_what_befell_others_is_no_part_of_those_counted_before(
    language: str, text: str, expected: list[int | None]
):
    assert [claim.quantity.value for claim in read(text, language)] == expected

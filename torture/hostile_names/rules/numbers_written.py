"""Ways to write the numbers of a person: ids, telephones, addresses of mail."""

from __future__ import annotations

from collections.abc import Callable

NATIONAL_ID = "V-48.315.907"
TELEPHONE = "+58 414-5550917"
MAIL = "fictiria.rosaura77@example.org"
PASSPORT = "XK0739154"


def in_digits(first: int) -> Callable[[str], str]:
    """Return the rule that writes digits in another script, whose zero is ``first``."""
    return lambda text: "".join(
        chr(first + int(sign)) if sign in "0123456789" else sign for sign in text
    )


NATIONAL_IDS: dict[str, str] = {
    "as_listed": "V-48.315.907",
    "digits": "48315907",
    "letter_joined": "V48315907",
    "small_letter": "v-48315907",
    "blanks": "48 315 907",
    "commas": "48,315,907",
    "apostrophes": "48'315'907",
    "thin_spaces": "48\u2009315\u2009907",
    "underscores": "V_48_315_907",
    "hyphens": "48-315-907",
    "slashes": "48/315/907",
    "middle_dots": "48·315·907",
    "no_break_hyphens": "48\u2011315\u2011907",
    "cut_by_a_line": "48.315.\n907",
    "cut_by_a_hyphen": "48315-\n907",
    "zero_width": "48\u200b315\u200b907",
    "soft_hyphen": "48315\u00ad907",
    "each_apart": "4 8 3 1 5 9 0 7",
    "zeros_in_front": "V-0048315907",
    "label_joined": "CI48315907",
    "in_a_file_name": "cedula_48315907.pdf",
    "in_an_address": "https://example.org/p?ci=48315907&x=1",
    "entities": "".join(f"&#{ord(sign)};" for sign in "48315907"),
    "elements": "48<b>315</b>907",
    "arabic_digits": in_digits(0x0660)("48315907"),
    "persian_digits": in_digits(0x06F0)("48.315.907"),
    "devanagari_digits": in_digits(0x0966)("48315907"),
    "full_width_digits": in_digits(0xFF10)("48315907"),
    "bold_digits": in_digits(0x1D7CE)("48315907"),
    "letter_o_for_zero": "V-483159O7",
}
TELEPHONES: dict[str, str] = {
    "as_listed": "+58 414-5550917",
    "digits": "584145550917",
    "two_zeros": "0058 414 555 09 17",
    "without_country": "0414-555.09.17",
    "brackets": "(0414) 555-0917",
    "link": "tel:+58-414-555-0917",
}
MAILS: dict[str, str] = {
    "as_listed": "fictiria.rosaura77@example.org",
    "capitals": "Fictiria.Rosaura77@Example.ORG",
    "in_words": "fictiria.rosaura77 [at] example [dot] org",
    "link": "mailto:fictiria.rosaura77%40example.org",
}
PASSPORTS: dict[str, str] = {
    "as_listed": "XK0739154",
    "blanks": "XK 0739 154",
    "small_letters": "xk0739154",
    "hyphen": "XK-0739154",
}
EVERY: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("national_id", NATIONAL_ID, NATIONAL_IDS),
    ("phone", TELEPHONE, TELEPHONES),
    ("email", MAIL, MAILS),
    ("passport", PASSPORT, PASSPORTS),
)
"""Heading of the list's column, the number as listed, the ways to write it."""

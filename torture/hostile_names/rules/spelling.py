"""Ways to write a name in Latin letters that rules can make: orders, initials, marks, disguises.

Each takes given names and surnames and returns what would stand in a text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

Rule = Callable[[str, str], str]

PARTICLES = frozenset(
    ("de", "la", "del", "dos", "da", "das", "do", "van", "von", "der", "den", "'t", "al", "el",
     "bint", "bin", "ibn")
)  # fmt: skip
ZERO_WIDTH, NON_JOINER, JOINER, SOFT_HYPHEN = "\u200b", "\u200c", "\u2060", "\u00ad"
LOOK_ALIKE = str.maketrans("aeopcxyiAEOPCTHMKBX", "аеорсхуіАЕОРСТНМКВХ")
GREEK_ALIKE = str.maketrans("oAEIKMNOTXBHPZ", "οΑΕΙΚΜΝΟΤΧΒΗΡΖ")
DIGITS_ALIKE = str.maketrans("oiesatOIESAT", "013547013547")
SMALL_CAPITALS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ")


def first(words: str) -> str:
    """Return the first word that is no particle."""
    plain = [word for word in words.split() if word.lower() not in PARTICLES]
    return plain[0] if plain else words


def bare(words: str) -> str:
    """Return words without accents."""
    parts = unicodedata.normalize("NFD", words)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def whole(given: str, surnames: str) -> str:
    """Return given names and surnames, one after the other."""
    return f"{given} {surnames}".strip()


def short(given: str, surnames: str) -> str:
    """Return the first given name and the first surname, without accents, in small letters."""
    return bare(f"{first(given)} {first(surnames)}".strip()).lower()


def each(joint: str) -> Rule:
    """Return the rule that puts a sign between all letters; two of blanks part the words."""
    gap = joint if joint.strip() else joint * 3
    return lambda given, surnames: gap.join(joint.join(w) for w in whole(given, surnames).split())


def initials(given: str, dot: str = ". ") -> str:
    """Return the initials of given names."""
    return "".join(word[0] + dot for word in given.replace("-", " ").split())


def shifted(start_small: int, start_capital: int) -> Rule:
    """Return the rule that writes letters in another alphabet of the same letters."""

    def rule(given: str, surnames: str) -> str:
        def sign(letter: str) -> str:
            if "a" <= letter <= "z":
                return chr(start_small + ord(letter) - ord("a"))
            return chr(start_capital + ord(letter) - ord("A")) if "A" <= letter <= "Z" else letter

        return "".join(map(sign, bare(whole(given, surnames))))

    return rule


def camel(given: str, surnames: str) -> str:
    """Return RosaEjemplo."""
    words = f"{first(given)} {surnames}".replace("-", " ").split()
    return "".join(word[:1].upper() + word[1:] for word in words)


def with_a_slip(given: str, surnames: str) -> str:
    """Return the name with two letters of its longest word exchanged."""
    word = max(surnames.split(), key=len)
    middle = len(word) // 2
    slip = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
    return whole(given, surnames.replace(word, slip))


def without_a_letter(given: str, surnames: str) -> str:
    """Return the name with a letter of its longest word left out."""
    word = max(surnames.split(), key=len)
    return whole(given, surnames.replace(word, word[: len(word) // 2] + word[len(word) // 2 + 1 :]))


def cut(mark: str) -> Rule:
    """Return the rule that cuts the longest surname in its middle, as a line's end does."""

    def rule(given: str, surnames: str) -> str:
        word = max(surnames.split(), key=len)
        middle = len(word) // 2
        return whole(given, surnames.replace(word, word[:middle] + mark + word[middle:]))

    return rule


ORDERS: dict[str, Rule] = {
    "whole": whole,
    "surname_first_comma": lambda g, s: f"{s}, {g}",
    "surname_first": lambda g, s: f"{s} {g}",
    "all_capitals": lambda g, s: whole(g, s).upper(),
    "small_letters": lambda g, s: whole(g, s).lower(),
    "capital_surname": lambda g, s: f"{g} {s.upper()}",
    "without_other_given": lambda g, s: f"{first(g)} {s}",
    "given_between": lambda g, s: f"{first(g)} Teodoro {s}",
    "two_between": lambda g, s: f"{first(g)} Teodoro Amadeo {s}",
    "initial_and_surname": lambda g, s: f"{g[:1]}. {s}",
    "initials_and_surname": lambda g, s: f"{initials(g)}{s}",
    "initials_without_blanks": lambda g, s: f"{initials(g, '.')}{s}",
    "surname_and_initials": lambda g, s: f"{s} {initials(g)}".strip(),
    "initials_without_dots": lambda g, s: f"{initials(g, '')} {s}",
    "initial_between": lambda g, s: f"{first(g)} T. {s}",
    "accents_dropped": lambda g, s: bare(whole(g, s)),
    "with_a_slip": with_a_slip,
    "without_a_letter": without_a_letter,
    "ocr_one_for_l": lambda g, s: whole(g, s).replace("l", "1").replace("O", "0"),
    "ocr_rn_for_m": lambda g, s: whole(g, s).replace("m", "rn").replace("d", "cl"),
    "ocr_blank_in_a_word": cut(" "),
    "accents_as_question_marks": lambda g, s: "".join(
        letter if letter.isascii() else "?" for letter in whole(g, s)
    ),
}
JOINED: dict[str, Rule] = {
    "run_together": lambda g, s: whole(g, s).replace(" ", ""),
    "camel_case": camel,
    "hashtag": lambda g, s: f"#{camel(g, s)}",
    "hashtag_with_words": lambda g, s: f"#Libertad{camel(g, s)}Ya",
    "hashtag_underscores": lambda g, s: f"#{short(g, s).replace(' ', '_')}",
    "email": lambda g, s: f"{short(g, s).replace(' ', '.')}@example.org",
    "email_joined": lambda g, s: f"{short(g, s).replace(' ', '')}84@example.org",
    "handle": lambda g, s: f"@{short(g, s).replace(' ', '_')}",
    "handle_joined": lambda g, s: f"@{short(g, s).replace(' ', '')}",
    "file_name": lambda g, s: f"scan_{short(g, s).replace(' ', '_')}_01.pdf",
    "url": lambda g, s: f"https://example.org/presos/{short(g, s).replace(' ', '-')}/",
    "url_plus": lambda g, s: f"https://example.org/?q={short(g, s).replace(' ', '+')}",
    "url_percent": lambda g, s: (
        "https://example.org/" + "".join(f"%{byte:02X}" for byte in whole(g, s).encode())
    ),
    "url_percent_twice": lambda g, s: (
        "https://example.org/" + "".join(f"%25{byte:02X}" for byte in whole(g, s).encode())
    ),
    "hyphens_between_words": lambda g, s: whole(g, s).replace(" ", "-"),
    "passport_zone": lambda g, s: "P<XXX" + bare(f"{s}<<{g}").upper().replace(" ", "<") + "<<<",
}
SIGNS: dict[str, Rule] = {
    "spelled_dots": each("."),
    "spelled_blanks": each(" "),
    "spelled_hyphens": each("-"),
    "spelled_underscores": each("_"),
    "spelled_lines": each("\n"),
    "zero_width": each(ZERO_WIDTH),
    "non_joiner": each(NON_JOINER),
    "word_joiner": each(JOINER),
    "soft_hyphens": each(SOFT_HYPHEN),
    "struck_through": each("\u0336"),
    "soft_hyphen_line_end": cut(f"{SOFT_HYPHEN}\n"),
    "hyphen_line_end": cut("-\n"),
    "not_hyphen_line_end": cut("¬\n"),
    "line_between": lambda g, s: f"{g}\n{s}",
    "no_break_space": lambda g, s: whole(g, s).replace(" ", "\u00a0"),
    "thin_space": lambda g, s: whole(g, s).replace(" ", "\u2009"),
    "ideographic_space": lambda g, s: whole(g, s).replace(" ", "\u3000"),
    "tab": lambda g, s: whole(g, s).replace(" ", "\t"),
    "turned_round": lambda g, s: f"\u202e{whole(g, s)[::-1]}\u202c",
    "marks_of_direction": lambda g, s: f"\u200f{g}\u200e {s}\u200e",
    "look_alikes_cyrillic": lambda g, s: whole(g, s).translate(LOOK_ALIKE),
    "look_alikes_greek": lambda g, s: whole(g, s).translate(GREEK_ALIKE),
    "digits_for_letters": lambda g, s: whole(g, s).translate(DIGITS_ALIKE),
    "full_width": shifted(0xFF41, 0xFF21),
    "bold_mathematical": shifted(0x1D41A, 0x1D400),
    "circled": shifted(0x24D0, 0x24B6),
    "small_capitals": lambda g, s: bare(whole(g, s)).lower().translate(SMALL_CAPITALS),
    "decomposed": lambda g, s: unicodedata.normalize("NFD", whole(g, s)),
    "footnote_marks": lambda g, s: f"{g}¹ {s}²",
    "emoji_between": lambda g, s: f"{g} 🕊️ {s}",
}

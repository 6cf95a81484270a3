"""Names as people write them, taken apart into the words that can be compared."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from habeas.linkage.names.column import MISSING, Codes, Column, population_shares
from habeas.linkage.names.contradiction import WholeNames
from habeas.linkage.names.distinct import distinct_places
from habeas.linkage.names.knowledge import Knowledge
from habeas.linkage.names.nameless import without_nobody
from habeas.linkage.names.normalisation import folded
from habeas.linkage.names.tokens import Tokens, replaced

WORDS = 2
"""How many words of a name's part are compared: two given names, two surnames."""

KINDS_OF_WORDS = 2_000
"""How many names a people uses: about so many."""

LONGEST, OF_A_PART = 5, 3
"""How many words of a name in one piece are looked at, and of each part of a name in pieces."""


@dataclass(frozen=True)
class NamePart:
    """One part of the names (given names, or surnames): its distinct values as words.

    codes: which value each row has. words: for each value the places of its words in the table of
    words, shape (values, WORDS), MISSING where there are fewer. shares: of each word of the table,
    which share of the words of this part it makes up.
    """

    codes: Codes
    words: NDArray[np.int32]
    shares: NDArray[np.float64]

    @classmethod
    def of(cls, rows: NDArray[np.int32], size: int) -> NamePart:
        """Encode the words of each row, shape (rows, WORDS), of a table of ``size`` words."""
        keys = (rows[:, 0].astype(np.int64) + 1) * (size + 1) + rows[:, 1] + 1
        values, places = distinct_places(keys)
        words = np.column_stack([values // (size + 1) - 1, values % (size + 1) - 1])
        used = rows[rows >= 0]
        counts = np.bincount(used, minlength=size)
        shares = np.where(counts > 0, population_shares(counts, KINDS_OF_WORDS), 0.0)
        named = np.where((words < 0).all(axis=1), MISSING, np.arange(len(words)))
        return cls(named[places].astype(np.int32), words.astype(np.int32), shares)

    def of_rows(self) -> NDArray[np.int32]:
        """Return the words of each row, shape (rows, WORDS)."""
        padded = np.vstack([self.words, np.full((1, WORDS), MISSING, np.int32)])
        return padded[self.codes]


@dataclass(frozen=True)
class Names:
    """The names of all rows: the table of words, the given names and the surnames.

    in_one: the rows whose parts were told from one another by their words alone. whole: all words
    of each row.
    """

    tokens: Tokens
    given: NamePart
    surnames: NamePart
    in_one: NDArray[np.bool_]
    whole: WholeNames

    @classmethod
    def of(cls, given: pl.Series, surnames: pl.Series, full: pl.Series, known: Knowledge) -> Names:
        """Take names apart; ``full`` counts where neither part is given."""
        given, surnames = with_signs(given, surnames, full)
        columns = [Column.of(texts) for texts in (given, surnames, full)]
        lists = [words_of(column.values, known) for column in columns]
        texts = pl.concat([words.explode() for words in lists]).drop_nulls().unique().sort()
        table = [
            column_words(column, words, texts) for column, words in zip(columns, lists, strict=True)
        ]
        roles = word_roles(table[0], table[1], texts, known)
        first, last = untangled(table[0], table[1], roles)
        whole = np.flatnonzero((first[:, 0] < 0) & (last[:, 0] < 0) & (table[2][:, 0] >= 0))
        first[whole], last[whole] = parted(table[2][whole], roles)
        fathers = texts.str.contains(known.patronymics).to_numpy()
        initials = (texts.str.len_bytes() == 1).to_numpy()
        told = with_patronymic(table[2][whole], fathers, initials, first[whole], last[whole])
        first[whole], last[whole], by_father = told
        in_one = np.zeros(len(first), bool)
        in_one[whole[~by_father]] = True
        size = len(texts)
        parts = NamePart.of(first, size), NamePart.of(last, size)
        tokens = Tokens.of(texts, known)
        every = np.hstack([table[0][:, :OF_A_PART], table[1][:, :OF_A_PART]])
        every[whole, :LONGEST] = table[2][whole]
        apart = np.ones(len(first), bool)
        apart[whole] = False
        return cls(tokens, *parts, in_one, WholeNames(every, tokens, apart, OF_A_PART))


def column_words(column: Column, words: pl.Series, texts: pl.Series) -> NDArray[np.int32]:
    """Return the places in ``texts`` of each row's first words, shape (rows, LONGEST)."""
    kind = pl.Enum(texts)
    table = np.full((len(column.values) + 1, LONGEST), MISSING, np.int32)
    for at in range(LONGEST):
        found = words.list.get(at, null_on_oob=True).cast(kind).to_physical().cast(pl.Int32)
        table[:-1, at] = found.fill_null(MISSING).to_numpy()
    return table[column.codes]


CAPITALS = r"\p{Lu}[\p{Lu}'’-]+(?:\s+\p{Lu}[\p{Lu}'’-]+)*"
OTHERS = r"\p{Lu}[\p{Lu}'’-]*\p{Ll}.*"
CAPITALS_FIRST = rf"^\s*({CAPITALS})\s+({OTHERS})$"
CAPITALS_LAST = rf"^\s*({OTHERS}?)\s+({CAPITALS})\s*$"
"""Names of which the surnames alone are written in capitals: "LARBAOUI Paul", "Paul LARBAOUI"."""


def with_signs(
    given: pl.Series, surnames: pl.Series, full: pl.Series
) -> tuple[pl.Series, pl.Series]:
    """Return both parts, where they are not given taken from names that show them by signs.

    These are "Pérez Gómez, José", "PÉREZ GÓMEZ José" and "José PÉREZ GÓMEZ".
    """
    texts = full.cast(pl.String)
    first = texts.str.replace(CAPITALS_FIRST, "${1},${2}")
    last = texts.str.replace(CAPITALS_LAST, "${2},${1}")
    signed = pl.select(
        pl.when(texts.str.contains(","))
        .then(texts)
        .when(first != texts)
        .then(first)
        .otherwise(last)
    ).to_series()
    pieces = signed.str.splitn(",", 2).struct
    before, after = pieces.field("field_0"), pieces.field("field_1")
    parted = after.is_not_null() & (after.str.strip_chars() != "")
    nameless = (given.fill_null("") == "") & (surnames.fill_null("") == "")
    taken = pl.DataFrame(
        {"take": parted.fill_null(False) & nameless, "given": given, "surnames": surnames,
         "before": before, "after": after}
    )  # fmt: skip
    return (
        taken.select(pl.when("take").then("after").otherwise("given")).to_series(),
        taken.select(pl.when("take").then("before").otherwise("surnames")).to_series(),
    )


def word_roles(
    given: NDArray[np.int32], surnames: NDArray[np.int32], texts: pl.Series, known: Knowledge
) -> NDArray[np.float64]:
    """Return for each word the log odds that it is a given name rather than a surname.

    A name that sounds like one known to be frequent counts as if it had been seen KNOWN times.
    """
    size = len(texts)
    as_given = np.bincount(given[given >= 0], minlength=size)
    as_surname = np.bincount(surnames[surnames >= 0], minlength=size)
    sounds = replaced(texts, known.sounds)
    frequent = [
        sounds.is_in(replaced(pl.Series(sorted(names), dtype=pl.String), known.sounds).to_list())
        for names in (known.given, known.surnames)
    ]
    as_given = as_given + KNOWN * frequent[0].to_numpy()
    as_surname = as_surname + KNOWN * frequent[1].to_numpy()
    as_given = as_given + BY_END * texts.str.contains(known.patronymics).to_numpy()
    as_surname = as_surname + BY_END * texts.str.contains(known.surname_endings).to_numpy()
    return np.append(np.log((as_given + 0.5) / (as_surname + 0.5)), 0.0)


KNOWN, BY_END = 3, 1
"""As how many sightings count a frequent name, and an end that one kind of name often has."""

SURE = 3.0
"""Log odds at which two columns are taken to have been exchanged by mistake."""


def untangled(
    given: NDArray[np.int32], surnames: NDArray[np.int32], roles: NDArray[np.float64]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return both parts, put right where a row has its given names under surnames."""
    first, last = given[:, :WORDS].copy(), surnames[:, :WORDS].copy()
    lean = roles[first].sum(axis=1), roles[last].sum(axis=1)
    crossed = (lean[0] < -SURE) & (lean[1] > SURE)
    first[crossed], last[crossed] = last[crossed], first[crossed].copy()
    return first, last


def parted(
    words: NDArray[np.int32], roles: NDArray[np.float64]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Part full names where the words before and after fit best, in either order."""
    first = np.full((len(words), WORDS), MISSING, np.int32)
    last = first.copy()
    counts = (words >= 0).sum(axis=1)
    for count in range(1, LONGEST + 1):
        at = np.flatnonzero(counts == count)
        if not len(at):
            continue
        lean = roles[words[at, :count]]
        cuts = range(1, count) if count > 1 else range(1, 2)
        best = np.full(len(at), -np.inf)
        for cut in cuts:
            one, two = words[at, :cut], words[at, cut:count]
            score = lean[:, :cut].sum(axis=1) - lean[:, cut:].sum(axis=1)
            usual = 0.5 - abs(cut - count / 2) * 0.2
            for a, b, fit in ((one, two, score + usual), (two, one, -score)):
                better = np.flatnonzero(fit > best)
                best[better] = fit[better]
                first[at[better]], last[at[better]] = clipped(a[better]), clipped(b[better])
    return first, last


def with_patronymic(
    words: NDArray[np.int32],
    fathers: NDArray[np.bool_],
    initials: NDArray[np.bool_],
    first: NDArray[np.int32],
    last: NDArray[np.int32],
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.bool_]]:
    """Part full names at their patronymic, which follows the given name; the others stay.

    fathers: the words that end like one. initials: those of one letter, which stand for one where
    patronymics are common. first, last: how the names are parted otherwise. Also
    tells which were parted so. Only where such words are common: elsewhere, and in names of two
    words, they are surnames (Adamovich, Petrovich).
    """
    first, last = first.copy(), last.copy()
    ends = np.append(fathers, False)[words] & (words >= 0)
    short = np.append(initials, False)[words] & (words >= 0)
    ends[:, 0] = short[:, 0] = False
    several = (words >= 0).sum(axis=1) > WORDS
    told = ends.any(axis=1) & several
    if not told.any() or told.sum() < COMMON * several.sum():
        return first, last, np.zeros(len(words), bool)
    told |= short.any(axis=1) & several
    for row in np.flatnonzero(told):
        # Of two initials the second is the father's: "С. Ф. Дробыш", "Дробыш С. Ф."
        of_father = ends[row] if ends[row].any() else short[row][::-1]
        at = int(np.argmax(of_father))
        at = at if ends[row].any() else len(of_father) - 1 - at
        rest = [word for place, word in enumerate(words[row]) if place not in (at - 1, at)]
        first[row] = words[row, at - 1 : at + 1]
        last[row] = [word for word in [*rest, MISSING, MISSING] if word >= 0 or word == MISSING][
            :WORDS
        ]
    return first, last, told


COMMON = 0.1
"""The share of the names of three words and more that have a patronymic, where people have one."""


def clipped(words: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return the first WORDS words of each row, filled up with MISSING."""
    filled = np.full((len(words), WORDS), MISSING, np.int32)
    width = min(WORDS, words.shape[1])
    filled[:, :width] = words[:, :width]
    return filled


def words_of(texts: pl.Series, known: Knowledge) -> pl.Series:
    """Return the words of each name that tell people apart, as lists.

    What stands for a name that is not known is left out, and so are particles and titles unless
    nothing else remains; digits that a scanner put for letters are read as letters.
    """
    clean = without_nobody(folded(texts), known)
    lettered = clean.str.contains("[a-z]")
    misread = {sign: meant for sign, meant in known.misread if sign.isdigit()}
    read = clean.str.replace_many(list(misread), list(misread.values()))
    clean = pl.select(pl.when(lettered).then(read).otherwise(clean)).to_series()
    dropped = "|".join(sorted(known.particles | known.titles, key=lambda word: (-len(word), word)))
    kept = clean.str.replace_all(rf"\b({dropped})\b", " ").str.strip_chars()
    kept = without_address(kept, known)
    kept = pl.select(pl.when(kept == "").then(clean).otherwise(kept)).to_series()
    return kept.str.extract_all(r"[a-z0-9]+")


def without_address(texts: pl.Series, known: Knowledge) -> pl.Series:
    """Return folded names without a word of address at their beginning, where many have one.

    "U", "Ko" and "Daw" stand before the names of Myanmar; where few names begin so they are names.
    """
    address = rf"^(?:{'|'.join(sorted(known.leading))}) "
    begins = texts.str.contains(address + r".* ")
    if not len(texts) or begins.sum() < OF_ADDRESS * len(texts):
        return texts
    return pl.select(
        pl.when(begins).then(texts.str.replace(address, "")).otherwise(texts)
    ).to_series()


OF_ADDRESS = 0.3
"""The share of names that begin with a word of address, where they are used."""

"""What is wrong and what to do, in the reader's language.

Engines and readers of files tell it in English sentences. Other languages have them, sentence by
sentence, in ``words/problems_LANGUAGE.toml``; what is not there is told in English and said to be.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from habeas.desk.wording import words
from habeas.vocabulary import HabeasError, InputError
from habeas.vocabulary.errors import shortened

HOLE = re.compile(r"\\\{([a-z])\\\}")


@dataclass(frozen=True)
class Sentences:
    """The sentences of a language: those without holes by their English, the others to try."""

    whole: Mapping[str, str]
    holed: Sequence[tuple[re.Pattern[str], str]]

    def of(self, english: str) -> str | None:
        """Return a sentence in the language, None where it is not known."""
        if not english or (found := self.whole.get(english)):
            return found if english else ""
        for pattern, said in self.holed:
            if told := pattern.fullmatch(english):
                return said.format_map(told.groupdict())
        return None


@cache
def sentences_in(language: str) -> Sentences:
    """Return the sentences of a language; none of English, which needs none."""
    file = files("habeas.desk") / "words" / f"problems_{language}.toml"
    if not file.is_file():
        return Sentences({}, ())
    table: Mapping[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))
    holed = [
        (re.compile(HOLE.sub(r"(?P<\1>.+)", re.escape(english)), re.DOTALL), said)
        for english, said in table.items()
        if HOLE.search(re.escape(english))
    ]
    # The longest first: "is not a {a}" fits many that say more.
    holed.sort(key=lambda each: -len(each[0].pattern))
    return Sentences(table, holed)


def told(error: HabeasError) -> str:
    """Return what an error says, in the language of the request that is being answered."""
    language = words().language
    if language == "en":
        return str(error)
    known = sentences_in(language)
    if not isinstance(error, InputError):
        return known.of(str(error)) or _in_english(error)
    problem, remedy = known.of(error.problem), known.of(error.remedy)
    if problem is None or remedy is None:
        return _in_english(error)
    value = "" if error.value is None else f"«{shortened(error.value)}» "
    place = ", ".join(_place(error))
    return f"{place}: {value}{problem}. {remedy}".removeprefix(": ").strip()


def told_of_reading(sentence: str) -> str:
    """Return what was doubtful in reading a document, in the language of the request."""
    known = sentences_in(words().language).of(sentence)
    if known is None:
        return (
            sentence if words().language == "en" else words()("problem.in_english", said=sentence)
        )
    return known or sentence


def _place(error: InputError) -> list[str]:
    """Return where an error stands, the file first."""
    said = words()
    place = [error.file] if error.file else []
    place += [said("problem.line", line=error.line)] if error.line is not None else []
    return [*place, said("problem.column", column=error.column)] if error.column else place


def _in_english(error: HabeasError) -> str:
    return words()("problem.in_english", said=str(error))

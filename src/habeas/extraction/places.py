"""The prison in which people are counted, where a sentence names one."""

from __future__ import annotations

from habeas.extraction.candidates import Count
from habeas.extraction.text import Sentence

AHEAD = 4
"""Words between a count and the prison named behind it."""

INSIDE = frozenset({"of", "definite", "name_joiner"})


def prison(sentence: Sentence, text: str, count: Count) -> str:
    """Return the name of the prison that a clause places a count in, "" where it names none.

    text: the document, whose words the name is.
    """
    for mark in sentence.of_kind("prison"):
        before = mark.last <= count.first
        if not (sentence.at(mark.first - 1, "locative") or sentence.at(mark.first - 2, "locative")):
            continue
        last = end_of_name(sentence, mark.last, count)
        if last == mark.last or any(
            sentence.words[word] in {";", ":"} or sentence.at(word, "speech")
            for word in (range(last, count.first) if before else range(count.last, mark.first))
        ):
            continue
        if before or mark.first - count.last <= AHEAD:
            return text[sentence.starts[mark.first] : sentence.ends[last - 1]]
    return ""


def end_of_name(sentence: Sentence, word: int, count: Count) -> int:
    """Return the word behind the name that goes on at a word: capitals, their number, "of"."""
    last = word
    while word < sentence.size:
        capital = sentence.raw[word][0].isupper()
        figure = sentence.words[word].isdecimal() and word == last != count.first
        if capital or figure:
            last = word + 1
            if figure:
                break
        elif not (sentence.tags[word] or {}).keys() & INSIDE:
            break
        word += 1
    return last

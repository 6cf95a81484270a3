"""One search for names that must not be public.

``listed_names`` (rows of lists) → ``name_words`` (which words are given names) with ``east_asia`` →
``name_index`` (by the keys of words). Of a text: ``written_out`` (escapes, elements) →
``folded_words`` (tokenisation) → ``candidates`` (which words of names a word may be), by
``inflection``, ``transliteration``, ``sounds`` and ``abjads`` → ``spots`` → ``name_search`` →
``evidence`` (how certain) → ``plausibility``; beside them ``unspaced`` (scripts without spaces),
``one_word`` with ``everyday_words``, ``numbers`` → ``meetings`` → ``withheld_names``. What people
say: ``settlement`` before a search, ``answers`` and ``questions`` after it. Of finished bytes:
``said_by_bytes`` → ``exposure``. What varies by language is in ``words`` (``knowledge``).
"""

from habeas.dossier.names.answers import Answer, text_key
from habeas.dossier.names.exposure import exposed_in, given_away, may_be_public
from habeas.dossier.names.listed_names import How, ListedName, listed
from habeas.dossier.names.meetings import Certainty, Meeting
from habeas.dossier.names.questions import Question, TextMet, questions
from habeas.dossier.names.settlement import Limit, Unsettled, limits, to_settle
from habeas.dossier.names.withheld_names import COVER, Withheld, gathered, speakers

__all__ = [
    "COVER",
    "Answer",
    "Certainty",
    "How",
    "Limit",
    "ListedName",
    "Meeting",
    "Question",
    "TextMet",
    "Unsettled",
    "Withheld",
    "exposed_in",
    "gathered",
    "given_away",
    "limits",
    "listed",
    "may_be_public",
    "questions",
    "speakers",
    "text_key",
    "to_settle",
]

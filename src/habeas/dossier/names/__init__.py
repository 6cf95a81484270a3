"""One search for names that must not be public.

``spelling`` (the words of a text or of a name, in any script) → ``index`` (listed names, by the
keys of their words) → ``search`` (where a text may say one, and how certain that is) →
``withheld_names``, which runs through them. What people say of names: ``settlement`` before a
search, ``answers`` and ``questions`` after it. Of finished bytes: ``visible_text`` →
``disclosure_check``. What varies by language is data, in ``words``.
"""

from habeas.dossier.names.answers import Answer, text_key
from habeas.dossier.names.disclosure_check import exposed_in, given_away, may_be_public
from habeas.dossier.names.index import How, ListedName, listed
from habeas.dossier.names.questions import Question, TextMet, questions
from habeas.dossier.names.search import Certainty, Meeting
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

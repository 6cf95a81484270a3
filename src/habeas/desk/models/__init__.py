"""What a store keeps.

``kept_forever`` (rows that are only ever added) → ``case`` (cases and their members) ·
``source`` → ``document`` → ``claim`` · ``people`` (lists, records, pairs, people) →
``decision`` (what was decided of them) → ``activity`` (the log of all of it) · ``job`` ·
``result`` · ``reading`` (how often public pages were read) · ``sign_in`` (attempts and waits).
"""

from habeas.desk.models.activity import Activity, ActivityHead
from habeas.desk.models.case import Case, Membership
from habeas.desk.models.claim import COUNTING, Claim, Standing
from habeas.desk.models.decision import ClaimDecision, Consent, NameDecision, PairDecision
from habeas.desk.models.document import Document
from habeas.desk.models.job import Job, JobState
from habeas.desk.models.people import Link, List, ListStanding, Pair, Person, Record
from habeas.desk.models.reading import PageViews
from habeas.desk.models.result import Result
from habeas.desk.models.sign_in import AccessTally, SignInWait
from habeas.desk.models.source import Source, SourceAlias
from habeas.desk.models.words import SearchEntry

__all__ = [
    "COUNTING",
    "AccessTally",
    "Activity",
    "ActivityHead",
    "Case",
    "Claim",
    "ClaimDecision",
    "Consent",
    "Document",
    "Job",
    "JobState",
    "Link",
    "List",
    "ListStanding",
    "Membership",
    "NameDecision",
    "PageViews",
    "Pair",
    "PairDecision",
    "Person",
    "Record",
    "Result",
    "SearchEntry",
    "SignInWait",
    "Source",
    "SourceAlias",
    "Standing",
]

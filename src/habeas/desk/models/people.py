"""Lists of people, their rows, the people that linkage makes of them, and the pairs in doubt."""

from __future__ import annotations

from django.db import models

from habeas.desk.models.case import Case


class ListStanding(models.TextChoices):
    """Whether the rows of a list count: not before somebody has looked at what it says."""

    PROPOSED = "proposed"
    COUNTING = "counting"
    WITHDRAWN = "withdrawn"


class List(models.Model):
    """A list of people that somebody keeps; ``columns`` are its headings, in order.

    understanding: what it was taken to say (``Understanding.as_json``), empty of lists that came in
    before that was kept. choices: what somebody told of it (``understanding_choices``). Whatever
    its standing, whoever is on it is withheld.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="lists")
    name = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    columns = models.JSONField(default=list)
    standing = models.CharField(
        max_length=10, choices=ListStanding.choices, default=ListStanding.COUNTING
    )
    understanding = models.JSONField(default=dict)
    choices = models.JSONField(default=dict)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Django's: each once."""

        constraints = (models.UniqueConstraint("case", "name", name="one_list_a_name"),)
        ordering = ("name",)


class Person(models.Model):
    """The records that are held to be one individual; ``label`` is a name to show.

    filed_as: by what they are sorted, surnames first, as far as rows tell them or words do.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="people")
    key = models.CharField(max_length=100)
    label = models.CharField(max_length=300, blank=True, default="")
    filed_as = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        """Django's: by name."""

        constraints = (models.UniqueConstraint("case", "key", name="one_person_a_key"),)
        indexes = (
            models.Index(fields=["case", "label", "id"], name="people_by_name"),
            models.Index(fields=["case", "filed_as", "label"], name="people_as_filed"),
        )
        ordering = ("label", "pk")


class RecordQuerySet(models.QuerySet["Record"]):
    """Rows of lists, of which those of lists that count, and that are still there, count."""

    def counting(self) -> RecordQuerySet:
        """Return the rows that linkage takes."""
        return self.filter(list__standing=ListStanding.COUNTING, gone=False)


class Record(models.Model):
    """A row of a list: one mention of one person.

    row: 1 for the first under the heading. values: by field (``vocabulary.Field``), as written;
    cells: by heading, as written. publish, confidential: the consent in force (``Consent``).
    person: whose record linkage takes it for; None while it does not count. was_person: the id of
    that person, kept while the row does not count. gone: whether a newer version of the list no
    longer has it; what was decided of it stays.
    """

    list = models.ForeignKey(List, on_delete=models.CASCADE, related_name="records")
    row = models.PositiveIntegerField()
    values = models.JSONField(default=dict)
    cells = models.JSONField(default=dict)
    name = models.CharField(max_length=300, blank=True, default="")
    publish = models.BooleanField(default=False)
    confidential = models.BooleanField(default=False)
    gone = models.BooleanField(default=False)
    was_person = models.CharField(max_length=100, blank=True, default="")
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="records"
    )

    objects = RecordQuerySet.as_manager()

    class Meta:
        """Django's: by list and row."""

        constraints = (models.UniqueConstraint("list", "row", name="one_record_a_row"),)
        ordering = ("list__name", "row")

    @property
    def cells_in_order(self) -> dict[str, str]:
        """The cells in the order of the list's columns: PostgreSQL keeps none within a value.

        What stood under a heading that a newer version of the list no longer has comes last.
        """
        headings = dict.fromkeys((*self.list.columns, *sorted(self.cells)))
        return {heading: self.cells[heading] for heading in headings if heading in self.cells}


class Link(models.Model):
    """Two records of one person: the later one's strongest link to one before it.

    probability: that they are one person, decisions apart. weights: of each comparison, by field.
    Made anew whenever lists are compared.
    """

    left = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="+")
    right = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="+")
    probability = models.FloatField()
    weights = models.JSONField(default=dict)

    class Meta:
        """Django's: in the order of their records."""

        constraints = (models.UniqueConstraint("left", "right", name="one_link_of_records"),)
        ordering = ("pk",)


class Pair(models.Model):
    """Two records of which linkage is not sure whether they are one person.

    probability: that they are. weights: of each comparison, by field. standing: ``waiting``, or
    what was decided: ``same``, ``different``, ``undecided``.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="pairs")
    left = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="+")
    right = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="+")
    probability = models.FloatField()
    weights = models.JSONField(default=dict)
    standing = models.CharField(max_length=10, default="waiting")
    order = models.PositiveIntegerField(default=0)

    class Meta:
        """Django's: in the order in which they teach most."""

        constraints = (models.UniqueConstraint("left", "right", name="one_pair_of_records"),)
        indexes = (models.Index(fields=["case", "standing", "order", "id"], name="pairs_in_order"),)
        ordering = ("order", "pk")

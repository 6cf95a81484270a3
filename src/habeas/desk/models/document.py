"""Documents: the text that claims quote, and the evidence that it was read from."""

from __future__ import annotations

from django.db import models

from habeas.desk.models.case import Case


class Document(models.Model):
    """A document of a case, as read; its bytes lie in the archive under their SHA-256.

    key: the id that claims name. headers: what the server sent with it, where it was fetched.
    warnings: what was doubtful in reading it. marks: a sample of its word sequences, by which other
    documents that tell the same story are found (``stories``). unread: whether it was kept and
    nobody has begun to read its claims yet. found_by: how its day, outlet and language were found.
    to_confirm: whether whoever dropped it has still to look at them. withdrawn: whether its claims
    count no longer, until that is taken back.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="documents")
    key = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    media_type = models.CharField(max_length=100)
    text = models.TextField()
    title = models.TextField(blank=True, default="")
    outlet = models.TextField(blank=True, default="")
    url = models.TextField(blank=True, default="")
    country = models.CharField(max_length=100, blank=True, default="")
    language = models.CharField(max_length=10, blank=True, default="")
    published = models.CharField(max_length=10, blank=True, default="")
    origin = models.TextField(blank=True, default="")
    headers = models.JSONField(default=dict, blank=True)
    warnings = models.JSONField(default=list, blank=True)
    marks = models.BinaryField(null=True, blank=True)
    unread = models.BooleanField(default=False)
    found_by = models.JSONField(default=dict, blank=True)
    to_confirm = models.BooleanField(default=False)
    withdrawn = models.BooleanField(default=False)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Django's: the newest first, each once."""

        constraints = (models.UniqueConstraint("case", "key", name="one_document_a_key"),)
        ordering = ("-pk",)

    @property
    def name(self) -> str:
        """What to call it on a page."""
        return self.title or self.origin.rsplit("/", 1)[-1] or self.url or self.key[:12]

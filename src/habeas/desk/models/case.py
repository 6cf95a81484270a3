"""Cases and who works on them."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from habeas.desk.roles import Role


class Case(models.Model):
    """One matter that a team documents.

    key: its name in addresses. titles: by language. scopes_toml: the file that declares scopes,
    places and sources. questions: one a line, as ``habeas reconcile --ask`` takes them; the first
    is the headline. policy: how words become numbers. revision: grows whenever anything changes
    that findings rest on. published_at: when its dossier was last published; None while it is not.
    """

    key = models.SlugField(max_length=60, unique=True)
    titles = models.JSONField(default=dict)
    language = models.CharField(max_length=8, default="en")
    scopes_toml = models.TextField(blank=True, default="")
    questions = models.TextField(blank=True, default="")
    policy = models.CharField(max_length=10, default="plain")
    revision = models.PositiveBigIntegerField(default=1)
    published_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Django's: cases by name."""

        ordering = ("key",)

    def __str__(self) -> str:
        """Return the key."""
        return self.key

    def title(self, language: str = "en") -> str:
        """Return the title in a language, or in whichever there is."""
        return str(self.titles.get(language) or next(iter(self.titles.values()), self.key))

    def changed(self) -> None:
        """Note that something changed that findings rest on."""
        Case.objects.filter(pk=self.pk).update(revision=models.F("revision") + 1)
        self.refresh_from_db(fields=["revision"])


class Membership(models.Model):
    """That somebody works on a case, and as what."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])

    class Meta:
        """Django's: one role a member."""

        constraints = (models.UniqueConstraint("case", "user", name="one_role_a_member"),)
        ordering = ("user__username",)

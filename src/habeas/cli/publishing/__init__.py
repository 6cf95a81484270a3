"""A case made public: ``publish``, and ``demo``, which comes to it from documents.

``withheld_people`` (whose names must not be public) → ``questions_file`` (what is asked of them,
as a table) → ``names_asked``. ``bundled_cases``: those that come with Habeas.
"""

from habeas.cli.publishing.bundled_cases import BundledCase, bundled_case

__all__ = ["BundledCase", "bundled_case"]

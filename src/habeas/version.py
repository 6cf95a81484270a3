"""Which release of Habeas this is."""

__version__ = "0.1.0"

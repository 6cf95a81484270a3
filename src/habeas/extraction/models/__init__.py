"""Language models as readers of the same claims: ``model_reader``."""

from habeas.extraction.models.model_reader import Refused, read_with_model

__all__ = [
    "Refused",
    "read_with_model",
]

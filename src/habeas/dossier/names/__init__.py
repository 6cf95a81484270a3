"""The search for names that must not be public."""

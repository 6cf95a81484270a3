"""Benches that attack Habeas, for anybody to run; not part of what is installed."""

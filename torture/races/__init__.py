"""Two users, the worker and backups at once, then every invariant of the log.

In the order in which they are used: ``beginning`` (a store with work in it and accounts), ``user``
(one member in a process of its own, who does whatever comes next), ``invariants`` (what must hold
afterwards), ``bench`` (all of it for so many minutes).
"""

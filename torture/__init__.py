"""A bench that tries to break Habeas: kills, spoiled files, everybody at once.

``make torture`` runs all of it and writes benchmarks/RESULTS.md; ``python -m torture --minute`` is
what tests and continuous integration run of it. In the order of the parts:

kills: every verb is killed before each of its steps of writing, and at random moments.
fuzzing: every reader is given spoiled files, the engines accepted tables with odd values.
hostile_lists: lists that try to fill memory or time, each opened as the desk does.
races: two members, the worker and backups at once, on SQLite and on PostgreSQL.
others: parts that stand elsewhere (roles, hostile names), called where they are.
forking: forks, of processes without threads.
reporting: tables for RESULTS.md.
"""

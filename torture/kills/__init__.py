"""Every verb killed before each of its steps of writing, and at random moments.

Watching: ``system_calls`` (steps), ``ptrace``, ``tracing``. What is killed: ``world`` (the
folder), ``verbs``, ``templates`` (how the world stands before), ``warming``. What kills leave:
``states``, ``contents``, ``judging``; ``bench`` does it all.
"""

"""Files in and out: rooms side by side, each entered by its own face.

``text_lines`` (bounded, numbered lines), ``toml_places`` and ``atomic_write`` (whole files or none)
lie under the rest. ``replacement``: files and folders that others read, changed in one step.
``sandbox``: untrusted files, opened in a child process. ``documents``: articles, statements and
archives of them, in; ``readers``: what such a child does with their bytes. ``lists``: lists of
people as they come, in. ``tables``: the tables that our own verbs write and read. ``exchange``: for
other programs, out. ``scopes_toml``: a case's own file. ``model_endpoint`` carries questions to a
language model; nothing calls it by itself; ``kept_answers`` keeps what it answers.
"""

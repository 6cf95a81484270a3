"""Whether a withheld name can get out: names of many traditions, written in every way.

Made without having read the search for names, and with another library for transliteration
(uroman). ``people`` (the folder ``traditions``, ``sentences.toml``), the ``rules`` of writing and
``places`` (a small case) → ``ways`` (each with what must become of it; ``near_misses.toml``) →
``publication`` (one way through ``habeas publish``), which
looks with ``public_bytes`` into everything that became public; ``vacuous`` asks whether it could
have been read at all → ``table``. Beside them ``desk_publication`` (a sample by the desk) and
``ordinary`` (how many questions ordinary text asks).
"""

"""The program about itself: its verbs and options as shells and manuals take them.

``parser_tree`` (what the parser knows, as values) → ``completion`` · ``manual``.
"""

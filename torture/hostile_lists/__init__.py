"""Hostile lists: files that try to fill the memory, the disk or the day of whoever opens them.

Each is made by a function of a few lines, with less than 200 MB of memory; a name ends in the
suffix of its file. ``python -m torture --part lists`` opens all of them as the desk does: each must
end within ten seconds of processor time and a gigabyte, with people or a sentence that names the
file.

``archives`` (written by hand) → ``sheets`` (of workbooks) → ``workbooks`` · ``other_kinds`` ·
``texts`` (the files, by name) → ``opening`` (each in a process of its own,
measured) → ``reading`` (what that process does).
"""

from torture.hostile_lists.opening import HOSTILE, Opened, built, opened

__all__ = ["HOSTILE", "Opened", "built", "opened"]

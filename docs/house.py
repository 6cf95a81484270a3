"""Draw the rooms of the house and the imports between them: ``make house``.

Reads the code's own imports (grimp), so that the picture cannot say what the code does not; a test
holds the picture in docs/pictures/house.svg against the code. Rooms stand in layers: nobody imports
from a layer above. An arrow is as wide as there are files that import; every room imports the
``vocabulary``, and those arrows are left out.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from pathlib import Path
from xml.sax.saxutils import escape

import grimp

PICTURE = Path(__file__).parent / "pictures" / "house.svg"
LAYERS = (
    ("cli", "notebook"),
    ("desk",),
    ("dossier",),
    ("accounts", "reading"),
    ("archive", "formats"),
    ("extraction", "reconciliation", "linkage", "custody", "estimation"),
    ("wording", "vocabulary"),
)
WIDE, GAP, LINE, TOP, BETWEEN = 1180, 22, 15, 34, 62
"""Points: the picture, between rooms, a line of text, above the first inner room, of arrows."""

Box = tuple[float, float, float, float]


def imports(graph: grimp.ImportGraph) -> Counter[tuple[str, str]]:
    """Count, for two rooms, the files of the one that import from the other."""
    pairs = {
        (importer, imported.split(".")[1])
        for importer in graph.modules
        for imported in graph.find_modules_directly_imported_by(importer)
        if importer.count(".") and imported.count(".")
    }
    rooms = ((importer.split(".")[1], imported) for importer, imported in pairs)
    return Counter(pair for pair in rooms if pair[0] != pair[1])


def inner_rooms(graph: grimp.ImportGraph) -> dict[str, list[str]]:
    """Return the rooms within each room, with how many files each holds."""
    sizes: Counter[str] = Counter()
    for module in graph.modules:
        parts = module.split(".")
        if len(parts) > 2 and graph.find_children(".".join(parts[:3])):
            sizes[".".join(parts[1:3])] += len(parts) > 3
    rooms: dict[str, list[str]] = defaultdict(list)
    for name, size in sorted(sizes.items()):
        outer, _, inner = name.partition(".")
        rooms[outer].append(f"{inner} ({size})")
    return rooms


def boxes(inside: dict[str, list[str]]) -> tuple[dict[str, Box], float]:
    """Lay the rooms out; return the left, top, width and height of each, and the whole height."""
    placed: dict[str, Box] = {}
    top = 10.0
    for layer in LAYERS:
        width = (WIDE - GAP * (len(layer) + 1)) / len(layer)
        rows = max(math.ceil(len(inside.get(room, [])) / _columns(width)) for room in layer)
        height = TOP + rows * LINE + 4
        for number, room in enumerate(layer):
            placed[room] = (GAP + number * (width + GAP), top, width, height)
        top += height + BETWEEN
    return placed, top - BETWEEN + 10


def _columns(width: float) -> int:
    return max(1, int(width // 150))


def arrow(one: Box, other: Box, files: int) -> str:
    """Draw an arrow from the foot of a room to the head of another."""
    start, end = one[0] + one[2] / 2, other[0] + other[2] / 2
    shift = max(-60.0, min(60.0, (end - start) / 8))
    above, below = one[1] + one[3], other[1] - 5
    bend = (below - above) / 2
    width = 0.6 + math.log2(1 + files) / 2
    path = (
        f"M{start + shift:.0f},{above:.0f} C{start + shift:.0f},{above + bend:.0f} "
        f"{end - shift:.0f},{below - bend:.0f} {end - shift:.0f},{below:.0f}"
    )
    return f'<path class="a" d="{path}" stroke-width="{width:.1f}" marker-end="url(#h)"/>'


def room(name: str, box: Box, files: int, inside: list[str]) -> list[str]:
    """Draw a room with the rooms within it."""
    left, top, width, height = box
    size = f'x="{left:.0f}" y="{top:.0f}" width="{width:.0f}" height="{height:.0f}"'
    drawn = [
        f'<rect {size} rx="5"/>',
        f'<text class="r" x="{left + 9:.0f}" y="{top + 20:.0f}">{escape(name)}'
        f'<tspan class="n"> {files} files</tspan></text>',
    ]
    columns = _columns(width)
    for number, each in enumerate(inside):
        x = left + 9 + (number % columns) * (width - 12) / columns
        y = top + TOP + 4 + (number // columns) * LINE
        drawn.append(f'<text x="{x:.0f}" y="{y:.0f}">{escape(each)}</text>')
    return drawn


STYLE = (
    "text{font:11px sans-serif;fill:#333}.r{font-size:14px;font-weight:bold}.n{font-weight:normal;"
    "font-size:11px;fill:#666}rect{fill:#f6f4ee;stroke:#777}.a{fill:none;stroke:#1f4e79;"
    "stroke-opacity:.45}"
)


def picture() -> str:
    """Return the picture as SVG."""
    graph = grimp.build_graph("habeas", cache_dir=None)
    inside = inner_rooms(graph)
    placed, height = boxes(inside)
    files = Counter(module.split(".")[1] for module in graph.modules if module.count("."))
    drawn = [
        arrow(placed[one], placed[other], count)
        for (one, other), count in sorted(imports(graph).items())
        if one in placed and other in placed and other not in LAYERS[-1]
    ]
    for name, box in placed.items():
        drawn += room(name, box, files[name], inside.get(name, []))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {height:.0f}" role="img">'
        "<title>The rooms of Habeas and the imports between them</title>"
        f'<style>{STYLE}</style><defs><marker id="h" viewBox="0 0 6 6" refX="5" refY="3" '
        'markerUnits="userSpaceOnUse" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0,0L6,3L0,6z" fill="#1f4e79"/></marker></defs>'
    )
    return "\n".join((head, *drawn, "</svg>")) + "\n"


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")

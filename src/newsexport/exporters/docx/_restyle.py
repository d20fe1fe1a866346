"""The style sheet of a document that takes its looks from a reference: theirs where they have a style, ours elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsexport.exporters._xml import escape
from newsexport.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsexport.exporters.docx._reference import House, Look

# The order of the properties of a paragraph (ISO 29500, 17.3.1.26).
_ORDER = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr"
).split()
_RANKS = {name: rank for rank, name in enumerate(_ORDER)}
_EAST_ASIAN = lazy(r' w:eastAsia="[^"]*"')
Properties = Sequence[tuple[str, str]]


class Looks:
    """The looks of a reference by the ids of our styles, given as id → name.

    A style is known by its name, which Word keeps in every language, or else by its id. What those looks are based on
    comes along under its own id. `found` holds all of them by id, with their names.
    """

    def __init__(self, house: House, ours: Mapping[str, str]) -> None:
        self.house = house
        by_name = {look.name.lower(): look for look in house.looks.values()}
        self.found = {
            id_: (name, look)
            for id_, name in ours.items()
            if (look := by_name.get(name.lower()) or house.looks.get(id_)) is not None
        }
        self._ids = {look.id: id_ for id_, (_, look) in self.found.items()}
        self.found |= dict(self._ancestors(ours))

    def parent(self, look: Look) -> str:
        """The id of the style that a look is based on; empty where it is based on none that there is."""
        base = self._base(look)
        return self._ids.get(base.id, "") if base else ""

    def _base(self, look: Look) -> Look | None:
        found = self.house.looks.get(look.parent)
        return found if found and found.kind == look.kind and not self._circular(look) else None

    def _circular(self, look: Look) -> bool:
        seen = {look.id}
        while (above := self.house.looks.get(look.parent)) is not None:
            if above.id in seen:
                return True
            seen.add(above.id)
            look = above
        return False

    def _ancestors(self, ours: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, Look]]]:
        """The styles that the looks are based on, each under an id that is not one of ours."""
        for _, look in list(self.found.values()):
            base = self._base(look)
            while base is not None and base.id not in self._ids:
                id_ = base.id if base.id not in ours else f"{base.id}Base"
                self._ids[base.id] = id_
                yield id_, (base.name or id_, base)
                base = self._base(base)


def flow(look: Properties, *added: tuple[str, str]) -> str:
    """The properties of a paragraph with ours in their place."""
    mine = {name for name, _ in added}
    merged = [*(found for found in look if found[0] not in mine), *(piece for piece in added if piece[1])]
    return "".join(xml for _, xml in sorted(merged, key=lambda found: _RANKS.get(found[0], len(_RANKS))))


def face(look: Properties, asian: str | None) -> str:
    """The properties of runs; an East-Asian font of the language takes the place of theirs, which may have no such signs."""
    said = "".join(xml for _, xml in look)
    return _EAST_ASIAN.sub(f' w:eastAsia="{escape(asian)}"', said) if asian else said

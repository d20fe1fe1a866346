"""Font families of the house style as Word names them, for each kind of script."""

from __future__ import annotations

from newsexport.exporters._xml import escape
from newsexport.exporters.docx._tongue import Tongue
from newsexport.exporters.docx._xml import DECLARED, PROLOGUE
from newsexport.style import Fonts

_GENERIC = {
    "serif": ("Times New Roman", "roman"),
    "sans-serif": ("Arial", "swiss"),
    "monospace": ("Courier New", "modern"),
}
# Families that come with Word, then those that come with free systems.
_ASIAN = {
    ("zh", "roman"): ("SimSun", "Noto Serif CJK SC"),
    ("zh", "swiss"): ("Microsoft YaHei", "Noto Sans CJK SC"),
    ("zh-Hant", "roman"): ("PMingLiU", "Noto Serif CJK TC"),
    ("zh-Hant", "swiss"): ("Microsoft JhengHei", "Noto Sans CJK TC"),
    ("ja", "roman"): ("Yu Mincho", "MS Mincho", "Noto Serif CJK JP"),
    ("ja", "swiss"): ("Yu Gothic", "MS Gothic", "Noto Sans CJK JP"),
    ("ko", "roman"): ("Batang", "Noto Serif CJK KR"),
    ("ko", "swiss"): ("Malgun Gothic", "Noto Sans CJK KR"),
}
_TRADITIONAL = ("zh-Hant", "zh-TW", "zh-HK", "zh-MO")


class Family:
    """A font family: its name, what may stand in for it, and its kind in Word's own word."""

    def __init__(self, name: str, others: tuple[str, ...], kind: str) -> None:
        self.name, self.others, self.kind = name, others, kind


def families(fonts: Fonts, tongue: Tongue) -> dict[str, tuple[Family, Family, Family]]:
    """For each of the house's stacks its family for Latin, for East-Asian, and for right-to-left and Indic scripts."""
    made = {}
    for stack in ("text", "display", "label", "mono"):
        latin = _family(getattr(fonts, stack))
        wide = _family((*fonts.fallback, _generic(latin.kind)))
        made[stack] = (latin, _asian(latin, tongue.asian), wide if fonts.fallback else latin)
    return made


def named(families_of: tuple[Family, Family, Family]) -> str:
    """The `w:rFonts` of one stack."""
    latin, asian, wide = (escape(family.name) for family in families_of)
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{asian}" w:cs="{wide}"/>'


def font_table(used: dict[str, tuple[Family, Family, Family]]) -> str:
    """The font table part: which families may stand in for one that a machine lacks (ISO 29500, 17.8.3)."""
    known: dict[str, Family] = {}
    for family in (family for stack in used.values() for family in stack):
        known.setdefault(family.name, family)
    return f"{PROLOGUE}<w:fonts {DECLARED}>{''.join(map(_entry, known.values()))}</w:fonts>"


def _entry(family: Family) -> str:
    others = f'<w:altName w:val="{escape(", ".join(family.others))}"/>' if family.others else ""
    pitch = "fixed" if family.kind == "modern" else "variable"
    kind = f'<w:family w:val="{family.kind}"/><w:pitch w:val="{pitch}"/>'
    return f'<w:font w:name="{escape(family.name)}">{others}{kind}</w:font>'


def _family(stack: tuple[str, ...]) -> Family:
    last, kind = next((_GENERIC[name] for name in stack if name in _GENERIC), _GENERIC["serif"])
    names = list(dict.fromkeys(name for name in stack if name not in _GENERIC and name.strip())) or [last]
    return Family(names[0], tuple(names[1:]), kind)


def _generic(kind: str) -> str:
    return next(name for name, (_, known) in _GENERIC.items() if known == kind)


def _asian(latin: Family, language: str | None) -> Family:
    if language is None:
        return latin
    kind = "roman" if latin.kind == "roman" else "swiss"
    primary = "zh-Hant" if language.startswith(_TRADITIONAL) else language.partition("-")[0]
    first, *others = _ASIAN[primary, kind]
    return Family(first, tuple(others), kind)

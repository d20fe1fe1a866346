"""Whole numbers in the digits that a language's newspapers print (CLDR: the default numbering system)."""

from __future__ import annotations

from newsexport.wording import tag

_ZEROS = {"arab": 0x660, "arabext": 0x6F0, "deva": 0x966, "beng": 0x9E6, "mymr": 0x1040}
_SYSTEMS = {
    **dict.fromkeys(("ckb", "sd"), "arab"),
    **{f"ar-{region}": "arab" for region in "BH DJ EG ER IL IQ JO KM KW LB MR OM PS QA SA SD SO SS SY TD YE".split()},
    **dict.fromkeys(("fa", "ps", "ks", "ur-IN"), "arabext"),
    **dict.fromkeys(("mr", "ne", "sa"), "deva"),
    **dict.fromkeys(("as", "bn"), "beng"),
    "my": "mymr",
}


def digits(text: str, language: str | None) -> str:
    """The text with its ASCII digits as the language writes them."""
    known = tag(language) or ""
    zero = _ZEROS.get(_SYSTEMS.get(known) or _SYSTEMS.get(known.partition("-")[0], ""))
    return text.translate({ord("0") + n: zero + n for n in range(10)}) if zero else text

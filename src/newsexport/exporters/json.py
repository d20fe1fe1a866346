"""The canonical model as JSON, with the facts that analysis derives; readable as input again."""

from __future__ import annotations

from newsexport.exporter import Edition, Exporter, Style, option
from newsexport.patterns import lazy
from newsexport.records import Record

_SURROGATE = lazy("[\ud800-\udfff]")
# DEL, C1, separators, bidi overrides and isolates, BOM: a terminal obeys them, so they are written as JSON escapes.
_OBEYED = lazy("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")


class Options(Record):
    """How the JSON is laid out."""

    indent: int = option(2, "Spaces of indentation; 0 for one line.")
    provenance: bool = option(True, "Include the source's text and how each line of it was read.")

    def __post_init__(self) -> None:
        if not 0 <= self.indent <= 8:
            raise ValueError(f"indent runs from 0 to 8, got {self.indent}")


def write(edition: Edition, style: Style, options: Options) -> bytes:  # noqa: ARG001 - data has no looks
    """The edition as JSON in UTF-8: keys in the model's order, `null` or empty where the article says nothing."""
    import json

    from newsexport.analysis import known
    from newsexport.codec import edition_data, to_data

    data = edition_data(edition)
    for shown, article in zip(data["articles"], edition.articles, strict=True):
        shown["facts"] = to_data(known(article).facts)
        if not options.provenance:
            shown["provenance"] |= {"text": None, "trace": []}
    text = json.dumps(data, ensure_ascii=False, indent=options.indent or None)
    safe = _OBEYED.sub(lambda found: json.dumps(found[0])[1:-1], _SURROGATE.sub("\ufffd", text))
    return safe.encode("utf-8") + b"\n"


exporter = Exporter(
    extension=".json",
    summary="The article as data: the canonical model.",
    write=write,
    options=Options,
    view="article",
)

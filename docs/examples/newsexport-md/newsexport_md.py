"""newsexport md: editions as CommonMark. A whole exporter: parts of an article in, Markdown out."""

import re

from newsexport.exporter import Edition, Exporter, Line, NoOptions, Part, Style, story
from newsexport.model import Link, ListBlock, Mark, Preformatted, PullQuote, Separator, Subheading, texts


def write(edition: Edition, style: Style, options: NoOptions) -> bytes:
    return "\n".join(shown(part) + "\n" for each in edition.articles for part in story(each)).encode(errors="replace")


def shown(part: Part) -> str:
    if isinstance(part, Preformatted):
        return "    " + part.text.replace("\n", "\n    ")
    kind, said = (part.role, [(part.text, part.marks)]) if isinstance(part, Line) else (type(part), texts(part))
    item = f"{part.first}. " if isinstance(part, ListBlock) and part.ordered else "- "
    sign = {"headline": "# ", Subheading: "## ", PullQuote: "> ", ListBlock: item, Separator: "* * *"}.get(kind, "")
    return "\n\n".join(sign + marked(*pair) for pair in said) or sign


def marked(text: str, marks: tuple[Mark, ...]) -> str:
    chars = [re.sub(r"[\\`*_\[\]<>&~|$!]", r"\\\g<0>", char) for char in text.replace("\n", " ")]
    for link in sorted((mark for mark in marks if isinstance(mark, Link)), key=lambda link: -link.start):
        chars[link.start : link.end] = ["[", *chars[link.start : link.end], f"](<{link.url}>)"]
    return re.sub(r"^(\d*)(?=[#+=.)-])", r"\1\\", "".join(chars))


exporter = Exporter(extension=".md", summary="Markdown (CommonMark).", write=write)

"""An article as a few readable lines: each field that is set, each block with its marks, then what is left over."""

from __future__ import annotations

from newsexport.model import Article, Block, Emphasis, Factbox, Figure, Link, ListBlock, Mark, PullQuote, texts

FIELDS = ("headline", "kicker", "standfirst", "language", "source", "section", "slug", "url", "rights", "signoff")


def shown(article: Article) -> str:
    """The whole article."""
    lines = [f"{name}: {value}" for name in FIELDS if (value := getattr(article, name))]
    if article.byline:
        authors = "; ".join(
            f"{author.name} ({author.role})" if author.role else author.name for author in article.byline.authors
        )
        lines.append(f"byline: {article.byline.raw} → {authors}")
    if article.dateline:
        line = article.dateline
        lines.append(f"dateline: {line.raw} → {', '.join(line.places)} · {line.agency or '–'} · {line.date or '–'}")
    moments = (("published", article.published), ("updated", article.updated))
    lines += [f"{name}: {moment.raw} → {moment.value}" for name, moment in moments if moment]
    if article.keywords:
        lines.append(f"keywords: {', '.join(article.keywords)}")
    lines += [_block(block) for block in article.blocks]
    lines += [f"note {note.kind}: {note.text}" for note in article.notes]
    lines += [f"unparsed: {left.text} ({left.reason})" for left in article.unparsed]
    lines += [f"dropped: {entry}" for entry in article.provenance.dropped]
    lines += [f"warning: {entry}" for entry in article.provenance.warnings]
    return "\n".join(lines) + "\n"


def _block(block: Block) -> str:
    name = type(block).__name__
    match block:
        case ListBlock(ordered=True):
            name = f"List from {block.first}"
        case Factbox(title=None):
            name = "Factbox without a title"
        case Figure(credit=str()) | PullQuote(attribution=str()):
            name = f"{name} with a credit"
    said = [_marked(text, marks).replace("\n", "⏎") for text, marks in texts(block)]
    return f"[{name}] " + " / ".join(said)


def _marked(text: str, marks: tuple[Mark, ...]) -> str:
    signs: list[tuple[int, str]] = []
    for mark in marks:
        match mark:
            case Link():
                signs += [(mark.start, "<"), (mark.end, f" → {mark.url}>")]
            case Emphasis():
                signs += [(mark.start, "*" * (1 + mark.strong)), (mark.end, "*" * (1 + mark.strong))]
    for at, sign in sorted(signs, reverse=True):
        text = text[:at] + sign + text[at:]
    return text


def held(article: Article) -> list[str]:
    """The texts that an article keeps anywhere."""
    kept = [text for block in (*article.blocks, *article.notes) for text, _ in texts(block)]
    kept += [left.text for left in article.unparsed]
    return kept + [entry.raw for entry in article.provenance.trace if entry.raw]

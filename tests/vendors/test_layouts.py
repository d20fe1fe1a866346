"""Each export of `exports/`, in our own words as its vendor would print it, is read as the file in `readings/` says.

A reading names each article with its lines and layout, then its fields, then each stretch of lines with its role and text.
`python -m tests.vendors.test_layouts` writes the readings anew; read the difference before you commit it.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsexport.model import Article, Block, Emphasis, Link, Mark, Moment, texts
from newsexport.reader import account, source_text
from newsexport.reader._decode import decode
from newsexport.reader._formats import Source
from newsexport.reader.vendors import OPENING, VENDORS, layout, pick

HERE = Path(__file__).parent
EXPORTS = sorted((HERE / "exports").glob("*.txt"))
PLAIN = ("kicker", "headline", "standfirst", "language", "source", "section", "slug", "url", "rights", "signoff")


def name_of(path: Path) -> str:
    return max((name for name in VENDORS if path.stem.startswith(name)), key=len)


def read(data: bytes, name: str) -> tuple[Article, ...]:
    return layout(name).parse(Source(data))


@pytest.fixture(params=EXPORTS, ids=lambda path: path.stem)
def export(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_an_export_is_read_as_its_reading_says(export: Path) -> None:
    expected = (HERE / "readings" / export.name).read_text("utf-8")
    assert reading(read(export.read_bytes(), name_of(export))) == expected


def test_an_export_shows_its_own_layout(export: Path) -> None:
    assert pick(decode(export.read_bytes(), encoding=None, name=None).text) == name_of(export)


def test_a_layout_that_is_not_asked_would_not_know_the_text(export: Path) -> None:
    text = decode(export.read_bytes(), encoding=None, name=None).text
    lines = text.split("\n")
    for start in range(0, len(lines), max(1, len(lines) // 40)):
        part = "\n".join(lines[start:])[:OPENING]
        assert pick(part) == next((name for name in VENDORS if layout(name).sniff(part)), None)


def test_no_character_is_lost_or_invented(export: Path) -> None:
    data = export.read_bytes()
    assert lossless(data, name_of(export))


def test_an_export_cut_off_anywhere_is_read_as_far_as_it_goes(export: Path) -> None:
    data = export.read_bytes()
    for end in range(40, len(data), max(1, len(data) // 25)):
        assert lossless(data[:end].decode("utf-8", "ignore").encode(), name_of(export)), data[:end][-60:]


def test_an_export_cut_off_in_its_last_story_says_so(export: Path) -> None:
    if name_of(export) == "markdown":
        pytest.skip("nothing tells where a Markdown file should end")
    data = export.read_bytes()
    whole = read(data, name_of(export))
    last = [block for block in whole[-1].blocks if type(block).__name__ == "Paragraph"][-1]
    lines = data.decode().replace("\r\n", "\n").split("\n")
    cut = "\n".join(lines[: last.lines[1]])[:-20]
    assert read(cut.encode(), name_of(export))[-1].provenance.warnings


def test_an_export_with_lines_missing_doubled_or_out_of_place_loses_nothing(export: Path) -> None:
    lines = export.read_bytes().decode().split("\n")
    chance = random.Random(export.name)  # noqa: S311  (a reproducible disorder, no secret)
    for _ in range(15):
        drifted = list(lines)
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(drifted))
            match chance.randrange(4):
                case 0:
                    del drifted[at]
                case 1:
                    drifted.insert(at, drifted[chance.randrange(len(drifted))])
                case 2:
                    drifted[at] = drifted[at].replace(" ", "")
                case _:
                    drifted.insert(at, "")
            drifted = drifted or [""]
        assert lossless("\n".join(drifted).encode(), name_of(export)), "\n".join(drifted)


def test_every_record_stands_on_the_lines_it_names(export: Path) -> None:
    data = export.read_bytes()
    lines = [squeezed(line) for line in source_text(data).split("\n")]
    for article in read(data, name_of(export)):
        for entry in article.provenance.trace:
            first, last = entry.lines
            assert squeezed(entry.raw or "") in "".join(lines[first - 1 : last]), entry


def test_articles_follow_each_other_without_overlap(export: Path) -> None:
    reached = 0
    for article in read(export.read_bytes(), name_of(export)):
        first, last = article.provenance.lines
        assert reached < first <= last
        reached = last


def test_the_language_the_caller_states_wins(export: Path) -> None:
    articles = layout(name_of(export)).parse(Source(export.read_bytes(), language="eo"))
    assert {article.language for article in articles} == {"eo"}


@pytest.mark.parametrize("name", VENDORS)
@pytest.mark.parametrize(
    "sign", ["a", "a ", "[", "![", "*a", "_ ", "`", "<", "A-", "SE ", "x: ", "\n", "\n\n# ", "news·", "1 of ", ">", "^"]
)
def test_thirty_thousand_characters_of_one_sign_take_no_time(name: str, sign: str) -> None:
    text = sign * (30_000 // len(sign))
    start = time.perf_counter()
    layout(name).sniff(text)
    assert lossless(text.encode(), name)
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    "text",
    [
        "Bridge opens\n\nThe bridge was opened on Sunday.\n",
        "Bridge opens\n\nBy Ada Brook\n\n96 words about a bridge were said, and 1 of 3 documents was signed.\n",
        "HD television comes to the valley\n\nBY the river, IN the town and AN hour away, people watch.\n",
        "Abstract: a play\n\nFull text: none. The title was lost and the body was found behind the stage door.\n",
        "BYLINE: Ada Brook\nSECTION: News\n\nThe bridge was opened on Sunday.\n",
        "Bridge opens\n\n* two sheep\n* one cow\n\nThe mayor *smiled* at 3 * 4 guests.\n",
        "Europresse, an archive, was praised\n\nThe mayor said so on 21 April 2024 in the old town hall.\n",
        "#bridge is open\n\nThe bridge was opened on Sunday, wrote the mayor with a hashtag.\n",
    ],
)
def test_plain_news_shows_no_layout_of_a_vendor(text: str) -> None:
    assert pick(text) is None


def lossless(data: bytes, name: str) -> bool:
    there = account(read(data, name), source_text(data))
    return there.lost == 0 and there.invented == 0


def squeezed(text: str) -> str:
    return "".join(text.split())


def reading(articles: tuple[Article, ...]) -> str:
    return "\n\n".join("\n".join(lines_of(article)) for article in articles) + "\n"


def lines_of(article: Article) -> Iterator[str]:
    where = article.provenance
    yield f"= {stretch(where.lines)} {where.layout}"
    yield from (f"warning: {warning}" for warning in where.warnings)
    for field in PLAIN:
        if value := getattr(article, field):
            yield f"{field}: {value!r}" if "\n" in value else f"{field}: {value}"
    if article.byline:
        people = "; ".join(
            person.name + (f" ({person.role})" if person.role else "") for person in article.byline.authors
        )
        yield f"byline: {article.byline.raw} = {people}"
    if article.dateline:
        line = article.dateline
        yield f"dateline: {line.raw} = {'/'.join(line.places)} {line.agency or ''}".rstrip()
    for field in ("published", "updated"):
        moment: Moment | None = getattr(article, field)
        if moment:
            yield f"{field}: {moment.raw} = {moment.value}"
    if article.keywords:
        yield f"keywords: {'; '.join(article.keywords)}"
    said = [*article.blocks, *article.notes]
    blocks = {(block.lines, type(block).__name__): block for block in said}
    for entry in article.provenance.trace:
        if entry.raw is not None:
            yield f"{stretch(entry.lines)} {entry.role}"
    for (lines, kind), block in sorted(blocks.items()):
        yield f"{stretch(lines)} {kind}: {shown(block)}"
    yield from (f"{stretch(left.lines)} UNPARSED: {left.text!r}" for left in article.unparsed)


def stretch(lines: tuple[int, int]) -> str:
    return str(lines[0]) if lines[0] == lines[1] else f"{lines[0]}-{lines[1]}"


def shown(block: Block) -> str:
    return " / ".join(marked(text, marks) for text, marks in texts(block)) or getattr(block, "text", "")


def marked(text: str, marks: tuple[Mark, ...]) -> str:
    for mark in reversed(marks):
        match mark:
            case Link(start, end, url):
                text = f"{text[:start]}{{{text[start:end]}|{url}}}{text[end:]}"
            case Emphasis(start, end, strong):
                text = f"{text[:start]}{{{text[start:end]}|{'strong' if strong else 'em'}}}{text[end:]}"
    return text.replace("\n", "⏎")


if __name__ == "__main__":
    for path in EXPORTS:
        (HERE / "readings" / path.name).write_text(reading(read(path.read_bytes(), name_of(path))), encoding="utf-8")

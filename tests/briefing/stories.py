"""An invented article and what it tells, for the tests of briefings."""

from newsexport.analysis import Attribution, Facts, KeyFigure, KeyPoint, Mention, Quotation, StatedDate
from newsexport.model import Article, Figure, ListBlock, Note, Paragraph, Separator, Subheading, Unparsed, texts

FILLER = "Nobody at the quay could remember a longer evening, and nobody wanted it to end before the lamps were out. "
FERRY = Article(
    headline="Night ferry returns to Brindle Sound",
    language="en",
    url="https://lantern.example/ferry",
    blocks=(
        Paragraph("The night ferry sailed again on Tuesday after nine idle years. " + FILLER),
        Figure("The ferry at the quay."),
        Paragraph("“We counted every bolt,” said Ines Calder, the harbour master. " + FILLER),
        Subheading("What it cost"),
        Paragraph("The council paid £3.2 million for it, and tickets will cost £4 from 1 May 2031. " + FILLER * 2),
        Separator("* * *"),
        Paragraph("“Nobody asked the gulls,” said Tobin Marsh. The keel was laid on 3 March 2022. " + FILLER * 2),
    ),
    signoff="(Edited by Jo Kim)",
    notes=(Note("Corrected: nine years.", "correction"), Note("Read our newsletter.", "promo")),
    unparsed=(Unparsed("@@", "no letters"),),
)


def placed(text: str, article: Article = FERRY) -> tuple[tuple[int, int, int], ...]:
    """The segment of some words of an article."""
    for number, block in enumerate(article.blocks):
        whole = "\n".join(said for said, _ in texts(block))
        if text in whole:
            return ((number, whole.index(text), whole.index(text) + len(text)),)
    raise AssertionError(text)


def point(text: str, confidence: float = 0.9) -> KeyPoint:
    """A key point with these words."""
    return KeyPoint(text=text, rule="lead", confidence=confidence, segments=placed(text))


def quote(text: str, name: str | None, role: str | None = None, **changed: object) -> Quotation:
    """A quotation with these words, said by `name`."""
    where = placed(text)
    attribution = Attribution(name=name, role=role, cue="said", rule="after", confidence=0.97, segment=where[0])
    given = {"kind": "direct", "closed": True, "style": "“”", "rule": "pair", "confidence": 0.97, "segments": where}
    return Quotation(text=text, attribution=attribution if name else None, **given | changed)


def figure(text: str, sentence: str) -> KeyFigure:
    """A figure as printed, and its sentence."""
    return KeyFigure(
        text=text, kind="money", value=1, sentence=sentence, rule="sign", confidence=0.9, segments=placed(text)
    )


def date(text: str, value: str | None, sentence: str) -> StatedDate:
    """A date as printed, its value, and its sentence."""
    return StatedDate(text=text, value=value, sentence=sentence, rule="stated", confidence=0.9, segments=placed(text))


def person(name: str, role: str | None) -> Mention:
    """A person of the article."""
    return Mention(name=name, role=role, count=1, segments=placed(name))


PAID = "The council paid £3.2 million for it, and tickets will cost £4 from 1 May 2031."
KNOWN = Facts(
    words=200,
    reading_minutes=1,
    quotes=(
        quote("We counted every bolt,", "Ines Calder", "the harbour master"),
        quote("Nobody asked the gulls,", "Tobin Marsh"),
    ),
    figures=(figure("£3.2 million", PAID), figure("£4", PAID)),
    key_points=(point("The night ferry sailed again on Tuesday after nine idle years."),),
    timeline=(
        date("3 March 2022", "2022-03-03", "The keel was laid on 3 March 2022."),
        date("1 May 2031", "2031-05-01", PAID),
    ),
    people=(person("Ines Calder", "the harbour master"), person("Tobin Marsh", None)),
)


def shown(article: Article) -> str:
    """The glance of an article as lines: headings as they are, entries behind a dash."""
    lines = []
    for block in article.glance:
        if isinstance(block, ListBlock):
            lines += [f"- {item.text}".replace("\u00a0", " ") for item in block.items]
        else:
            lines += [text for text, _ in texts(block)]
    return "\n".join(lines)

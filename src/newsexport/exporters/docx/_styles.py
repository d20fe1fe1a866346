"""The house style as Word styles: one paragraph style for each role of text, and none of Word's own left over.

Every role keeps its name; where Word has a style for it (Heading 1, Quote, Caption …) that one is used, because
readers, converters and screen readers know it, and the role is its alias.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsexport.exporters._xml import escape
from newsexport.exporters.docx._fonts import Family, families, named
from newsexport.exporters.docx._runs import CAPITALS, character_style
from newsexport.exporters.docx._sheets import BOX_PAD, Sheet
from newsexport.exporters.docx._tongue import Tongue, spoken
from newsexport.exporters.docx._xml import DECLARED, PROLOGUE
from newsexport.looks import running, small_capitals
from newsexport.style import Colour, Style, TextStyle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsexport.exporters.docx._reference import House
    from newsexport.exporters.docx._restyle import Looks

TURNED = "Turned"  # what the id of a style for the other direction ends in
_MOST_SPACE = 31  # points between text and border that Word allows
_RULE_GAP = 0.45  # of the size, between text and a rule above or below, as on the PDF's page
_EXTENDED = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
    'w:defQFormat="0" w:count="376"/>'
)
_CHARACTER = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
    '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)


def style_sheet(
    style: Style, known: Sequence[Sheet], tongue: Tongue, *, turned: bool, house: House | None = None
) -> str:
    """The styles part, of the `known` paragraph styles; with `turned` each has a sister that runs the other way.

    Where a reference has a style of ours, its look is taken.
    """
    fonts = families(style.fonts, tongue)
    made = {sheet.id: _paragraph(sheet, style, tongue, fonts) for sheet in known}
    plain = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    )
    made = {"Normal": plain, **made, "DefaultParagraphFont": _CHARACTER, **dict(_characters(style, tongue))}
    made[CAPITALS] = _capitals(style, tongue, bare=house is not None)
    defaults = _defaults(style, tongue, fonts)
    if house:
        from newsexport.exporters.docx._restyle import Looks

        asian = fonts["text"][1].name if tongue.asian else None
        names = {id_: xml.partition('<w:name w:val="')[2].partition('"')[0] for id_, xml in made.items()}
        made |= dict(_restyled(Looks(house, names), {sheet.id: sheet for sheet in known}, asian))
        defaults = _own_defaults(house, tongue, asian)
    if turned:
        made |= {f"{sheet.id}{TURNED}": _sister(sheet, tongue, bare=house is not None) for sheet in known}
    return (
        f"{PROLOGUE}<w:styles {DECLARED} {_EXTENDED}>{defaults}{_LATENT}{''.join(made.values())}"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style></w:styles>'
    )


def _defaults(style: Style, tongue: Tongue, fonts: dict[str, tuple[Family, Family, Family]]) -> str:
    body = style.body
    size = _half_points(body.size)
    turn = "<w:bidi/>" if tongue.rtl else ""
    run = (
        f'{named(fonts[body.font])}<w:color w:val="{_ink(body.colour)}"/><w:kern w:val="2"/><w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/>{spoken(tongue.main, tongue.asian)}<w14:ligatures w14:val="standard"/>'
    )
    paragraph = (
        f"<w:widowControl/><w:suppressAutoHyphens/>{turn}"
        f"{_spacing(TextStyle(size=body.size, leading=body.leading), tall=tongue.tall)}"
    )
    return _document_defaults(run, paragraph)


def _own_defaults(house: House, tongue: Tongue, asian: str | None) -> str:
    """The defaults of a reference, in the language and the direction of the articles."""
    from newsexport.exporters.docx._restyle import face, flow

    turn = ("bidi", "<w:bidi/>" if tongue.rtl else "")
    return _document_defaults(face(house.face, asian) + spoken(tongue.main, tongue.asian), flow(house.flow, turn))


def _document_defaults(run: str, paragraph: str) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _restyled(looks: Looks, ours: Mapping[str, Sheet], asian: str | None) -> Iterator[tuple[str, str]]:
    """Our styles that the reference has too, in its looks, and what those are based on."""
    from newsexport.exporters.docx._restyle import face, flow

    for id_, (name, look) in looks.found.items():
        sheet = ours.get(id_) or Sheet(id_, name, TextStyle(), following=id_)
        numbered = f'<w:numPr><w:numId w:val="{sheet.numbering}"/></w:numPr>' if sheet.numbering else ""
        properties = flow(look.flow, ("numPr", numbered)) if look.kind == "paragraph" else ""
        words = [escape(word) for word in (id_, name, sheet.alias, looks.parent(look), sheet.following)]
        made = _style(words, properties, face(look.face, asian), kind=look.kind)
        first = id_ in {"Normal", "DefaultParagraphFont"}
        yield id_, made.replace(" w:styleId=", ' w:default="1" w:styleId=', 1) if first else made


def _paragraph(sheet: Sheet, style: Style, tongue: Tongue, fonts: dict[str, tuple[Family, Family, Family]]) -> str:
    text = sheet.text
    face = named(fonts[text.font]) if text.font != style.body.font else ""
    flow = "".join((
        "<w:keepNext/>" * sheet.keep_next,
        "<w:keepLines/>" * sheet.keep_lines,
        f'<w:numPr><w:numId w:val="{sheet.numbering}"/></w:numPr>' if sheet.numbering else "",
        _box(sheet.ground) or _border(text, rtl=tongue.rtl),
        _ground(sheet.ground or text.fill),
        f'<w:tabs><w:tab w:val="right" w:pos="{_twips(sheet.tab)}"/></w:tabs>' if sheet.tab else "",
        '<w:suppressAutoHyphens w:val="0"/>' if text.hyphenate else "",
        _spacing(text, tall=tongue.tall),
        _insets(text) if sheet.id[:4] != "List" else "",
        _aligned(running(text, tongue.main)),
        f'<w:outlineLvl w:val="{sheet.level}"/>' if sheet.level is not None else "",
    ))  # fmt: skip
    return _style((sheet.id, sheet.name, sheet.alias, "Normal", sheet.following), flow, face + _type(text, tongue))


def _sister(sheet: Sheet, tongue: Tongue, *, bare: bool) -> str:
    """The style for an article that runs the other way: the same in everything that has no direction.

    `bare` leaves the rules and the spacing as the style has them.
    """
    rtl = not tongue.rtl
    way = "right to left" if rtl else "left to right"
    flow = "".join((
        "" if bare or sheet.ground else _border(sheet.text, rtl=rtl),
        "<w:bidi/>" if rtl else '<w:bidi w:val="0"/>',
        "" if bare else _spacing(sheet.text, tall=rtl),
    ))  # fmt: skip
    letters = '<w:spacing w:val="0"/>' if rtl and sheet.text.tracking else ""
    name = f"{sheet.name[:1].upper()}{sheet.name[1:]} ({way})"
    return _style((sheet.id + TURNED, name, "", sheet.id, sheet.following + TURNED), flow, letters)


def _style(words: Sequence[str], flow: str, face: str, *, kind: str = "paragraph") -> str:
    """A style: its id, its name, its alias, what it is based on, what follows it; then its properties."""
    id_, name, alias, parent, following = words
    known = f'<w:aliases w:val="{alias}"/>' if alias else ""
    based = f'<w:basedOn w:val="{parent}"/>' if parent else ""
    follows = f'<w:next w:val="{following}"/>' if kind == "paragraph" else ""
    looks = f"<w:pPr>{flow}</w:pPr><w:rPr>{face}</w:rPr>" if kind == "paragraph" else f"<w:rPr>{face}</w:rPr>"
    return (
        f'<w:style w:type="{kind}" w:styleId="{id_}"{_own(name)}><w:name w:val="{name}"/>{known}{based}{follows}'
        f'<w:uiPriority w:val="1"/><w:qFormat/>{looks}</w:style>'
    )


_WORDS_OWN = frozenset((
    "Title", "Date", "TOC Heading", "toc 1", "heading 1", "heading 2", "Body Text", "Body Text First Indent", "List Bullet",
    "List Number", "Quote", "caption", "header", "footer", "Normal", "Default Paragraph Font", "Hyperlink", "Emphasis", "Strong",
))  # fmt: skip


def _own(name: str) -> str:
    return "" if name in _WORDS_OWN else ' w:customStyle="1"'


def _characters(style: Style, tongue: Tongue) -> Iterator[tuple[str, str]]:
    """The character styles by id. Emphasis is weight where a slant would be a fault: ideographs, and complex scripts."""
    # Bold and italic toggle (ISO 29500, 17.7.3): emphasis inside an italic paragraph stands upright by itself.
    weights = {
        (False, False): "",
        (True, False): "<w:b/><w:bCs/>" if tongue.upright else "<w:bCs/><w:i/>",
        (False, True): "<w:b/><w:bCs/>",
        (True, True): "<w:b/><w:bCs/>" if tongue.upright else "<w:b/><w:bCs/><w:i/>",
    }
    names = {"EmphasisStrong": "Emphasis and Strong"}
    for linked in (False, True):
        for (emphasised, strong), weight in weights.items():
            id_ = character_style(linked=linked, emphasised=emphasised, strong=strong)
            if not id_:
                continue
            plain = id_.removeprefix("Hyperlink") if id_ != "Hyperlink" else id_
            name = names.get(plain, plain) if plain == id_ else f"Hyperlink {names.get(plain, plain)}"
            look = f'{weight}<w:color w:val="{_ink(style.link)}"/><w:u w:val="single"/>' if linked else weight
            yield id_, _style((id_, name, "", "DefaultParagraphFont", ""), "", look, kind="character")


def _capitals(style: Style, tongue: Tongue, *, bare: bool) -> str:
    """The style of a headline that was written in capitals; beside headings of a reference it looks like those."""
    points, tracking = small_capitals(style.headline)
    size = _half_points(points)
    spaced = f'<w:spacing w:val="{_twips(tracking)}"/>' if not tongue.tall else ""
    inner = "" if bare else f'{spaced}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return _style((CAPITALS, "Headline Capitals", "", "DefaultParagraphFont", ""), "", inner, kind="character")


def _type(text: TextStyle, tongue: Tongue) -> str:
    size = _half_points(text.size)
    # Letters of a joined script must not be spaced apart, and only those of Latin, Greek and Cyrillic slant.
    return "".join((
        "<w:b/><w:bCs/>" * text.bold,
        "<w:i/>" * (text.italic and not tongue.upright),
        "<w:caps/>" * (text.caps == "upper"),
        f'<w:color w:val="{_ink(text.colour)}"/>',
        f'<w:spacing w:val="{_twips(text.tracking)}"/>' if text.tracking and not tongue.tall else "",
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
    ))  # fmt: skip


def _spacing(text: TextStyle, *, tall: bool) -> str:
    # Exactly the leading of the house, whatever font stands in; where marks pile up, at least that: Word would cut them.
    rule = "atLeast" if tall else "exact"
    before, after, leading = map(_twips, (text.before, text.after, text.leading))
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{leading}" w:lineRule="{rule}"/>'


def _insets(text: TextStyle) -> str:
    # In Word's transitional vocabulary "left" is the side where a line starts, also from right to left (17.3.1.12).
    if not (text.start or text.end or text.indent):
        return ""
    hanging = f'w:hanging="{_twips(-text.indent)}"' if text.indent < 0 else f'w:firstLine="{_twips(text.indent)}"'
    return f'<w:ind w:left="{_twips(text.start)}" w:right="{_twips(text.end)}" {hanging}/>'


def _aligned(text: TextStyle) -> str:
    side = {"start": "left", "justify": "both", "center": "center", "end": "right"}[text.align]
    return f'<w:jc w:val="{side}"/>'


def _border(text: TextStyle, *, rtl: bool) -> str:
    if text.rule == "none":
        return ""
    side = {"above": "top", "below": "bottom", "start": "right" if rtl else "left"}[text.rule]
    gap = text.start - text.rule_width if text.rule == "start" else _RULE_GAP * text.size
    space = min(max(round(gap), 0), _MOST_SPACE)
    width = min(max(round(text.rule_width * 8), 2), 96)
    drawn = f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{_ink(text.rule_colour)}"/>'
    # A sister style must take back the side of its parent.
    other = {"left": '<w:right w:val="nil"/>', "right": '<w:left w:val="nil"/>'}.get(side, "")
    return f"<w:pBdr>{other + drawn if side == 'right' else drawn + other}</w:pBdr>"


def _box(ground: Colour | None) -> str:
    """Borders in the colour of the ground: they are the room between the text and the edge of its box."""
    if ground is None:
        return ""
    drawn = f'w:val="single" w:sz="4" w:space="{BOX_PAD}" w:color="{_ink(ground)}"'
    return f"<w:pBdr>{''.join(f'<w:{side} {drawn}/>' for side in ('top', 'left', 'bottom', 'right'))}</w:pBdr>"


def _ground(fill: Colour | None) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{_ink(fill)}"/>' if fill else ""


def _ink(colour: str) -> str:
    return colour[1:].upper()


def _half_points(size: float) -> int:
    return round(size * 2)


def _twips(length: float) -> int:
    return round(length * 20)

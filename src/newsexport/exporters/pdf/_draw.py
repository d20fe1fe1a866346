"""Lines of a paragraph onto a sheet: operators, marked content, links."""

from __future__ import annotations

from collections.abc import Sequence

from newsexport.exporters.pdf._bidi import visual
from newsexport.exporters.pdf._breaks import elastic
from newsexport.exporters.pdf._hang import hung
from newsexport.exporters.pdf._measure import Line
from newsexport.exporters.pdf._pen import Case, Pen, ink
from newsexport.exporters.pdf._place import Place, align_of, baseline, sides
from newsexport.exporters.pdf._setting import Atom, Setting, Span, Target
from newsexport.exporters.pdf._shape import Fount
from newsexport.exporters.pdf._tree import Element, Sheet
from newsexport.exporters.pdf._type import Copy
from newsexport.style import Colour, TextStyle

ARTIFACT = "/Artifact BMC"
_WIDEST_GAP = 900  # a justified line that would open further stays short, 1/1000 of the size
_END, _END_GAP = 0.42, 0.5  # of the size: the square that ends a story, and the space before it


class Drawing:
    """Draws settings on one sheet with the fonts of one document."""

    def __init__(self, sheet: Sheet, case: Case) -> None:
        self.sheet, self.case = sheet, case

    def copy(self, copy: Copy, lines: Sequence[Line], numbers: range, place: Place) -> None:
        """Draws these lines of a paragraph, the first of them at `place`."""
        style = copy.style
        if copy.label and numbers.start == 0:
            self._label(copy, place)
        pen = self._open(copy.setting, style, copy.element)
        text = _Text(self, copy.setting, style, pen, copy.element, copy.links)
        codes = text.whole(lines, numbers)
        usual, leading, at = sides(copy, place, first=False), float(style.leading), 0
        for nth in numbers:
            line = lines[nth]
            left, right = usual if nth else sides(copy, place, first=True)
            y, align = baseline(place.top - (nth - numbers.start) * leading, style), align_of(copy, line)
            left, right = hung(copy, line, left, right, align)
            if codes:
                text.words(line, left, right, y, align, codes[at : (at := at + line.gaps + 1)])
            else:
                text.line(line, left, right, y, align)
        self._close(pen, copy.setting)
        if copy.end_mark and numbers.stop == len(lines):
            depth = (len(numbers) - 1) * style.leading
            self._end(copy, lines[-1], place._replace(top=place.top - depth), copy.end_mark, first=len(lines) == 1)

    def _end(self, copy: Copy, line: Line, place: Place, colour: Colour, *, first: bool) -> None:
        """Draws the square that ends a story behind its last line, where there is room."""
        left, right = sides(copy, place, first=first)
        size = copy.style.size
        width = line.width * size / 1000 + _END_GAP * size
        if width + _END * size > right - left or align_of(copy, line) == "center":
            return
        x = left + width if align_of(copy, line) == "left" else right - width - _END * size
        box = f"{x:.2f} {baseline(place.top, copy.style):.2f} {_END * size:.2f} {_END * size:.2f} re f"
        self.sheet.code += [ARTIFACT, ink(colour), box, "EMC"]

    def setting(
        self, setting: Setting, style: TextStyle, x: float, y: float, *, element: Element | None = None,
        kind: str = ARTIFACT,
    ) -> None:  # fmt: skip
        """Draws a setting on one line from x rightwards; where it has no element, as an artifact of a kind."""
        pen = self._open(setting, style, element, kind)
        whole = Line(0, len(setting.text), len(setting.text), setting.extent, 0, last=True)
        _Text(self, setting, style, pen, element, {}).line(whole, x, x, y, "left")
        self._close(pen, setting)

    def _label(self, copy: Copy, place: Place) -> None:
        assert copy.label  # noqa: S101 - for the type checker
        setting, style = copy.label.setting, copy.style
        width = setting.extent * style.size / 1000
        left, right = sides(copy, place, first=True)
        gap = 0.5 * style.size
        x = right + gap if copy.mirrored else left - gap - width
        self.setting(setting, style, x, baseline(place.top, style), element=copy.label.element)

    def _open(self, setting: Setting, style: TextStyle, element: Element | None, kind: str = ARTIFACT) -> Pen:
        self.sheet.code.append("BT")
        pen = Pen(self.case, style.size)
        pen.write(self.sheet.mark(element) if element else kind, ink(setting.spans[0].colour))
        if setting.tracking:
            pen.write(f"{setting.tracking * style.size / 1000:g} Tc")
        return pen

    def _close(self, pen: Pen, setting: Setting) -> None:
        pen.write(*(["0 Tc"] if setting.tracking else []), "EMC", "ET")
        self.sheet.code += pen.code


class _Text:
    """The lines of one setting in an open text object."""

    def __init__(
        self, drawing: Drawing, setting: Setting, style: TextStyle, pen: Pen, element: Element | None,
        links: dict[Target, Element],
    ) -> None:  # fmt: skip
        self.sheet, self.case, self.setting, self.pen = drawing.sheet, drawing.case, setting, pen
        self.size, self.element, self.links = style.size, element, links
        self.span = setting.spans[0] if setting.spans[0].target is None else None
        self.colour = setting.spans[0].colour
        self.fount = setting.plain if self.span else None  # of all that is drawn, where nothing of it leads anywhere

    def whole(self, lines: Sequence[Line], numbers: range) -> list[str] | None:
        """The codes of all words of these lines, where each has so many of them as its gaps and one; else None."""
        setting, own = self.setting, lines[numbers.start : numbers.stop]
        if self.fount is None:
            return None
        words = setting.words if len(own) == len(lines) else setting.text[own[0].start : own[-1].end].split(" ")
        count = 0
        for line in own:
            if line.hyphen or (line.next != line.end + 1 and not (line.last and line.next == line.end)):
                return None
            count += line.gaps + 1
        codes = self.case.codes(self.fount, words) if count == len(words) else None
        return codes if codes and self.case.space(self.fount) is not None else None

    def words(self, line: Line, left: float, right: float, y: float, align: str, codes: list[str]) -> None:
        """Draws a line of whole words between two sides in points by their codes, with the space that ends it."""
        assert self.fount  # noqa: S101 - for the type checker
        gap = self._gap(line, right - left, align) if align == "justify" else 0.0
        self.pen.move(self._start(line, left, right, align, gap), y)
        self.pen.words(self.fount, codes, gap, ends=line.next > line.end)

    def line(self, line: Line, left: float, right: float, y: float, align: str) -> None:
        """Draws one line between two sides in points, with the spaces that end it."""
        gap = self._gap(line, right - left, align)
        x = self._start(line, left, right, align, gap)
        self.pen.move(x, y)
        if self.setting.levels is not None:
            self._mixed(line, x, (line.width + gap * line.gaps) * self.size / 1000, y, gap)
        elif self.fount:
            self._plain(line, self.fount, gap)
        else:
            self._spanned(line, x, y, gap)

    def _start(self, line: Line, left: float, right: float, align: str, gap: float) -> float:
        """How far right a line begins."""
        if align == "left" or (align == "justify" and not self.setting.base):
            return left
        width = (line.width + gap * line.gaps) * self.size / 1000
        return (left + right - width) / 2 if align == "center" else right - width

    def _gap(self, line: Line, room: float, align: str) -> float:
        slack = room * 1000 / self.size - line.width
        if align != "justify" or not line.gaps:
            return 0.0
        gap = slack / line.gaps
        return gap if gap < _WIDEST_GAP else 0.0

    def _atoms(self, line: Line, gap: float) -> list[tuple[Atom, float]]:
        """What is drawn, in reading order, each with the gap behind it."""
        text, made = self.setting.text, []
        for atom in self.setting.atoms(line.start, line.end):
            opens = text[atom.start] == " " or (atom.end < line.end and elastic(text[atom.end - 1], text[atom.end]))
            made.append((atom, gap if opens and gap else 0.0))
        if line.hyphen and made:
            run = made[-1][0].run
            made.append((Atom(line.end, line.end, self.case.hyphen(run.span.fount), run), 0.0))
        return made

    def _plain(self, line: Line, fount: Fount, gap: float) -> None:
        pen, text = self.pen, self.setting.text
        codes, space = self.case.line(fount, text[line.start : line.end].split(" ")), self.case.space(fount)
        if codes is None or space is None:
            for atom, behind in self._atoms(line, gap):
                pen.word(atom.word, behind)
        else:
            pen.line(fount, codes, gap)
            if line.hyphen:
                pen.word(self.case.hyphen(fount))
        for atom in self._tail(line):
            pen.word(atom.word)

    def _tail(self, line: Line) -> list[Atom]:
        """The spaces that end a line: out of sight, but in the text."""
        if line.hyphen or line.next == line.end:
            return []
        return list(self.setting.atoms(line.end, line.next))

    def _width(self, atom: Atom) -> float:
        return (atom.word.width + self.setting.tracking * atom.word.letters) * self.size / 1000

    def _spanned(self, line: Line, x: float, y: float, gap: float) -> None:
        """A line of several looks or with links, all from left to right."""
        stretches = self._stretches(line)
        if stretches is None:
            self._singly(line, x, y, gap)
            return
        start, span = x, None
        for own, words, codes, behind in stretches:
            if own is not span:
                self._link(span, start, x, y)
                start, span = x, own
                self._turn(own)
            extra = gap if behind else 0.0
            self.pen.line(own.fount, codes, extra)
            spaces = (len(words) - 1) * (own.fount.space.width + extra)
            x += (own.fount.breadth(words) + spaces) * self.size / 1000
        self._link(span, start, x, y)

    def _stretches(self, line: Line) -> list[tuple[Span, list[str], list[str], bool]] | None:
        """The words of each look with their codes, and whether they may stand apart; None where it is not that simple."""
        if line.hyphen or self.setting.tracking:
            return None
        text, made = self.setting.text, list[tuple[Span, list[str], list[str], bool]]()
        for start, end in ((line.start, line.end), (line.end, line.next)):
            for run in self.setting.within(start, end):
                words, fount = text[run.start : run.end].split(" "), run.span.fount
                codes = self.case.codes(fount, words)
                if codes is None or (len(words) > 1 and self.case.space(fount) is None):
                    return None
                made.append((run.span, words, codes, start == line.start))
        return made

    def _singly(self, line: Line, x: float, y: float, gap: float) -> None:
        """The same word by word."""
        start, span = x, None
        for atom, behind in [*self._atoms(line, gap), *((atom, 0.0) for atom in self._tail(line))]:
            if atom.run.span is not span:
                self._link(span, start, x, y)
                start, span = x, atom.run.span
                self._turn(span)
            self.pen.word(atom.word, behind)
            x += self._width(atom) + behind * self.size / 1000
        self._link(span, start, x, y)

    def _mixed(self, line: Line, left: float, width: float, y: float, gap: float) -> None:
        """A line with right-to-left text: every atom at its place, drawn in reading order."""
        base = self.setting.base
        atoms = self._atoms(line, gap)
        tail = [(atom, 0.0) for atom in self._tail(line)]
        levels = [atom.run.level for atom, _ in atoms] + [base] * len(tail)
        atoms += tail
        widths = [self._width(atom) + behind * self.size / 1000 for atom, behind in atoms]
        x = left - (sum(widths) - width if base else 0)
        places = [0.0] * len(atoms)
        for at in visual(levels):
            places[at] = x
            x += widths[at]
        pen_at = None
        span, low, high = None, 0.0, 0.0
        for (atom, behind), place, wide in zip(atoms, places, widths, strict=True):
            if atom.run.span is not span:
                self._link(span, low, high, y)
                span, low, high = atom.run.span, place, place + wide
                self._turn(span)
            low, high = min(low, place), max(high, place + wide)
            if pen_at is None or abs(pen_at - place) > 0.005:
                self.pen.move(place, y)
            self.pen.word(atom.word, behind)
            pen_at = place + wide
        self._link(span, low, high, y)

    def _turn(self, span: Span) -> None:
        """Changes to the colour of a span, and to the element of its link."""
        old, self.span = self.span, span
        if self.element and span.target != (old.target if old else None):
            self.pen.write("EMC", self.sheet.mark(self._element(span)))
        if span.colour != self.colour:
            self.colour = span.colour
            self.pen.write(ink(span.colour))

    def _element(self, span: Span) -> Element:
        assert self.element  # noqa: S101 - for the type checker
        if span.target is None:
            return self.element
        if span.target not in self.links:
            self.links[span.target] = Element("Link", self.element)
        return self.links[span.target]

    def _link(self, span: Span | None, left: float, right: float, y: float) -> None:
        if span and span.target and self.element and right > left:
            box = (left, y - 0.25 * self.size, right, y + 0.8 * self.size)
            self.sheet.link(box, span.target.to, self._element(span))

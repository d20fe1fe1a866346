"""Small editions in our own words, and how a test sees what was made of them: drawn pages as text, judges, readers."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from newsexport.exporters.pdf import Options, _book, _frame, exporter
from newsexport.exporters.pdf._book import Binder
from newsexport.exporters.pdf._draw import Drawing
from newsexport.exporters.pdf._flow import Flow
from newsexport.exporters.pdf._parts import Composer
from newsexport.exporters.pdf._place import baseline, sides
from newsexport.exporters.pdf._tree import Element
from newsexport.model import (
    Article,
    Author,
    Byline,
    Dateline,
    Edition,
    Emphasis,
    Factbox,
    Figure,
    Item,
    Link,
    ListBlock,
    Moment,
    Note,
    Paragraph,
    Preformatted,
    PullQuote,
    Separator,
    Subheading,
)  # fmt: skip
from newsexport.style import Style

OURS = Options(system_fonts=False)
QUAY = (
    "The harbour council of Oakport voted on Tuesday to rebuild the eastern quay, a decision that ends eleven years of "
    "argument about money, herons and the width of a lorry."
)
FULL = Article(
    headline="Oakport will rebuild its eastern quay",
    kicker="Harbours",
    standfirst="The council found a majority of one.",
    byline=Byline("By Ana Lopez", (Author("Ana Lopez"),)),
    dateline=Dateline("OAKPORT (Coastal News) —", ("Oakport",)),
    published=Moment("21 April 2024", "2024-04-21"),
    language="en",
    source="The Oakport Courier",
    url="https://courier.example/quay",
    keywords=("harbour", "ferry"),
    rights="© The Oakport Courier",
    blocks=(
        Paragraph(QUAY, (Emphasis(4, 19, strong=True), Link(23, 30, "https://oakport.example/"))),
        Subheading("What the money buys"),
        ListBlock((Item("A wall of 420 metres"), Item("A crane"))),
        PullQuote("We have agreed to disagree in concrete.", "Marta Lind"),
        ListBlock((Item("Close one berth"), Item("Open another")), ordered=True, first=9),
        Figure("The quay at low tide.", "Photograph: Jo Quill"),
        Factbox("In figures", (Item("420 metres"), Item("Two summers"))),
        Preformatted("Berth  Opens\n  1    May"),
        Separator("* * *"),
        Paragraph(QUAY),
        Note("The width of the lorry was wrong.", "correction"),
    ),
    signoff="Ana Lopez reports on harbours.",
)


def plain(*paragraphs: str, headline: str = "Quay vote passes", language: str | None = "en") -> Article:
    """An article of paragraphs."""
    return Article(headline=headline, language=language, blocks=tuple(Paragraph(text) for text in paragraphs))


SCRIPTS = {
    "Arabic": plain("قال الوزير (NATO) إن القوات ستغادر الميناء معاً في 1 مايو 2025، لا إله إلا الحب.", language="ar"),
    "Persian": plain("کشتی‌ها برای دو تابستان به اسکلهٔ شمالی می‌روند.", language="fa"),
    "Hebrew": plain("המועצה (East Quay) החליטה ב-2025 לבנות מחדש את הרציף.", language="he"),
    "Hindi": plain(
        "बंदरगाह परिषद ने पूर्वी घाट को फिर से बनाने का निर्णय लिया। विद्यार्थियों ने कहा, “हम क्षमा चाहते हैं”।", language="hi"
    ),
    "Thai": plain("สภาท่าเรือลงมติเมื่อวันอังคารให้สร้างท่าเรือขึ้นใหม่ น้ำขึ้นให้รีบตัก", language="th"),
    "Greek": plain("Το συμβούλιο αποφάσισε να ξαναχτίσει την προβλήτα.", language="el"),
    "Russian": plain("Совет порта решил перестроить восточный причал.", language="ru"),
    "accents": plain("Žluťoučký kůň, Łódź, Ærøskøbing, ﬁnancière, e\u0301te\u0301, ΐ."),
    "signs": plain("∑ ♜ ≠ → ₤ ½ № ☎"),
    "markup": plain("AT&T <b>& R&D</b> &lt; </para> <img src='x'> %(n)s {n} \\ ) ( ("),
    "spaces": plain("one\u00a0two\u202fthree\u2009four\u3000five  six"),
    "soft hyphens": plain("co\u00adop\u00ader\u00ada\u00adtion"),
    "long word": plain("x" * 400),
    "marks": plain("e" + "\u0301\u0316" * 60 + " \u0301"),
    "two directions": plain("English with שלום עולם inside, then 2024."),
}


def pdf(*articles: Article, style: Style | None = None, options: Options = OURS, title: str | None = None) -> bytes:
    """The file of an edition."""
    return exporter.write(Edition.of(*articles, title=title), style or Style(), options)


def drawn(article: Article, style: Style | None = None) -> list[str]:
    """Each line of the laid-out pages: "page tag size: text", a hyphen that breaks a word as ~."""
    style = style or Style()
    composer = Composer(Edition.of(article), 0, style, Element("Document"), "en", system=False)
    layout = Flow(style, mirrored=composer.type.rtl).lay(composer.copies())
    return [
        f"{number} {copy.element.tag if copy.element else 'Artifact'} {copy.style.size:g}: "
        + copy.setting.text[line.start : line.end]
        + "~" * line.hyphen
        for number, (stretches, _) in enumerate(layout.pages, 1)
        for copy, numbers, _ in stretches
        for line in (layout.lines[copy][nth] for nth in numbers)
    ]


def projected(edition: Edition, style: Style | None = None) -> list[str]:
    """Each line that is drawn of an edition, as a person can read it: "page x y font size: text", in points from the top.

    Heads and feet come last.
    """
    style = style or Style()
    seen: list[str] = []

    class Watching(Drawing):
        def setting(self, setting, look, x, y, **more):
            self.tell(setting, look, x, y, setting.text)
            super().setting(setting, look, x, y, **more)

        def copy(self, copy, lines, numbers, place):
            for nth in numbers:
                left, _ = sides(copy, place, first=nth == 0)
                top = place.top - (nth - numbers.start) * copy.style.leading
                shown = copy.setting.text[lines[nth].start : lines[nth].end] + "~" * lines[nth].hyphen
                self.tell(copy.setting, copy.style, left, baseline(top, copy.style), shown)
            super().copy(copy, lines, numbers, place)

        def tell(self, setting, look, x, y, shown):
            face = setting.spans[0].fount.first.name.partition("-wdth")[0] + " bold" * look.bold
            down = style.page.height - y
            seen.append(f"{self.sheet.number + 1} {x:3.0f} {down:3.0f} {face} {look.size:g}: {shown}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_book, "Drawing", Watching)
        patch.setattr(_frame, "Drawing", Watching)
        binder = Binder(edition, style, "en", system=False)
        binder.front()
        for number in range(len(edition.articles)):
            binder.article(number)
        binder.close()
    return seen


def tool(name: str) -> str:
    """The path of a judge or reader; without it the test is skipped, under CI it fails."""
    path = shutil.which(name)
    if path is None and os.environ.get("CI") == "true":
        pytest.fail(f"{name} is not on PATH")
    if path is None:
        pytest.skip(f"{name} is not on PATH")
    return path


def structure(data: bytes, folder: Path) -> list[str]:
    """The structure tree with its text as poppler reads it: one line an element, indented by depth."""
    file = folder / "article.pdf"
    file.write_bytes(data)
    shown = subprocess.run(
        [tool("pdfinfo"), "-enc", "UTF-8", "-struct-text", str(file)], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    return [re.sub(r" \((?:block|inline)\):?$", "", row).rstrip() for row in shown.splitlines() if row.strip()]


def text(data: bytes, folder: Path) -> str:
    """All text of the structure tree in its order, without white space and soft hyphens."""
    rows = [found[1] for row in structure(data, folder) if (found := re.match(r' *"(.*)"$', row))]
    return bare("".join(rows))


def bare(text: str) -> str:
    """The text without white space and soft hyphens, which lines break at."""
    return re.sub(r"[\s\u00ad]+", "", text)

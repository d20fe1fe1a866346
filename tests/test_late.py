"""What one call for a PDF, a book or a Word file does not load, and that it is there all the same for whoever uses it."""

import dis
import inspect
import subprocess
import sys
import typing

import pytest

from newsexport.exporters._late import CODE_FLAGS, Instead, Late, inspect_for_lxml

TOOLS = "inspect dis tokenize logging platform tempfile textwrap importlib.resources click dataclasses json"
NEEDED = {
    "pdf": "pyphen uharfbuzz reportlab.pdfbase.pdfdoc",
    "epub": "ebooklib.epub lxml.etree",
    "docx": "docx lxml.etree",
}
NEEDLESS = {
    # Pictures; fonts of no page of ours.
    "pdf": f"{TOOLS} PIL hashlib pickle random threading zipfile reportlab.pdfbase.pdfmetrics reportlab.pdfbase._fontdata"
    " reportlab.pdfgen reportlab.platypus newsexport.codec newsexport.exporters.pdf._attach newsexport.exporters.pdf._fit",
    "epub": f"{TOOLS} zipfile shutil bz2 lzma pathlib mimetypes lxml.html",
    "docx": f"{TOOLS} typing_extensions shutil bz2 lzma pathlib hashlib",
}
ELSEWHERE = {
    "pdf": """
import newsexport.exporters.pdf._book, inspect, platform, tempfile, textwrap
from reportlab.lib import utils
from reportlab.pdfbase import pdfdoc, pdfmetrics, pdfutils
from PIL import Image
from reportlab.pdfgen.canvas import Canvas
assert inspect.signature(textwrap.wrap) and platform.system() and tempfile.gettempdir() and textwrap.wrap("a")
assert pdfdoc.pdfmetrics.getFont("Helvetica") is pdfmetrics.getFont("Helvetica")
assert pdfdoc.pdfutils.makeA85Image is pdfutils.makeA85Image and utils.Image.new is Image.new
page = Canvas("-")
page.drawString(9, 9, "Ferry")
print(len(page.getpdfdata()))""",
    "epub": """
import io, newsexport.exporters.epub._book, inspect, platform, zipfile
from ebooklib import epub
from lxml import etree, html
made, out = epub.EpubBook(), io.BytesIO()
made.set_title("Ferry")
page = epub.EpubHtml(title="Ferry", file_name="ferry.xhtml", content="<p>Ferry sold</p>")
made.add_item(page)
made.add_item(epub.EpubNcx())
made.spine = [page]
epub.write_epub(out, made)
book = epub.read_epub(io.BytesIO(out.getvalue()))
assert b"Ferry sold" in book.get_item_with_href("ferry.xhtml").content
assert len(made.uid) == 36 and platform.system() and inspect.signature(zipfile.ZipFile)
etree.FunctionNamespace("urn:ferry")["sold"] = lambda context: "sold"
print(len(out.getvalue()))""",
    "docx": """
import io, newsexport.exporters.docx._file, inspect, textwrap, typing_extensions, zipfile
import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from PIL import Image
made, out, picture = docx.Document(), io.BytesIO(), io.BytesIO()
Image.new("RGB", (9, 9)).save(picture, "PNG")
made.add_picture(picture, Pt(9))
made.add_paragraph("Ferry").alignment = WD_ALIGN_PARAGRAPH.CENTER
made.save(out)
assert docx.Document(out).paragraphs[-1].text == "Ferry"
assert zipfile.ZipFile(out).testzip() is None and textwrap.wrap("a")
assert inspect.signature(typing_extensions.get_type_hints)
print(len(out.getvalue()))""",
}


def ran(code: str) -> str:
    """What a fresh process prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True).stdout


@pytest.mark.parametrize("view", ["article", "briefing"])
@pytest.mark.parametrize("name", NEEDED)
def test_a_plain_call_loads_only_what_it_needs(tmp_path, name, view):
    story, out = tmp_path / "story.txt", tmp_path / f"out.{name}"
    story.write_text(
        "Ferry sold for £14m\n\n12 May 2024\n\n" + "“We sail internationally,” Ana Lopez said on Sunday. " * 9
    )
    code = (
        "import contextlib, sys\nfrom newsexport.cli import main\n"
        f"with contextlib.suppress(SystemExit): main({[name, str(story), '-q', '-o', str(out), '--view', view]})\n"
        "print(*sys.modules)"
    )
    loaded = set(ran(code).split())
    assert out.exists()
    assert loaded >= set(NEEDED[name].split())
    assert loaded & set(NEEDLESS[name].split()) == set()


@pytest.mark.parametrize("name", ELSEWHERE)
def test_the_libraries_are_whole_for_everyone_else(name):
    assert int(ran(ELSEWHERE[name])) > 500


def test_a_stand_in_becomes_its_module_and_is_met_by_nobody_later(monkeypatch):
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    with Instead(Late("colorsys", ONE=1), Late("sys")):
        import colorsys as meanwhile
        from colorsys import ONE

        assert sys.modules["sys"] is sys
    assert "colorsys" not in sys.modules
    assert ONE == 1
    assert meanwhile.rgb_to_hsv(1, 0, 0) == (0, 1, 1)
    import colorsys

    assert colorsys is not meanwhile
    assert meanwhile.hsv_to_rgb is colorsys.hsv_to_rgb
    with pytest.raises(AttributeError):
        _ = meanwhile.nothing_of_this_name


def test_what_a_stand_in_tells_is_what_its_module_would():
    known = {f"CO_{name}": flag for flag, name in dis.COMPILER_FLAG_NAMES.items()}
    assert {name: known[name] for name in CODE_FLAGS} == CODE_FLAGS
    assert inspect_for_lxml().getfullargspec(ran) == inspect.getfullargspec(ran)
    assert typing.Protocol
    assert typing.Self
    assert typing.TypeAlias

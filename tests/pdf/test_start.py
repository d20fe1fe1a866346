"""What one call for a PDF does not load, and that what a library names all the same is there when it is used."""

import dis
import subprocess
import sys

import pytest

from newsexport.exporters._late import Instead, Late
from newsexport.exporters.pdf._harfbuzz import FLAGS
from newsexport.exporters.pdf._reportlab import pdfdoc
from newsexport.exporters.pdf._strings import text_string

NEEDLESS = (
    "PIL",  # pictures
    "inspect tokenize pickle platform tempfile random shutil textwrap threading zipfile",  # what ReportLab and Cython name
    "importlib.resources click dataclasses json",
    "newsexport.codec newsexport.exporters.pdf._attach newsexport.exporters.pdf._coverage newsexport.exporters.pdf._fit",
    "reportlab.pdfbase.pdfmetrics reportlab.pdfbase._fontdata reportlab.pdfgen reportlab.platypus",  # fonts of no page of ours
)


def ran(code: str) -> str:
    """What a fresh process prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True).stdout


@pytest.mark.parametrize("view", ["article", "briefing"])
def test_a_plain_call_for_a_pdf_loads_only_what_it_needs(tmp_path, view):
    story = tmp_path / "story.txt"
    story.write_text(
        "Ferry sold for £14m\n\n12 May 2024\n\n" + "“We sail internationally,” Ana Lopez said on Sunday. " * 9
    )
    call = ["pdf", str(story), "-q", "-o", str(tmp_path / "out.pdf"), "--view", view]
    code = (
        "import contextlib, sys\nfrom newsexport.cli import main\n"
        f"with contextlib.suppress(SystemExit): main({call})\nprint(*sys.modules)"
    )
    loaded = set(ran(code).split())
    assert (tmp_path / "out.pdf").exists()
    assert {"pyphen", "uharfbuzz", "reportlab.pdfbase.pdfdoc"} < loaded
    assert loaded & set(" ".join(NEEDLESS).split()) == set()


def test_reportlab_and_uharfbuzz_are_whole_for_everyone_else():
    code = (
        "import newsexport.exporters.pdf._book, inspect, platform, tempfile, textwrap\n"
        "from reportlab.lib import utils\nfrom reportlab.pdfbase import pdfdoc, pdfmetrics, pdfutils\nfrom PIL import Image\n"
        "from reportlab.pdfgen.canvas import Canvas\n"
        "assert inspect.signature(textwrap.wrap) and platform.system() and tempfile.gettempdir() and textwrap.wrap('a')\n"
        "assert pdfdoc.pdfmetrics.getFont('Helvetica') is pdfmetrics.getFont('Helvetica')\n"
        "assert pdfdoc.pdfutils.makeA85Image is pdfutils.makeA85Image and utils.Image.new is Image.new\n"
        "page = Canvas('-')\npage.drawString(9, 9, 'Ferry')\nprint(len(page.getpdfdata()))"
    )
    assert int(ran(code)) > 500


def test_a_stand_in_becomes_its_module_and_is_met_by_nobody_later(monkeypatch):
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    with Instead(Late("colorsys", ONE=1), Late("sys")):
        import colorsys as meanwhile

        assert sys.modules["sys"] is sys
    assert "colorsys" not in sys.modules
    assert meanwhile.ONE == 1
    assert meanwhile.rgb_to_hsv(1, 0, 0) == (0, 1, 1)
    import colorsys

    assert colorsys is not meanwhile
    assert meanwhile.hsv_to_rgb is colorsys.hsv_to_rgb
    with pytest.raises(AttributeError):
        _ = meanwhile.nothing_of_this_name


def test_the_flags_of_code_are_pythons():
    known = {f"CO_{name}": flag for flag, name in dis.COMPILER_FLAG_NAMES.items()}
    assert {name: known[name] for name in FLAGS} == FLAGS


def test_a_string_is_written_as_reportlab_writes_it():
    from reportlab.pdfbase import pdfmetrics  # noqa: F401 - knows the encoding

    def theirs(text: str) -> bytes:
        return bytes(pdfdoc.format(pdfdoc.PDFString(text), pdfdoc.DummyDoc()))

    single = [chr(code) for code in range(0x3000) if code != 0x0B]
    for text in [*single, "Vale (West) \\ “Ferry” – £14m", "a\U0001f6a2b", "", "harbour", "港口"]:
        assert text_string(text) == theirs(text)

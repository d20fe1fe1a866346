"""Which font shows a character, and what is said when none does."""

import re
import warnings
from dataclasses import replace
from pathlib import Path

import fontpkg_noto_serif
import pytest

from newsexport.errors import ExportError, ExportWarning
from newsexport.exporters.pdf import Options
from newsexport.style import FontFiles, Fonts, Style
from tests.pdf.pages import SCRIPTS, pdf, plain, text

NOTO = fontpkg_noto_serif.ROOT / "files" / "NotoSerif[wdth,wght].ttf"


def faces(data):
    """The PostScript names of the fonts in a file."""
    return sorted({name.decode() for name in re.findall(rb"/FontName/[A-Z]{6}\+([A-Za-z0-9-]+)", data)})


def test_the_default_style_needs_two_families():
    assert faces(pdf(plain("Text."))) == [
        "FiraGO-Regular", "NotoSerif-Regular-wdth100-wght400", "NotoSerif-Regular-wdth100-wght700",
    ]  # fmt: skip


@pytest.mark.parametrize("name", SCRIPTS)
def test_our_own_fonts_show(name):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        pdf(SCRIPTS[name])


def test_what_no_font_has_is_drawn_as_a_replacement_said_as_written_and_warned_of_once(tmp_path):
    article = plain("港口委员会 and 港口 once more 🎉", headline="Harbours")
    with pytest.warns(ExportWarning) as caught:
        data = pdf(article, article)
    assert len(caught) == 1
    message = str(caught[0].message)
    assert "U+6E2F, U+53E3, U+59D4, U+5458, U+4F1A, U+1F389 PARTY POPPER in 'Harbours', block 1:" in message
    assert "'Harbours'" in message
    assert "fonts-noto-cjk" in message
    assert "港口委员会and港口oncemore🎉" in text(data, tmp_path)


def test_a_font_file_of_the_style_comes_first(tmp_path):
    file = tmp_path / "House.ttf"
    file.write_bytes(NOTO.read_bytes())
    fonts = replace(Fonts(), text=("House Serif",), files={"House Serif": FontFiles(regular=file)})
    style = replace(Style(), fonts=fonts, headline=replace(Style().headline, font="text"))
    assert b"NotoSerif" in pdf(plain("Text."), style=style)


def test_a_file_that_is_no_font_is_an_error_with_its_path(tmp_path):
    file = tmp_path / "House.ttf"
    file.write_bytes(b"not a font")
    style = replace(Style(), fonts=replace(Fonts(), text=("House",), files={"House": FontFiles(regular=file)}))
    with pytest.raises(ExportError, match=r"House\.ttf: the font 'House' cannot be used"):
        pdf(plain("Text."), style=style)


def test_an_open_type_font_with_cff_outlines_is_embedded():
    data = pdf(plain("♜ \U0001d518"))
    assert b"/CIDFontType0C" in data
    assert "NotoSansMath-Regular" in faces(data)


def test_private_use_never_stands_for_text():
    with pytest.warns(ExportWarning, match=r"U\+E000"):
        data = pdf(plain("a \ue000 b"))
    assert b"e000" not in data


def test_the_machines_fonts_are_asked_unless_told_not_to(monkeypatch, tmp_path):
    import pymupdf_fonts  # noqa: F401 - the stand-in's glyphs come from there
    from pymupdf_fonts.NotoMusic_Regular import fontbuffer

    from newsexport.exporters.pdf import _fonts, _shape

    Path(tmp_path / "DejaVuSans.ttf").write_bytes(fontbuffer)
    monkeypatch.setattr(_fonts, "_LAST_RESORT", ("Noto Serif",))
    monkeypatch.setattr(_fonts, "_folders", lambda: [tmp_path])
    _fonts._installed.cache_clear()
    _shape._fount.cache_clear()
    try:
        style = replace(Style(), fonts=replace(Fonts(), fallback=()))
        with pytest.warns(ExportWarning, match=r"U\+1D11E"):
            pdf(plain("\U0001d11e"), style=style)
        assert "NotoMusic-Regular" in faces(pdf(plain("\U0001d11e"), style=style, options=Options()))
    finally:
        _fonts._installed.cache_clear()
        _shape._fount.cache_clear()

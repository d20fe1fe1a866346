"""Which font shows a character, and what is said when none does."""

import importlib
import re
import subprocess
import sys
import warnings
from dataclasses import replace
from pathlib import Path
from random import Random

import fontpkg_noto_serif
import pytest

from newsexport.errors import ExportError, ExportWarning
from newsexport.exporters.pdf import Options, _embed, _fonts, _shape
from newsexport.exporters.pdf._fonts import _UNPACKED
from newsexport.exporters.pdf._learnt import learnt, simple
from newsexport.exporters.pdf._shape import fount
from newsexport.exporters.pdf._store import Store
from newsexport.style import FontFiles, Fonts, Style
from tests.pdf.pages import OURS, SCRIPTS, pdf, plain, text, tool

NOTO = fontpkg_noto_serif.ROOT / "files" / "NotoSerif[wdth,wght].ttf"


def faces(data):
    """The PostScript names of the fonts in a file."""
    return sorted({name.decode() for name in re.findall(rb"/FontName/[A-Z]{6}\+([A-Za-z0-9-]+)", data)})


def test_the_default_style_needs_two_families():
    assert faces(pdf(plain("Text."))) == [
        "FiraGO-Regular", "NotoSerif-Regular-wdth100-wght400", "NotoSerif-Regular-wdth100-wght700",
    ]  # fmt: skip


def test_the_files_of_our_sans_are_the_fonts_of_its_package():
    for name, path in _UNPACKED.items():
        assert Path(path).read_bytes() == importlib.import_module(f"pymupdf_fonts.{name}").fontbuffer


def test_pages_in_our_sans_unpack_no_font():
    code = (
        "import sys\nfrom newsexport.exporters.pdf._fonts import chain, load\nfrom newsexport.style import Fonts\n"
        "for bold in (False, True): load(next(chain(Fonts(), 'label', bold=bold, italic=False)))\n"
        "print([name for name in sys.modules if name.startswith('pymupdf_fonts')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


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


def collection(*fonts):
    """A TrueType collection of these fonts (OpenType 1.9, font collection header)."""
    start = 12 + 4 * len(fonts)
    made, offsets = b"", []
    for font in fonts:
        offsets.append(start + len(made))
        count = int.from_bytes(font[4:6], "big")
        records = [bytearray(font[12 + 16 * at : 28 + 16 * at]) for at in range(count)]
        for record in records:  # a table's offset counts from the beginning of the file
            record[8:12] = (int.from_bytes(record[8:12], "big") + offsets[-1]).to_bytes(4, "big")
        made += font[:12] + b"".join(records) + font[12 + 16 * count :]
        made += bytes(-len(made) % 4)
    return b"ttcf\0\1\0\0" + len(fonts).to_bytes(4, "big") + b"".join(at.to_bytes(4, "big") for at in offsets) + made


def font_files(folder):
    """One file of each kind: TrueType, OpenType CFF, variable, and a collection of the first two."""
    from pymupdf_fonts.NotoMusic_Regular import fontbuffer as music
    from pymupdf_fonts.Ubuntu_Regular import fontbuffer as ubuntu

    made = {
        "ubuntu.ttf": ubuntu,
        "music.otf": music,
        "vary.ttf": NOTO.read_bytes(),
        "two.ttc": collection(ubuntu, music),
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)


@pytest.mark.parametrize(
    ("regular", "index", "shown"),
    [
        ("ubuntu.ttf", 0, "Ubuntu-Regular"),
        ("music.otf", 0, "NotoMusic-Regular"),
        ("vary.ttf", 0, "NotoSerif-Regular-wdth100-wght400"),
        ("two.ttc", 0, "Ubuntu-Regular"),
        ("two.ttc", 1, "NotoMusic-Regular"),
    ],
)
def test_a_style_takes_font_files_of_every_kind(regular, index, shown, tmp_path):
    font_files(tmp_path)
    family = FontFiles(tmp_path / regular, index=index)
    style = replace(Style(), fonts=replace(Fonts(), text=("Mine",), files={"Mine": family}))
    data = pdf(plain("Words 2024 \U0001d11e."), style=style)
    assert shown in faces(data)
    (tmp_path / "mine.pdf").write_bytes(data)
    done = subprocess.run([tool("verapdf"), str(tmp_path / "mine.pdf")], capture_output=True, text=True, check=False)
    assert done.stdout.count("PASS") == 2, done.stdout


def test_bold_is_a_weight_of_a_variable_font_without_a_bold_file(tmp_path):
    font_files(tmp_path)
    family = FontFiles(tmp_path / "vary.ttf")
    style = replace(Style(), fonts=replace(Fonts(), display=("Mine",), text=("Mine",), files={"Mine": family}))
    assert {"NotoSerif-Regular-wdth100-wght400", "NotoSerif-Regular-wdth100-wght700"} <= set(
        faces(pdf(plain("A."), style=style))
    )


def test_a_font_option_fills_the_gaps_of_the_styles_fonts_only(monkeypatch, tmp_path):
    from newsexport.exporters.pdf import _fonts, _shape

    font_files(tmp_path)
    monkeypatch.setattr(_fonts, "_LAST_RESORT", ("Noto Serif",))
    _shape._fount.cache_clear()
    article = plain("Clef \U0001d11e.")
    with pytest.warns(ExportWarning, match=r"U\+1D11E MUSICAL SYMBOL G CLEF in 'Quay vote passes', block 1"):
        pdf(article)
    found = faces(pdf(article, options=replace(OURS, font=(Path(f"{tmp_path}/two.ttc#1"),))))
    assert "NotoMusic-Regular" in found
    assert "Ubuntu-Regular" not in found
    _shape._fount.cache_clear()


@pytest.mark.parametrize("name", ["missing.ttf", "two.ttc#7", "words.ttf"])
def test_a_font_file_that_cannot_be_used_is_named(name, tmp_path):
    font_files(tmp_path)
    (tmp_path / "words.ttf").write_text("no font")
    with pytest.raises(ExportError, match=r"no such font file|cannot be used") as caught:
        pdf(plain("A."), options=replace(OURS, font=(tmp_path / name,)))
    assert name.partition("#")[0] in str(caught.value.path)


def test_what_is_learnt_of_words_is_bounded_and_letters_are_one_value():
    words = [f"{chr(97 + n % 26)}{n:x}b{n * 7919 % 65536:x}" for n in range(14_000)]
    paragraphs = [" ".join(words[at : at + 100]) for at in range(0, len(words), 100)]
    first = pdf(plain(*paragraphs))
    founts = [fount for _, fount in _shape._FOUND.values()]
    body = max(founts, key=lambda fount: len(fount._spaced.older))
    known = learnt(body)
    for store, most in ((body.easy, 1000), (body._spaced, 4000), (known.codes, 4000), (known.glyphs, 4000)):
        assert most / 2 <= len(store) + len(store.older) <= most
    glyphs = [glyph for word in words[:2000] for part in body.word(word).parts for glyph in part.glyphs]
    assert len(set(map(id, glyphs))) < len(glyphs) / 5
    assert pdf(plain(*paragraphs)) == first


def test_a_store_keeps_what_is_asked_for_again():
    made = []
    store = Store(lambda word: made.append(word) or word.upper(), 4)
    for word in ("tide", "quay", "pier", "tide", "buoy", "dock", "tide"):
        assert store[word] == word.upper()
    assert made == ["tide", "quay", "pier", "buoy", "dock"]
    assert len(store) + len(store.older) <= 4


def test_a_font_is_made_once_for_the_same_letters():
    first = pdf(plain("A pilot boat."))
    made = _embed._program.cache_info().misses
    assert pdf(plain("A pilot boat.")) == first
    assert pdf(plain("A boat pilot.")) != first
    assert _embed._program.cache_info().misses == made


def test_easy_words_are_shaped_as_all_others_are():
    face = fount(Fonts(), "text", bold=False, italic=False, language="en", upper=False, system=False)
    words = "AVATAR Toy. “Wave,” café’s office £11.5 flying 3,000 naïve Łódź 10–12 Ÿ,, LT a\u0331b".split()
    for word in words:
        width, code, bits = face.easy[word]
        known, pairs = simple(face, word)
        assert (width, code) == (face.word(word).width, known)
        assert face.first.said(bits).items() == pairs
    assert [face.easy[word] for word in ("и", "e\u0301x", "港", "")] == [None] * 4


def test_a_paragraph_of_new_words_costs_little_more_than_one_of_known_words(monkeypatch):
    pdf(plain("A quay, “so”, at 4.35 in Oakport."))  # makes the founts
    monkeypatch.setattr(_shape.Fount, "_shaped", None)  # what takes five times as long
    pdf(plain("Seldomer lampwrights unmoored a quayless brig, “hullingly”, at 4.35 in Oakportshire."))


@pytest.mark.parametrize("module", sorted({module for family in _fonts._FACES.values() for module in family}))
def test_the_hundredth_subset_of_a_face_is_the_one_that_it_made_first(module):
    face = _fonts.load.__wrapped__(_fonts.Source(_fonts._UNPACKED.get(module, module), bundled=True))
    chance = Random(7)  # noqa: S311 - a sample
    wanted = [frozenset(chance.sample(range(face.face.glyph_count), size)) for size in (1, 30, 60, 200)]
    first = [face.subset(glyphs) for glyphs in wanted]
    for _ in range(9):
        face.subset(wanted[0])
    assert ("_bare" in vars(face)) is face.steady is not face.cff
    assert [face.subset(glyphs) for glyphs in wanted] == first

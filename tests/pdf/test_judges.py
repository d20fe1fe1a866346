"""Every file passes PDF/UA-1 and PDF/A-2a, and is the same file everywhere."""

import hashlib
import os
import subprocess
import sys
import warnings
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsexport.codec import decode_edition
from newsexport.errors import ExportError
from newsexport.exporters.pdf import Options, _attach, exporter
from newsexport.exporters.pdf._leads import Leads
from newsexport.model import Article, Edition, Item, ListBlock, Paragraph, Provenance, PullQuote
from newsexport.style import Colour, Page, Style, load
from tests.pdf.pages import FULL, QUAY, SCRIPTS, pdf, plain, tool
from tests.pdf.test_book import BOOK

STYLES = {"briefing": Style(), "broadsheet": load("broadsheet"), "large-print": load("large-print")}
ATTACHED = Options(variant="a3a", system_fonts=False)
SECOND = Options(variant="ua2+a4", system_fonts=False)
VARIABLES = {"RL_pdfMultiLine": "1", "RL_pdfComments": "1", "RL_verbose": "not a number"}
HOSTILE = "a\x00\x1b[31m\ud800\ufeff\u202e🎉\ue000\u0378\ufdd0 \u200d\u00ad<b>&amp;</b>\\)(" + "e\u0301" * 40


def test_the_judge_finds_no_fault(tmp_path):
    files = {"all": pdf(FULL, *SCRIPTS.values(), title="All of them")}
    files |= {f"full-{name}": pdf(FULL, style=style) for name, style in STYLES.items()}
    files |= {f"arabic-{name}": pdf(SCRIPTS["Arabic"], style=style) for name, style in STYLES.items()}
    files["long"] = pdf(plain(*[QUAY] * 60))
    files["empty"] = pdf(Article())
    files["one word"] = pdf(plain("Done."))
    files["paper"] = pdf(FULL, style=replace(Style(), page=replace(Page(), paper=Colour("#fff8ee"))))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        files["missing"] = pdf(plain("港口委员会 🎉 \ue000 1\ufe0f\u20e3,", language="zh"))
        files["hostile"] = pdf(
            Article(
                headline=HOSTILE, kicker=HOSTILE, language="ar",
                blocks=(Paragraph(HOSTILE), PullQuote(HOSTILE, HOSTILE), ListBlock((Item(HOSTILE),))),
            )
        )  # fmt: skip
    for name, data in files.items():
        (tmp_path / f"{name}.pdf").write_bytes(data)
    done = subprocess.run(
        [tool("verapdf"), *(str(tmp_path / f"{name}.pdf") for name in files)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.count("PASS") == 2 * len(files), done.stdout + done.stderr


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.text(st.characters(), max_size=60), max_size=4), st.sampled_from(["en", "ar", "zh", None]))
def test_no_text_stops_it(paragraphs, language):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        data = pdf(plain(*paragraphs, headline="".join(paragraphs[:1]) or "Head", language=language))
    assert data.startswith(b"%PDF-1.7")
    assert data.endswith(b"%%EOF\n")


def test_the_same_bytes_in_another_process_time_zone_and_hash_seed():
    script = (
        "import hashlib\nfrom tests.pdf.pages import *\nprint(hashlib.sha256(pdf(FULL, *SCRIPTS.values())).hexdigest())"
    )
    digests = {hashlib.sha256(pdf(FULL, *SCRIPTS.values())).hexdigest()}
    for seed, zone in (("1", "Pacific/Auckland"), ("2", "America/New_York")):
        environ = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "RL_invariant": "0", "RL_pageCompression": "0"}
        paths = os.pathsep.join(path for path in sys.path if path)
        done = subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            check=True,
            env=environ | {"PYTHONPATH": paths},
        )
        digests.add(done.stdout.strip())
    assert len(digests) == 1


def test_what_was_written_before_leaves_no_trace():
    first = pdf(FULL)
    pdf(*SCRIPTS.values(), style=STYLES["broadsheet"])
    assert pdf(FULL) == first


def test_different_texts_have_different_identities():
    def identity(data):
        return data.rpartition(b"/ID[<")[2][:32]

    assert identity(pdf(plain("One."))) != identity(pdf(plain("Two.")))


def test_a_page_of_text_stays_small():
    assert len(pdf(plain(*[QUAY] * 12))) < 40_000


def test_the_judge_finds_no_fault_in_pages_with_their_data_attached(tmp_path):
    style = replace(Style(), body=replace(Style().body, align="justify"))
    files = [tmp_path / "full.pdf", tmp_path / "all.pdf", tmp_path / "empty.pdf"]
    for file, articles in zip(files, [(FULL,), (FULL, *SCRIPTS.values()), (Article(),)], strict=True):
        file.write_bytes(pdf(*articles, style=style, options=ATTACHED))
    done = subprocess.run(
        [tool("verapdf"), "-f", "ua1,3a", *map(str, files)], capture_output=True, text=True, check=False
    )
    assert done.stdout.count("PASS") == 2 * len(files), done.stdout + done.stderr


def test_the_judge_finds_no_fault_in_pdf_2(tmp_path):
    files = {"full": pdf(FULL, options=SECOND), "empty": pdf(Article(), options=SECOND)}
    files |= {name: exporter.write(BOOK, style, SECOND) for name, style in STYLES.items()}
    files["all"] = pdf(FULL, *SCRIPTS.values(), options=SECOND)
    for name, data in files.items():
        assert data.startswith(b"%PDF-2.0")
        (tmp_path / f"{name}.pdf").write_bytes(data)
    done = subprocess.run(
        [tool("verapdf"), "-f", "ua2,4", *map(str, sorted(tmp_path.glob("*.pdf")))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.count("PASS") == 2 * len(files), done.stdout + done.stderr


def test_a_file_that_does_not_hang_together_is_not_published(monkeypatch):
    monkeypatch.setattr(Leads, "write", lambda *_: None)  # the annotations stay without a body
    with pytest.raises(ExportError, match="would refer to object"):
        pdf(FULL)


@pytest.mark.parametrize("headline", ["99999 0 R", "a) 99999 0 R (b", "\\) 99999 0 R \\", "Ω 99999 0 R", "((99999 0 R"])
def test_words_that_look_like_references_are_words(headline):
    assert pdf(plain("See.", headline=headline), plain("Again.", headline=headline))


def test_attached_data_are_the_articles_and_can_be_taken_out(tmp_path):
    origin = "Oakport will rebuild its eastern quay\n\nThe council voted – “yes” – on Tuesday."
    (tmp_path / "full.pdf").write_bytes(pdf(replace(FULL, provenance=Provenance(text=origin)), options=ATTACHED))
    subprocess.run(
        [tool("pdfdetach"), "-saveall", "-o", str(tmp_path), str(tmp_path / "full.pdf")], check=True, timeout=60
    )
    read = decode_edition((tmp_path / "articles.json").read_bytes())
    assert read == Edition.of(FULL)
    assert (tmp_path / "source-0001.txt").read_text(encoding="utf-8") == origin + "\n"
    assert pdf(FULL, options=ATTACHED) == pdf(FULL, options=ATTACHED)
    assert b"EmbeddedFile" not in pdf(FULL)


def test_names_of_attached_sources_sort_as_the_articles_stand():
    told = Article(provenance=Provenance(text="told"))
    names = [file.name for file in _attach.files(Edition("All", (told,) * 10_001))]
    assert names[1] == b"source-00001.txt"
    assert names == sorted(names)


def test_nobodys_settings_of_reportlab_are_run(tmp_path):
    hostile = 'open("ran", "w").close()\npageCompression = 0\n'
    for name in (".reportlab_settings", "reportlab_settings.py", ".reportlab_mods", "reportlab_mods.py"):
        (tmp_path / name).write_text(hostile)
    script = "from tests.pdf.pages import *\nimport sys\nsys.stdout.buffer.write(pdf(FULL))"
    paths = os.pathsep.join([str(tmp_path), *(str(Path(path).resolve()) for path in sys.path if path)])
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env=os.environ | VARIABLES | {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "PYTHONPATH": paths},
    )
    assert done.stdout == pdf(FULL)
    assert not (tmp_path / "ran").exists()

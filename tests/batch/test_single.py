"""Jobs are planned before anything is written; files appear whole or not at all; one bad article stops no other."""

import os
import stat
import sys
import unicodedata
import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsexport.batch import Job, plan, run, safe_name, save
from newsexport.errors import ExportError, ExportWarning, OptionError, SourceError
from newsexport.exporter import Exporter, NoOptions
from newsexport.model import Article, Edition
from newsexport.style import Style


def words(edition, style, options):
    return " ".join(article.headline for article in edition.articles).encode()


def lossy(edition, style, options):
    warnings.warn("a dragon is missing", ExportWarning, stacklevel=1)
    return b"x"


def crash(edition, style, options):
    raise IndexError("deep inside")


def read(path: str):
    if "bad" in path:
        raise SourceError("no words in it", path=path)
    return Edition.of(Article(headline=Path(path).stem))


def done(jobs, write=words, **more):
    exporter = Exporter(extension=".up", summary="Words.", write=write)
    return list(run(jobs, exporter, Style(), NoOptions(), read=read, **more))


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def planned(*names, **more):
    return [str(job.output) for job in plan([Path(name) for name in names], ".up", **more)]


def test_outputs_go_to_dist_under_the_names_of_their_sources():
    assert planned("news/a.txt", "b.txt") == ["dist/a.up", "dist/b.up"]


def test_standard_input_goes_to_standard_output():
    assert planned("-") == ["-"]
    assert planned("-", output="out.up") == ["out.up"]


def test_a_folder_is_told_from_a_file_by_its_slash_or_its_being_there(desk):
    (desk / "there").mkdir()
    assert planned("a.txt", output="there") == ["there/a.up"]
    assert planned("a.txt", output="new/") == ["new/a.up"]
    assert planned("a.txt", output="new") == ["new"]


def test_a_bundle_is_one_file_under_its_title():
    assert planned("a.txt", "b.txt", bundle="Morning: briefing") == ["dist/morning-briefing.up"]


@pytest.mark.parametrize(
    ("names", "more", "said"),
    [
        (["a.txt", "b.txt"], {"output": "one.up"}, "one.up cannot hold 2 articles"),
        (["x/a.txt", "y/a.txt"], {}, "x/a.txt and y/a.txt would both be written to dist/a.up"),
        (["x/a.txt", "y/A.txt"], {}, "would both be written"),
        (["a.txt"], {"output": "a.txt"}, "a.txt is one of the sources"),
    ],
)
def test_a_plan_refuses_before_the_first_byte(desk, names, more, said):
    (desk / "a.txt").write_text("x", encoding="utf-8")

    with pytest.raises(OptionError, match=said):
        planned(*names, **more)


def test_a_link_to_a_source_is_that_source(desk):
    (desk / "a.txt").write_text("x", encoding="utf-8")
    (desk / "link.up").symlink_to("a.txt")

    with pytest.raises(OptionError, match="one of the sources"):
        planned("a.txt", output="link.up")


def test_one_bad_article_stops_no_other(desk):
    good, bad, other = done(plan([Path("good.txt"), Path("bad.txt"), Path("other.txt")], ".up"))

    assert (desk / good.written).read_bytes() == b"good"
    assert (desk / other.written).read_bytes() == b"other"
    assert (bad.written, [str(error) for error in bad.errors]) == (None, ["bad.txt: no words in it"])


def test_a_bundle_keeps_its_good_articles_and_reports_the_bad_one(desk):
    (outcome,) = done(plan([Path("one.txt"), Path("bad.txt"), Path("two.txt")], ".up", bundle="All"))

    assert (desk / outcome.written).read_bytes() == b"one two"
    assert len(outcome.errors) == 1


def test_a_crash_inside_an_exporter_is_one_clear_error(desk):
    (outcome,) = done([Job(("a.txt",), "a.up")], crash)

    assert "a.txt: the up exporter failed: IndexError: deep inside" in str(outcome.errors[0])
    assert not (desk / "a.up").exists()


@pytest.mark.parametrize("nothing", [b"", None, "text"])
def test_an_exporter_that_returns_no_bytes_failed(nothing):
    (outcome,) = done([Job(("a.txt",), "a.up")], lambda edition, style, options: nothing)

    assert "returned no bytes" in str(outcome.errors[0])


def test_a_crash_while_reading_stops_no_other():
    def broken(path):
        if path == "a.txt":
            raise KeyError("deep inside")
        return Edition.of(Article(headline="b"))

    exporter = Exporter(extension=".up", summary="Words.", write=words)
    first, second = run(plan([Path("a.txt"), Path("b.txt")], ".up"), exporter, Style(), NoOptions(), read=broken)

    assert "a.txt: reading failed: KeyError: 'deep inside'" in str(first.errors[0])
    assert second.written == "dist/b.up"


def test_a_loss_is_a_warning_and_with_strict_an_error(desk):
    job = Job(("a.txt",), "a.up")

    (shown,) = done([job], lossy)
    assert (shown.warnings, shown.errors) == (("a dragon is missing",), ())

    (desk / "a.up").unlink()
    (refused,) = done([job], lossy, strict=True)
    assert "a dragon is missing" in str(refused.errors[0])
    assert not (desk / "a.up").exists()


def test_saving_replaces_whole_and_follows_the_umask(desk):
    old = os.umask(0o027)
    try:
        save(desk / "new" / "a.up", b"one")
        save(desk / "new" / "a.up", b"two")
    finally:
        os.umask(old)

    assert (desk / "new" / "a.up").read_bytes() == b"two"
    assert stat.S_IMODE((desk / "new" / "a.up").stat().st_mode) == 0o640
    assert [path.name for path in (desk / "new").iterdir()] == ["a.up"]


def test_a_link_is_replaced_never_written_through(desk):
    (desk / "target").write_bytes(b"precious")
    (desk / "a.up").symlink_to("target")

    save(desk / "a.up", b"new")

    assert (desk / "target").read_bytes() == b"precious"
    assert (desk / "a.up").read_bytes() == b"new"


def test_a_failed_save_leaves_the_old_file_and_no_debris(desk, monkeypatch):
    (desk / "a.up").write_bytes(b"old")

    def full(number):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="No space left on device"):
        save(desk / "a.up", b"new")

    assert [path.name for path in desk.iterdir()] == ["a.up"]
    assert (desk / "a.up").read_bytes() == b"old"


def test_a_folder_in_the_way_is_said(desk):
    (desk / "a.up").mkdir()

    with pytest.raises(ExportError, match="a folder stands in the way"):
        save(desk / "a.up", b"x")


TITLES = ["Hello, World!", "../../etc/passwd", "/abs", "CON", "nul", "", "!!!", "Łódź 2024", "हिन्दी समाचार", "日本のニュース", "a" * 500, "-rf", "\u202etxt.exe", "x\x00y", "\ud800", "．．／x"]  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
def test_a_name_from_any_title_is_one_portable_component(title):
    check_name(title)


@given(st.text(max_size=80))
def test_a_name_from_any_text_is_one_portable_component(title):
    check_name(title)


def check_name(title):
    name = safe_name(title)
    assert name
    assert len(name.encode()) <= 140
    assert not set(name) & set('/\\:*?"<>|\0. ')
    assert name[0] not in "-.~"
    assert name.lower() not in {"con", "prn", "aux", "nul", "com1", "lpt1"}
    assert all(unicodedata.category(char)[0] in "LMN" or char == "-" for char in name)


def test_indic_vowel_signs_stay():
    assert safe_name("हिन्दी समाचार") == "हिन्दी-समाचार"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_said(desk):
    (desk / "locked").mkdir(mode=0o500)

    with pytest.raises(ExportError, match="Permission denied"):
        save(desk / "locked" / "a.up", b"x")

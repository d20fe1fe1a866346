"""Every kind of source is found once, in order, with its place in the tree; what leads out or swells is refused."""

import io
import os
import tarfile
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsexport.batch import sources as sources_room
from newsexport.batch._names import portable
from newsexport.batch._pattern import Pattern
from newsexport.batch._place import bare, ending
from newsexport.batch._remote import reached
from newsexport.errors import OptionError, SourceError
from newsexport.model import Article, Moment


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path, data=b"Bridge opens\n\nIt did.\n"):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(data)
    return path


def found(*said, listed=(), output="dist", limit=1000):
    passed = Counter()
    return list(sources_room.sources(said, lambda: listed, output, limit, passed)), dict(passed)


def places(*said, **more):
    return [
        one.place if not isinstance(one, SourceError) else str(one).split("\n")[0] for one in found(*said, **more)[0]
    ]


def test_a_folder_keeps_its_tree_and_leaves_out_what_is_no_article():
    for name in (
        "b/2.txt",
        "a.txt",
        "b/1.md",
        "c.WIRE",
        ".hidden.txt",
        ".git/x.txt",
        "README.md",
        "photo.jpg",
        "~a.txt",
    ):
        put(f"news/{name}")

    assert places("news") == ["a.txt", "c.WIRE", "b/1.md", "b/2.txt"]
    assert found("news")[1] == {".jpg": 1, ".md": 1, ".txt": 1}


def test_the_output_folder_inside_the_sources_is_left_out():
    put("news/a.txt")
    put("news/dist/a.txt")

    assert places("news", output="news/dist") == ["a.txt"]
    assert places("news", output="./news/../news/dist/") == ["a.txt"]


def test_an_output_folder_that_holds_sources_is_refused():
    put("news/a.txt")

    for output in ("news", ".", str(Path.cwd())):
        with pytest.raises(OptionError, match="holds the sources"):
            sources_room.refuse_mixing(["news"], output)
    assert not sources_room.refuse_mixing(["news"], "dist")
    assert sources_room.refuse_mixing(["news/a.txt"], "news")


def test_links_to_folders_are_not_followed(desk):
    put("news/a.txt")
    (desk / "news" / "round").symlink_to(desk / "news")

    assert places("news") == ["a.txt"]


def test_a_glob_keeps_the_folders_below_its_fixed_part():
    for name in ("a.txt", "b/c.txt", "b/d.md"):
        put(f"news/{name}")

    assert places("news/**/*.txt") == ["a.txt", "b/c.txt"]
    assert places("news/*/*") == ["b/c.txt", "b/d.md"]
    assert places("nothing/*.txt") == ["nothing/*.txt: no file matches"]


def test_a_name_with_brackets_is_a_file_where_there_is_one():
    put("news/[1].txt")

    assert places("news/[1].txt") == ["[1].txt"]


def test_a_list_keeps_its_folders_and_never_leaves_the_output(desk):
    put("a/b.txt")

    assert places("-", listed=["a/b.txt", "./a/b.txt", "../x/y.txt", str(desk / "a/b.txt")]) == [
        "a/b.txt", "a/b.txt", "x/y.txt", str(desk / "a/b.txt").lstrip("/"),
    ]  # fmt: skip


def archive(kind, members):
    data = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
            for name, content in members:
                made.writestr(name, content)
    else:
        with tarfile.open(fileobj=data, mode="w:gz") as made:
            for name, content in members:
                info = tarfile.TarInfo(name)
                info.size = len(content)
                made.addfile(info, io.BytesIO(content))
    return data.getvalue()


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_the_members_of_an_archive_are_read_in_their_tree(kind):
    put(f"wire.{kind}", archive(kind, [("day/a.txt", b"one"), ("b.jpg", b"x"), ("day/b.txt", b"two")]))

    (first, second), passed = found(f"wire.{kind}")
    assert (first.place, first.data, first.name) == ("wire/day/a.txt", b"one", f"wire.{kind}!day/a.txt")
    assert (second.place, second.data) == ("wire/day/b.txt", b"two")
    assert passed == {".jpg": 1}


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
@pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "a\\..\\evil.txt", "C:evil.txt"])
def test_a_member_that_leads_out_is_refused_and_the_others_stay(kind, name):
    put(f"wire.{kind}", archive(kind, [(name, b"x"), ("good.txt", b"good")]))

    (bad, good), _ = found(f"wire.{kind}")
    assert "leads out of its archive" in str(bad)
    assert good.data == b"good"


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_a_member_that_is_too_large_is_refused_whatever_it_says_of_itself(kind):
    put(f"wire.{kind}", archive(kind, [("big.txt", b"x" * 5000), ("good.txt", b"good")]))

    (big, good), _ = found(f"wire.{kind}")
    assert "larger than 1,000 bytes" in str(big)
    assert good.data == b"good"


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_a_bomb_is_given_up_before_it_costs_much(kind, monkeypatch):
    monkeypatch.setattr("newsexport.batch._archives._ROOM", 1000)
    put(f"bomb.{kind}", archive(kind, [(f"{n}.txt", b"\0" * 1_000_000) for n in range(20)]))

    last = found(f"bomb.{kind}", limit=2_000_000)[0][-1]
    assert "unpacks to more than 200 times its size" in str(last)


@pytest.mark.parametrize("name", ["broken.zip", "broken.tar", "broken.tar.gz"])
def test_a_broken_archive_is_one_error(name):
    put(name, b"PK\3\4 nothing of the kind" * 40)

    (error,) = found(name)[0]
    assert "this archive cannot be read" in str(error)


def test_a_tar_with_links_and_devices_gives_its_files_only(desk):
    with tarfile.open(desk / "odd.tar", "w") as made:
        for kind, name in (
            (tarfile.SYMTYPE, "link.txt"),
            (tarfile.FIFOTYPE, "pipe.txt"),
            (tarfile.LNKTYPE, "hard.txt"),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            made.addfile(info)

    assert found("odd.tar") == ([], {".txt": 3})


def test_addresses_are_listed_and_read_through_fsspec():
    pytest.importorskip("fsspec")
    system, _ = reached("memory://")
    for name in ("/news/a.txt", "/news/b/c.txt", "/news/photo.jpg", "/wire.zip"):
        system.pipe_file(name, archive("zip", [("d.txt", b"packed")]) if name.endswith("zip") else b"words")

    assert places("memory://news") == ["a.txt", "b/c.txt"]
    assert places("memory://news/*.txt") == ["a.txt"]
    assert places("memory://wire.zip") == ["wire/d.txt"]
    assert places("memory://nowhere.txt") == ["nowhere.txt"]  # said when it shall be read


def test_an_unknown_protocol_is_said():
    with pytest.raises(OptionError, match="cannot be reached"):
        found("gopher://x/y.txt")


@given(st.text(max_size=60))
def test_a_place_never_leaves_its_folder_and_is_portable(text):
    for part in portable(text).split("/"):
        assert part not in {"", ".", ".."}
        assert not set(part) & set('<>:"\\|?*\0\n')
        assert part[0] not in ".-~"
        assert part[-1] not in ". "
        assert len(part.encode()) <= 140
        assert part.partition(".")[0].lower() not in {"con", "nul", "aux", "com1"}


def test_a_plain_name_stays_as_it_is():
    assert portable("2024/Budget Speech.final") == "2024/Budget Speech.final"


@pytest.mark.parametrize(
    ("name", "what"), [("a.tar.gz", ".tar.gz"), ("x/a.TXT", ".txt"), (".txt", ""), ("a", ""), ("a.b/c", "")]
)
def test_the_ending_of_a_name(name, what):
    assert ending(name) == what
    assert bare(name) == name[: len(name) - len(what)]


ARTICLE = Article(headline="Bridge: opens/early", published=Moment("12 May 2024", "2024-05-12T10:00Z"), language="en")


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{date}-{slug}", "x/2024-05-12-bridge-opens-early"),
        ("{year}/{month}/{day}/{stem}", "x/2024/05/12/a"),
        ("{number}", "x/007"),
        ("{language}-{section}-{outlet}", "x/en-none-none"),
        ("{hash}", "x/abcdef01"),
        ("plain", "x/plain"),
    ],
)
def test_a_pattern_names_an_article(pattern, name):
    assert Pattern(pattern).name("x/a", ARTICLE, 7, "abcdef0123") == name


def test_an_article_without_a_date_is_undated():
    assert Pattern("{date}-{year}").name("a", Article(headline="x"), 1, "") == "undated-undated"


@pytest.mark.parametrize(
    "pattern", ["", "/abs", "../x", "a/../b", "{stem", "{}", "{date!r}", "{date:>100}", "{a.b}", "a\\b", "{0}"]
)
def test_a_pattern_that_means_nothing_or_leads_out_is_refused(pattern):
    with pytest.raises(OptionError, match="--name"):
        Pattern(pattern)


def test_names_that_are_not_utf_8_are_taken(desk):
    (desk / "news").mkdir()
    try:
        (desk / os.fsdecode(b"news/caf\xe9.txt")).write_bytes(b"x")
    except OSError:
        pytest.skip("this file system takes UTF-8 only")

    (one,) = found("news")[0]
    assert portable(bare(one.place)) == "caf-"

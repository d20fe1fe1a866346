"""What the benchmarks print means what its heads say."""

from collections.abc import Iterator
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "benchmarks"


@pytest.fixture(scope="module", autouse=True)
def reachable() -> Iterator[None]:
    """The benchmarks are scripts that import one another by bare names; other tests shall not see them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(FOLDER)
        yield


def test_a_ratio_is_the_median_of_each_rounds_ratio_and_the_goal_is_judged_by_it():
    from _measure import Row, table

    rows = [
        Row("pdf", [4.0, 1.0, 9.0], "typst", [8.0, 4.0, 10.0], 0.5),
        Row("epub", [2.0], "pandoc", [10.0], 0.1),
        Row("memory", [79.0], goal=80, unit="MiB"),
    ]
    assert table(rows).splitlines()[2:] == [
        "| pdf | 4 ms | typst | 8 ms | 0.5 [0.25–0.9] | ≤ 0.5 | yes |",
        "| epub | 2 ms | pandoc | 10 ms | 0.2 | ≤ 0.1 | no |",
        "| memory | 79 MiB |  |  |  | ≤ 80 | yes |",
    ]


def test_rounds_alternate_and_the_first_is_not_counted():
    from _measure import alternated

    order: list[str] = []
    jobs = {name: lambda name=name: order.append(name) or len(order) for name in "ab"}
    assert alternated(jobs, 2) == {"a": [3, 5], "b": [4, 6]}
    assert order == ["a", "b"] * 3


def test_articles_differ_in_order_alone_and_peers_are_given_the_same_words(tmp_path: Path):
    import _articles

    _articles.varied(tmp_path / "source", 2)
    _articles.for_peers(tmp_path / "source", tmp_path / "markdown", tmp_path / "data")
    one, two = (path.read_text(encoding="utf-8") for path in sorted((tmp_path / "source").rglob("*.txt")))
    assert one != two
    assert sorted(one.split()) == sorted(two.split())
    markdown = (tmp_path / "markdown" / "0000000.md").read_text(encoding="utf-8")
    assert sorted(one.split()) == sorted(
        markdown.replace("title: |-", "").replace("lang: en", "").replace("---", "").split()
    )


def test_a_long_article_has_the_words_asked_for(tmp_path: Path):
    import _articles

    words = len(_articles.long(tmp_path / "long.txt", 5000).read_text(encoding="utf-8").split())
    assert 5000 <= words < 5300


def test_what_needs_no_peers_runs_without_them(monkeypatch, tmp_path):
    import _peers

    monkeypatch.setattr(_peers, "HOME", tmp_path)
    assert _peers.versions() == "no peers: --install puts them into build/peers"
    assert _peers.single(tmp_path / "a.md", tmp_path) == {}

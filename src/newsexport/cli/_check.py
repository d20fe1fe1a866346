"""`newsexport check`: how each line was read, and why."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from newsexport.batch import crash
from newsexport.cli._settings import known_language
from newsexport.cli._terminal import complain
from newsexport.errors import NewsexportError, OptionError, SourceError, printable


@click.command()
@click.argument("article", nargs=-1, required=True, metavar="ARTICLE...")
@click.option("--encoding", help="Encoding of the articles, where it is known.")
@click.option("--language", help="Language of the articles as a BCP 47 tag, where it is known.")
@click.option("--from", "source_format", help="What the articles are, where the content does not show it.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a source.")
@click.option("--debug", is_flag=True, help="Print a traceback for a crash.")
@click.option("--strict", is_flag=True, help="Exit 1 if a character could not be placed.")
def check(article: tuple[str, ...], as_json: bool, strict: bool, debug: bool, **known: str | None) -> None:
    """Show how each line was read, and why."""
    try:
        known_language(known["language"])
    except ValueError as error:
        raise OptionError(str(error)) from None
    failed = False
    for name in article:
        try:
            failed |= _check(Path(name), known, as_json=as_json) and strict
        except NewsexportError as error:
            complain(error)
            failed = True
        except OSError:  # of standard output: a reader's are SourceErrors
            raise
        except Exception as error:
            complain(crash(SourceError, f"reading failed: {type(error).__name__}: {error}", name, error), debug=debug)
            failed = True
    sys.exit(1 if failed else 0)


def _check(path: Path, known: Mapping[str, str | None], *, as_json: bool) -> bool:
    """Print what was understood of one source; returns whether a character of it has no place."""
    from newsexport import reader
    from newsexport.explain import explain, explained

    data = reader.drain(sys.stdin.buffer) if path == Path("-") else reader.load(path)
    articles = reader.read_bytes(data, name=str(path), **known)
    account = reader.account(articles, reader.source_text(data, encoding=known["encoding"]))
    if as_json:
        import json

        click.echo(json.dumps({"source": str(path), **explained(articles, account)}, ensure_ascii=True))
    else:
        click.echo(printable(str(path)))
        for line in explain(articles, account):
            click.echo(f"  {printable(line)}")
    return bool(account.unparsed or account.lost)

"""The command line: words in, words out.

newsexport FORMAT [OPTIONS] ARTICLE...   one command for each installed exporter
newsexport check | formats | styles      what was understood, what there is
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable

from newsexport.cli._plain import plain_call
from newsexport.cli._terminal import complain, flush, forget_stdout, has_lost_its_reader, prepare, say
from newsexport.errors import ExportError, NewsexportError


def program() -> None:
    """Run as the installed program: `main`, but a plain call ends at once, without the interpreter's tidying up.

    Files are closed and the streams flushed by then, and nothing else of a plain call waits for the end. Tidying up,
    and looking for garbage in a run that makes next to none, takes as long as reading an article.
    """
    gc.disable()
    call = plain_call(sys.argv[1:])
    if call is None:
        gc.enable()
        main()
    else:
        prepare()
        code = _code(call, debug=False)
        flush()
        os._exit(code)


def main(argv: Iterable[str] | None = None) -> None:
    """Run the command line: exit 0 all written, 1 something failed, 2 could not start."""
    prepare()
    arguments = list(sys.argv[1:] if argv is None else argv)
    call = plain_call(arguments) or (lambda: _by_click(arguments))
    sys.exit(_code(call, debug="--debug" in arguments))


def _by_click(arguments: list[str]) -> bool:
    from newsexport.cli._commands import newsexport

    newsexport.main(arguments, prog_name="newsexport")
    return True


def _code(work: Callable[[], bool], *, debug: bool) -> int:
    """The exit code of some work that says whether all of it was done; what stopped it is said."""
    try:
        return 0 if work() else 1
    except NewsexportError as error:
        complain(error, debug=debug)
        return 2
    except KeyboardInterrupt:
        say("\nAborted!", err=True)
    except OSError as error:
        if has_lost_its_reader(error):
            forget_stdout()
            return 1
        complain(ExportError(f"standard output cannot be written: {error.strerror or error}"))
    except Exception as error:
        said = f"newsexport failed: {type(error).__name__}: {error}"
        failure = NewsexportError(said, hint="run it again with --debug and report what it prints")
        failure.__cause__ = error
        complain(failure, debug=debug)
    return 1

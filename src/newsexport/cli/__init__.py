"""The command line: words in, words out.

newsexport FORMAT [OPTIONS] ARTICLE...   one command for each installed exporter
newsexport check | formats | styles      what was understood, what there is
"""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def program() -> None:
    """Run as the installed program: `main`, but a plain call ends at once, without the interpreter's tidying up.

    Files are closed and the streams flushed by then, and nothing else of a plain call waits for the end. Tidying up,
    and looking for garbage in a run that makes next to none, takes as long as reading an article: even the rest of this
    command line is imported when nobody looks any more.
    """
    gc.disable()
    from newsexport.cli._plain import plain_call

    call = plain_call(sys.argv[1:])
    if call is None:
        gc.enable()
        main()
    else:
        from newsexport.cli._terminal import exit_code, flush, prepare

        prepare()
        code = exit_code(call, debug=False)
        flush()
        os._exit(code)


def main(argv: Iterable[str] | None = None) -> None:
    """Run the command line: exit 0 all written, 1 something failed, 2 could not start."""
    from newsexport.cli._plain import plain_call
    from newsexport.cli._terminal import exit_code, prepare

    prepare()
    arguments = list(sys.argv[1:] if argv is None else argv)
    call = plain_call(arguments) or (lambda: _by_click(arguments))
    sys.exit(exit_code(call, debug="--debug" in arguments))


def _by_click(arguments: list[str]) -> bool:
    from newsexport.cli._commands import newsexport

    newsexport.main(arguments, prog_name="newsexport")
    return True

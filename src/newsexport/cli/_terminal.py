"""The terminal: safe streams, signals, the words of an error, and the exit code."""

from __future__ import annotations

import errno
import io
import os
import sys

from newsexport.errors import ExportError, NewsexportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from collections.abc import Callable
else:
    try:  # all that `signal` has but its enums, which take half a millisecond to make
        import _signal as signal
    except ImportError:
        import signal


def prepare() -> None:
    """Make printing safe and leaving clean.

    No character is refused, and a closed stream does not stop the work. SIGTERM and SIGHUP end a process without a word
    to its `finally` by default: here they exit with 128 and their number.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.StringIO())
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):  # the last is Ctrl-Break, on Windows
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _leave)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else Ctrl-C is not for us
        signal.signal(signal.SIGINT, _leave)


def print_bytes(data: bytes) -> None:
    """Write to standard output; OSError where it is closed or full."""
    if sys.__stdout__ is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def exit_code(work: Callable[[], bool], *, debug: bool) -> int:
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


def complain(error: NewsexportError, *, debug: bool = False) -> None:
    """Print an error, and with `debug` the traceback of what caused it."""
    say(f"error: {error}", err=True)
    if debug and error.__cause__:
        import traceback

        say("".join(traceback.format_exception(error.__cause__)), err=True)


def say(line: str, *, err: bool = False) -> None:
    """Print a line at once, so that a closed or full stream is noticed where it is written to."""
    stream = sys.stderr if err else sys.stdout
    stream.write(f"{line}\n")
    stream.flush()


def flush() -> None:
    """Send off what is still on its way; a stream that is gone has been complained of."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            pass


def has_lost_its_reader(error: OSError) -> bool:
    """Whether a stream's reader has left: Windows says of its pipes that an argument is invalid."""
    return isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL)


def forget_stdout() -> None:
    """Let what is still to be printed go nowhere: its reader has left, and that is no fault of ours."""
    if sys.__stdout__ is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.__stdout__.fileno())


class _SignalExit(SystemExit):
    """A signal ends the run: told from the `sys.exit` of a plugin by its kind."""


_signals: list[int] = []  # that came


def is_leaving() -> bool:
    """Whether a signal came that ends the run: Python drops what a handler raises in a callback of a fork or a finaliser."""
    return bool(_signals)


def leave() -> None:
    """End the run as the last signal asks; nothing where none came."""
    if _signals:
        raise _exit_of(_signals[-1])


def _leave(number: int, _frame: object) -> None:
    _signals.append(number)
    raise _exit_of(number)


def _exit_of(number: int) -> BaseException:
    return KeyboardInterrupt() if number == signal.SIGINT else _SignalExit(128 + number)

"""Our hashes are hashlib's, whoever makes them."""

import hashlib
import subprocess
import sys

import pytest

from newsexport import digests

TEXTS = [b"", b"Ferry sold", b"x" * 100_000, b"y" * 1_000_000]


@pytest.mark.parametrize("name", ["sha1", "sha256"])
@pytest.mark.parametrize("own", [True, False])
def test_a_digest_is_hashlibs(monkeypatch, name, own):
    monkeypatch.setattr(digests, "_left", {name: digests._FEW})
    known = [hashlib.new(name, text).digest() for text in TEXTS]
    if own:
        monkeypatch.delitem(sys.modules, "hashlib")
    else:
        monkeypatch.setattr(digests, "_OWN", {name: ("no_such_module",)})
    assert [getattr(digests, name)(text) for text in TEXTS] == known


def test_few_bytes_do_without_openssl_and_many_do_not():
    code = (
        f"import sys; sys.path[:0] = {sys.path!r}\n"
        "from newsexport.digests import sha1, sha256\n"
        "sha1(b'a'), sha256(b'b'); print('_hashlib' in sys.modules)\n"
        "for _ in range(9): sha256(b'b' * 99_000)\n"
        "print('_hashlib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]

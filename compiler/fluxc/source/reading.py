"""Bytes of a file to text, bounded and checked before any parser sees them."""

from __future__ import annotations

import os
import re
import stat
from typing import NoReturn

from fluxc.diagnostics import Diagnostic, InputError, Span
from fluxc.source.excerpt import Lines

MAX_BYTES = 16 * 1024 * 1024

# Without O_NONBLOCK, opening a FIFO would wait for a writer for ever.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)

_PLAIN_BYTES = bytes([9, 10, *range(32, 127)])
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")


def read_text(path: str | os.PathLike[str], file: str) -> str:
    """Return the text of a regular file; raise InputError where ``read_bytes`` or ``decode`` does."""
    return decode(read_bytes(path, file), file)


def decode(raw: bytes, file: str) -> str:
    """Return the text of a file whose lines all end in a newline, without byte order mark.

    Raise InputError, naming ``file``, if it is not UTF-8 or holds control characters.
    """
    if not raw.translate(None, _PLAIN_BYTES):
        return raw.decode("ascii")
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        _refuse_encoding(raw, error, file)
    if (control := _CONTROL.search(text)) is not None:
        _refuse_control(text, control, file)
    return text


def read_bytes(path: str | os.PathLike[str], file: str) -> bytes:
    """Return what a regular file holds; raise InputError, naming ``file``, if it cannot be read or is too large."""
    try:
        handle = os.open(path, _FLAGS)
        try:
            return _read_all(handle, file)
        finally:
            os.close(handle)
    except OSError as error:
        raise InputError([unreadable(file, error)]) from None


def _read_all(handle: int, file: str) -> bytes:
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        reason = "is a folder" if stat.S_ISDIR(status.st_mode) else "is not a regular file"
        _refuse("unreadable-file", f"`{file}` {reason}", file, "put a plain file in its place")
    size = status.st_size
    raw = b""
    # A read may give less than it was asked for, and a file may have grown: the end is where nothing comes.
    while size <= MAX_BYTES and (piece := os.read(handle, size - len(raw) + 1)):
        raw += piece
        size = max(size, len(raw))
    if size > MAX_BYTES:
        message = f"`{file}` is larger than {MAX_BYTES // 1024**2} MiB"
        _refuse("file-too-large", message, file, "split it into a folder of several files")
    return raw


def unreadable(file: str, error: OSError) -> Diagnostic:
    """Return the diagnostic for a file or folder that the system does not let us read."""
    reason = error.strerror or type(error).__name__
    message = f"`{file}` cannot be read: {reason}"
    return Diagnostic("unreadable-file", message, Span(file), "make it readable, or take it away")


def _refuse_encoding(raw: bytes, error: UnicodeDecodeError, file: str) -> NoReturn:
    line = raw.count(b"\n", 0, error.start) + 1
    message = f"`{file}` is not UTF-8: byte 0x{raw[error.start]:02x} at offset {error.start}, in line {line}"
    raise InputError([Diagnostic("not-utf8", message, Span(file, line, 1), "save the file as UTF-8")])


def _refuse_control(text: str, control: re.Match[str], file: str) -> NoReturn:
    span = Lines(text).span(file, control.start(), control.end())
    message = f"the file holds the control character U+{ord(control[0]):04X}"
    advice = "take it out; inside double quotes an escape can write it"
    raise InputError([Diagnostic("control-character", message, span, advice)])


def _refuse(code: str, message: str, file: str, advice: str) -> NoReturn:
    raise InputError([Diagnostic(code, message, Span(file), advice)])

"""Files become text only when they are text, and nothing in a file's place makes the reader wait or fail."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fluxc.diagnostics import Diagnostic, InputError
from fluxc.source.reading import MAX_BYTES, read_text


def refusal(path: Path) -> Diagnostic:
    with pytest.raises(InputError) as caught:
        read_text(path, "schema/a.yaml")
    (fault,) = caught.value.diagnostics
    assert fault.span is not None
    assert fault.span.file == "schema/a.yaml"
    assert "schema/a.yaml" in fault.message or fault.code == "control-character"
    assert fault.help
    return fault


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.yaml"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", ""),
        (b"a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n"),
        (b"\xef\xbb\xbfa: 1\n", "a: 1\n"),
        ("ä: 😀\t\u0085".encode(), "ä: 😀\t\u0085"),
    ],
)
def test_text(file: Path, raw: bytes, text: str) -> None:
    """A byte order mark and the line ends of Windows are accepted and gone."""
    file.write_bytes(raw)
    assert read_text(file, "schema/a.yaml") == text


def test_missing_file(file: Path) -> None:
    """A file that vanished between the listing and the reading is a fault of that file."""
    assert refusal(file).code == "unreadable-file"


def test_folder(file: Path) -> None:
    """A folder in the place of a file is named as one."""
    file.mkdir()
    assert "is a folder" in refusal(file).message


def test_forbidden_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without permission says so in the system's words."""

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert refusal(file).message == "`schema/a.yaml` cannot be read: Permission denied"


def test_fifo_and_device(file: Path) -> None:
    """A FIFO without a writer and an endless device are refused at once."""
    os.mkfifo(file)
    assert refusal(file).code == "unreadable-file"
    assert refusal(Path("/dev/zero")).code == "unreadable-file"


def test_links(file: Path, tmp_path: Path) -> None:
    """A broken link and a link to itself are refused."""
    file.symlink_to(tmp_path / "nothing")
    assert refusal(file).code == "unreadable-file"
    file.unlink()
    file.symlink_to(file)
    assert refusal(file).code == "unreadable-file"


def test_size_is_bounded_without_reading(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A huge file, here one that is only a hole, is not read at all; one at the limit is."""
    with file.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with monkeypatch.context() as patch:
        patch.setattr(os, "read", None)
        fault = refusal(file)
    assert (fault.code, "16 MiB" in fault.message) == ("file-too-large", True)
    file.write_bytes(b" " * MAX_BYTES)
    assert len(read_text(file, "schema/a.yaml")) == MAX_BYTES


def test_a_file_that_grows_is_bounded(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that gives more than the system said is read to its end, but not beyond the limit."""
    file.write_bytes(b"a: 1\n")
    piece = b"x" * (MAX_BYTES // 4)

    def read(_handle: int, _size: int) -> bytes:
        return piece

    monkeypatch.setattr(os, "read", read)
    assert refusal(file).code == "file-too-large"


def test_short_reads_are_put_together(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that gives a file in pieces gives all of it."""
    file.write_bytes(b"doc: some text\n")
    whole = os.read

    def read(handle: int, size: int) -> bytes:
        return whole(handle, min(size, 4))

    monkeypatch.setattr(os, "read", read)
    assert read_text(file, "schema/a.yaml") == "doc: some text\n"


@pytest.mark.parametrize("raw", [b"a: 1\nb: \xe4\n", b"\xef\xbb\xbfab\n345\xff"])
def test_not_utf8_names_byte_offset_and_line(file: Path, raw: bytes) -> None:
    """The offset counts from the first byte of the file, so that an editor can go there."""
    file.write_bytes(raw)
    fault = refusal(file)
    offset = next(index for index, byte in enumerate(raw) if byte in (0xE4, 0xFF))
    assert fault.code == "not-utf8"
    assert f"offset {offset}," in fault.message
    assert fault.span is not None
    assert fault.span.line == 2


def test_utf16_is_not_utf8(file: Path) -> None:
    """What an editor on Windows may save as Unicode is refused with the cure."""
    file.write_text("a: 1\n", encoding="utf-16")
    assert "UTF-8" in refusal(file).help


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x7f", "\x0c", "\u009b", "\ufeff", "\uffff", "\r"])
def test_control_characters(file: Path, char: str) -> None:
    """A control character, which a terminal would obey or a parser stumble on, is refused with its place."""
    file.write_bytes(f"ä: 1\nb: x{char}y\n".encode())
    fault = refusal(file)
    assert fault.code == "control-character"
    assert f"U+{ord(char):04X}" in fault.message
    assert fault.span is not None
    assert (fault.span.line, fault.span.column) == (2, 5)

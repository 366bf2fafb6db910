"""The words that name a file."""

from __future__ import annotations

import re

import pytest

from fluxc.history.words import ADJECTIVES, NOUNS, words


def test_lists_are_wide_and_plain() -> None:
    """There are 256 words of each sort, none twice, each of 3 to 12 letters a to z."""
    every = [*ADJECTIVES, *NOUNS]

    assert (len(ADJECTIVES), len(NOUNS), len(set(every))) == (256, 256, 512)
    assert [word for word in every if not re.fullmatch("[a-z]{3,12}", word)] == []


def test_a_seed_always_gives_the_same_words() -> None:
    """The words are fixed for good: a migration's name does not depend on machine, run or version."""
    assert words("create table a") == words(b"create table a") == "prudent_alcove"
    assert words("") == "starry_meridian"


def test_other_content_gives_other_words() -> None:
    """A thousand seeds spread over hundreds of names, and over both lists."""
    names = {words(str(seed)) for seed in range(1000)}

    assert len(names) > 950
    assert len({name.split("_")[0] for name in names}) > 200
    assert len({name.split("_")[1] for name in names}) > 200


@pytest.mark.parametrize("seed", ["\ud800", "é", b"\xff\x00"])
def test_every_seed_will_do(seed: str | bytes) -> None:
    """Lone surrogates, letters beyond ASCII and any bytes give words too."""
    assert re.fullmatch("[a-z]+_[a-z]+", words(seed))

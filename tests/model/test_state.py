"""Objects keep their meaning wherever they are put."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from fluxc.model.column import Column
from fluxc.model.state import Key


def test_an_object_elsewhere_is_as_one_made_there() -> None:
    """Key, line, equality, hash and text are those of an object that was validated in the other place."""
    here = Column(place=("app", "t"), name="a", type="text", nullable=True, default="'x'")
    assert here.line() == 'column app.t.a {"type":"text","nullable":true,"default":"\'x\'"}'
    there = here.at("app", "u", "b")
    made = Column(place=("app", "u"), name="b", type="text", nullable=True, default="'x'")
    assert there == made
    assert hash(there) == hash(made)
    assert there.key == Key("column", ("app", "u", "b"))
    assert there.line() == made.line() == 'column app.u.b {"type":"text","nullable":true,"default":"\'x\'"}'
    assert repr(there) == repr(made)
    assert there.model_copy(update={"nullable": False}).line() == 'column app.u.b {"type":"text","default":"\'x\'"}'
    field = "name"
    with pytest.raises(ValidationError):
        setattr(there, field, "c")
    assert here.key == Key("column", ("app", "t", "a"))

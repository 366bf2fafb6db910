"""What a database holds: frozen objects under keys, and their canonical lines in the lock."""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, NamedTuple, Self, TypeVar

from pydantic import BaseModel, ConfigDict

from fluxc.model.names import prefix, qualified, quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence


Value = TypeVar("Value")


ROUTINES: Final = frozenset({"function", "procedure", "aggregate"})
"""The kinds of what is called by a name and the types of its arguments."""


class Key(NamedTuple):
    """The identity of an object: its kind and the names that lead to it, outermost first."""

    kind: str
    path: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return the key as the lock spells it, such as ``column identity.users.email``."""
        return f"{self.kind} {qualified(*self.path)}"

    @property
    def object(self) -> str:
        """Return the qualified name as messages and ``--drop`` spell it."""
        return qualified(*self.path)

    def sibling(self, name: str) -> Key:
        """Return the key of the same kind and place with another last name."""
        return Key(self.kind, (*self.path[:-1], name))


class Once(Generic[Value]):
    """A property that is computed once; unlike `functools.cached_property` it takes no lock."""

    def __init__(self, compute: Callable[[Any], Value]) -> None:
        self.compute = compute
        self.name = compute.__name__
        self.__doc__ = compute.__doc__

    def __get__(self, item: Any, owner: type[Any] | None = None) -> Value:
        value = vars(item)[self.name] = self.compute(item)
        return value


_NEW: Final = object.__new__
_SET: Final = object.__setattr__
_NAMING: Final = {"place", "name"}
# Columns by the thousand say the same but for their names.
_JSON: Final[dict[tuple[type[Object], Any], str]] = {}


@cache
def _attributes(kind: type[Object]) -> Callable[[Object], Any]:
    """Return what takes from an object all that tells it from others of its kind but for its place and name."""
    return attrgetter(*(field for field in kind.model_fields if field not in _NAMING))


class Object(BaseModel):
    """One object of a database; subclasses add what PostgreSQL says about their kind.

    ``place`` are the names that lead to the object; together with ``name`` they make its key.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(Once,))

    kind: ClassVar[str]
    noun: ClassVar[str]
    parsed: ClassVar[bool] = False
    """Whether the server keeps the object's texts parsed, so that it holds on to everything that they mention."""
    attached: ClassVar[bool] = False
    """Whether it hangs on a relation beside its columns, constraints and indexes."""
    loose: ClassVar[tuple[str, ...]] = ()
    """The texts whose layout and comments make no difference."""

    place: tuple[str, ...] = ()
    name: str
    doc: str | None = None

    @Once
    def key(self) -> Key:
        """Return the identity of this object."""
        return Key(self.kind, (*self.place, self.name))

    @Once
    def key_text(self) -> str:
        """Return the key as the lock spells it."""
        return f"{self.kind} {prefix(self.place)}{quote(self.name)}"

    @Once
    def attributes(self) -> str:
        """Return every attribute that is not at its default, but for place and name, as JSON."""
        said = (type(self), _attributes(type(self))(self))
        text = _JSON.get(said)
        if text is None:
            text = _JSON[said] = self.model_dump_json(exclude=_NAMING, exclude_defaults=True)
        return text

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with other attributes, whose key is its own."""
        copied = super().model_copy(update=update, deep=deep)
        vars(copied).pop("key", None)
        vars(copied).pop("key_text", None)
        vars(copied).pop("attributes", None)
        return copied

    @property
    def sql(self) -> str:
        """Return the quoted, qualified name."""
        return qualified(*self.place, self.name)

    @property
    def type_names(self) -> tuple[str, ...]:
        """Return the names under which the object is a type of its namespace."""
        return ()

    @property
    def called(self) -> str:
        """Return the name by which SQL texts call the object; a routine's own name is longer."""
        return self.name

    def shared(self) -> Self:
        """Return this object with its attributes told, which copies of it under other names have then as well."""
        assert self.attributes
        return self

    def line(self) -> str:
        """Return the canonical line: key, then every attribute that is not at its default, as JSON."""
        return f"{self.key_text} {self.attributes}"

    def at(self, *path: str) -> Self:
        """Return this object under another place and name; the rest of it, valid as it is, is not validated again."""
        twin: Self = _NEW(type(self))
        said = vars(self).copy()
        said["place"], said["name"] = path[:-1], path[-1]
        said["key"] = Key(self.kind, path)
        said.pop("key_text", None)
        _SET(twin, "__dict__", said)
        _SET(twin, "__pydantic_fields_set__", self.__pydantic_fields_set__)
        _SET(twin, "__pydantic_extra__", None)
        _SET(twin, "__pydantic_private__", None)
        return twin


AnyObject = TypeVar("AnyObject", bound=Object)


class State:
    """An immutable set of objects by key; equality ignores order, iteration keeps it.

    The order of a table's columns within the iteration is their physical order.
    """

    __slots__ = ("_called", "_children", "_counting", "_heirs", "_made", "_routines", "_types", "objects", "recalled")

    def __init__(self, objects: Iterable[Object] = ()) -> None:
        self.objects: Mapping[Key, Object] = {item.key: item for item in objects}
        self.recalled: dict[object, Any] = {}
        """What functions of the state have found out about it, each under a key of its own."""
        self._children: dict[tuple[str, ...], list[Object]] | None = None
        self._heirs: dict[tuple[str, ...], list[tuple[str, ...]]] | None = None
        self._counting: dict[tuple[str, ...], Key] | None = None
        self._called: dict[tuple[str, str], list[Key]] | None = None
        self._made: dict[tuple[str, str], list[Key]] | None = None
        self._routines: dict[tuple[str, str], list[Key]] | None = None
        self._types: dict[tuple[str, ...], Key] | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, State) and self.objects == other.objects

    def __hash__(self) -> int:
        return hash(frozenset(self.objects.items()))

    def __repr__(self) -> str:
        return f"State({list(self.objects.values())!r})"

    def __iter__(self) -> Iterator[Object]:
        return iter(self.objects.values())

    def __len__(self) -> int:
        return len(self.objects)

    def get(self, key: Key) -> Object | None:
        """Return the object under ``key``, if there is one."""
        return self.objects.get(key)

    def of(self, kind: type[AnyObject]) -> list[AnyObject]:
        """Return every object of one class, in order."""
        return [item for item in self.objects.values() if isinstance(item, kind)]

    def under(self, path: tuple[str, ...]) -> list[Object]:
        """Return the objects that lie directly under ``path``, such as a table's columns and constraints."""
        if self._children is None:
            children: dict[tuple[str, ...], list[Object]] = {}
            for item in self.objects.values():
                children.setdefault(item.place, []).append(item)
            self._children = children
        return self._children.get(path, [])

    def members(self, path: tuple[str, ...], kind: type[AnyObject]) -> list[AnyObject]:
        """Return the objects of one class that lie directly under ``path``."""
        return [item for item in self.under(path) if isinstance(item, kind)]

    def heirs(self, path: tuple[str, ...]) -> Sequence[tuple[str, ...]]:
        """Return the paths of the tables that have the columns of a table as well."""
        if self._heirs is None:
            heirs: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
            for item in self.objects.values():
                if item.kind == "table":
                    for parent in getattr(item, "parents", ()):
                        heirs.setdefault(parent, []).append(item.key.path)
            self._heirs = heirs
        return self._heirs.get(path, ())

    def partitions(self, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield the paths of the partitions of a table, of any depth."""
        for heir in self.heirs(path):
            if getattr(self.objects.get(Key("table", heir)), "partition_of", ()) == path:
                yield heir
                yield from self.partitions(heir)

    def counting(self, path: tuple[str, ...]) -> Key | None:
        """Return the key of the column whose own the sequence of this path is, where that is no object itself."""
        if self._counting is None:
            own = ((item, getattr(item, "sequence", None)) for item in self.objects.values())
            self._counting = {(*item.place[:-1], name): item.key for item, name in own if name is not None}
        return self._counting.get(path)

    def called(self, path: tuple[str, str]) -> Sequence[Key]:
        """Return the keys of the objects that SQL calls by a namespace and a name: a relation, a type, routines."""
        if self._called is None:
            found: dict[tuple[str, str], list[Key]] = {}
            for item in self.objects.values():
                if len(item.place) == 1:
                    found.setdefault((item.place[0], item.called), []).append(item.key)
            self._called = found
        return self._called.get(path, ())

    @property
    def routines(self) -> Mapping[tuple[str, str], Sequence[Key]]:
        """Return the keys of functions, procedures and aggregates by namespace and name, whatever their arguments."""
        if self._routines is None:
            found: dict[tuple[str, str], list[Key]] = {}
            for key, item in self.objects.items():
                if key.kind in ROUTINES:
                    found.setdefault((key.path[0], item.called), []).append(key)
            self._routines = found
        return self._routines

    @property
    def made(self) -> Mapping[tuple[str, str], list[Key]]:
        """Return the keys of raw SQL by the namespaces and the names of what it makes."""
        if self._made is None:
            found: dict[tuple[str, str], list[Key]] = {}
            for key, item in self.objects.items():
                for made in getattr(item, "made", ()) if key.kind == "raw" else ():
                    if made.called is not None:
                        found.setdefault(made.called, []).append(key)
            self._made = found
        return self._made

    def type_key(self, path: tuple[str, ...]) -> Key | None:
        """Return the key of the object that is, or that brings, the type of this path."""
        if self._types is None:
            self._types = {
                (*item.place, name): item.key
                for item in self.objects.values()
                if len(item.place) == 1
                for name in item.type_names
            }
        return self._types.get(path)

    def within(self, namespace: str) -> bool:
        """Return whether anything lies in a namespace."""
        return any(item.place[:1] == (namespace,) for item in self.objects.values())

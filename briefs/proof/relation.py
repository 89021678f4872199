"""What a predicate is: inputs that must be bound, perhaps one value that it gives, and the rule it guards."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Using:
    """A value, proved by those cites as well as by the ones its variables name."""

    value: object
    cites: frozenset[str]


@dataclass(frozen=True, slots=True)
class Relation:
    """One predicate. `ins` types its inputs: "event", "call" and "record" are cited records, "any" is any bound value.

    `run(case, *inputs)` gives the values that stand in the relation (`gives` 1), or whether it holds (`gives` 0).
    """

    ins: tuple[str, ...]
    gives: int
    run: Callable[..., Any]
    rule: str = "C3"
    variadic: bool = False
    tells_act: bool = False

    @property
    def arity(self) -> str:
        least = str(len(self.ins) + self.gives)
        return f"{least} or more" if self.variadic else least

    def takes(self, count: int) -> bool:
        least = len(self.ins) + self.gives
        return count >= least if self.variadic else count == least

    def answers(self, case: object, inputs: tuple[object, ...]) -> Iterable[object]:
        """The values given; for a predicate that gives none, one None where it holds."""
        result = self.run(case, *inputs)
        if self.gives:
            values: Iterable[object] = result
            return values
        if isinstance(result, Using):
            return (result,)
        return (None,) if result else ()


class Room(dict[str, Relation]):
    """The predicates of one module, registered by the name of their function."""

    def gives(self, *ins: str, rule: str = "C3", tells_act: bool = False) -> Callable[[Run], Run]:
        """Register a function that yields the values of the last term."""
        return self._register(ins, 1, rule, tells_act, False)

    def test(
        self, *ins: str, rule: str = "C3", tells_act: bool = False, variadic: bool = False
    ) -> Callable[[Run], Run]:
        """Register a function that says whether the relation holds (or holds `Using` further cites)."""
        return self._register(ins, 0, rule, tells_act, variadic)

    def _register(
        self, ins: tuple[str, ...], gives: int, rule: str, tells_act: bool, variadic: bool
    ) -> Callable[[Run], Run]:
        def keep(run: Run) -> Run:
            name = run.__name__.rstrip("_")
            if name in self:
                raise ValueError(f"the predicate {name} is defined twice")
            self[name] = Relation(ins, gives, run, rule, variadic, tells_act)
            return run

        return keep


Run = Callable[..., Any]

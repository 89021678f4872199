"""How alike members vote: two, all, a bloc. Counts stand beside every share, and a share of nothing is None.

All of it counts votes that were cast (in favour, against, abstained). Texts adopted without a vote, which are most of
what the General Assembly does, are outside every figure; a sentence beside the figures says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise

from briefs.codebook import VoteOption
from briefs.rollcalls.matrix import CAST, Matrix, mask_of, numbers_of


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of `both` calls in which both cast a vote: how many alike, and how many one in favour and the other against."""

    one: str
    other: str
    both: int
    alike: int
    opposed: int

    @property
    def share(self) -> float | None:
        return self.alike / self.both if self.both else None


def agreement(matrix: Matrix, one: str, other: str, calls: int | None = None) -> Agreement:
    """Two members over `calls` (None: all on whole texts)."""
    among = matrix.whole if calls is None else calls
    yes, no, abstained = (matrix.bits[option] for option in CAST)
    both = matrix.cast[one] & matrix.cast[other] & among
    alike = both & (yes[one] & yes[other] | no[one] & no[other] | abstained[one] & abstained[other])
    opposed = both & (yes[one] & no[other] | no[one] & yes[other])
    return Agreement(one, other, both.bit_count(), alike.bit_count(), opposed.bit_count())


def agreements(matrix: Matrix, one: str, calls: int | None = None) -> tuple[Agreement, ...]:
    """One member with every other that cast a vote in any of the calls with it, most alike first."""
    found = (agreement(matrix, one, other, calls) for other in matrix.members if other != one)
    return tuple(sorted((a for a in found if a.both), key=lambda a: (-a.alike / a.both, -a.both, a.other)))


def everybody(
    matrix: Matrix, seats: Iterable[str] | None = None, calls: int | None = None
) -> Mapping[tuple[str, str], tuple[int, int]]:
    """Every pair (in the order of the members) → (calls both cast a vote in, calls alike).

    The three options are laid end to end in one long integer a member, so a pair is one `&` and one count each.
    """
    among = matrix.whole if calls is None else calls
    chosen = tuple(seats) if seats is not None else matrix.members
    length = len(matrix)
    cast = [matrix.cast[seat] & among for seat in chosen]
    joined = []
    for seat in chosen:
        yes, no, abstained = (matrix.bits[option][seat] & among for option in CAST)
        joined.append(yes | no << length | abstained << 2 * length)
    return {
        (chosen[i], chosen[j]): ((cast[i] & cast[j]).bit_count(), (joined[i] & joined[j]).bit_count())
        for i, j in combinations(range(len(chosen)), 2)
    }


@dataclass(frozen=True, slots=True)
class Split:
    """A bloc in one call, by its members of that day that had a seat. `stood` is what most of those voting did, None
    where two options tie; `broke` are those that voted otherwise, in the order of the bloc."""

    number: int
    favour: int
    against: int
    abstained: int
    members: int
    stood: VoteOption | None
    broke: tuple[str, ...]

    @property
    def cast(self) -> int:
        return self.favour + self.against + self.abstained

    @property
    def united(self) -> bool:
        return max(self.favour, self.against, self.abstained) == self.cast

    @property
    def index(self) -> float | None:
        """Agreement index of Hix, Noury and Roland: 1 all alike, 0 the options equal; None when nobody voted."""
        most = max(self.favour, self.against, self.abstained)
        return (most - (self.cast - most) / 2) / self.cast if self.cast else None


@dataclass(frozen=True, slots=True)
class Cohesion:
    """A bloc over the calls in which two or more of its members cast a vote: which (`counted`), in which of them not
    all alike (`divided`), and the mean agreement index, exact (None: of no call)."""

    bloc: str
    counted: tuple[int, ...]
    divided: tuple[int, ...]
    index: Fraction | None
    largest: Mapping[VoteOption, int]
    """Option → the divided calls in which most of its members voting chose it; ties are in none."""

    @property
    def calls(self) -> int:
        return len(self.counted)

    @property
    def united(self) -> int:
        return len(self.counted) - len(self.divided)


@dataclass(frozen=True, slots=True)
class Rank:
    """A member of a bloc: in how many of the `cast` calls it voted in as one it voted otherwise than the largest group
    (`broke`)."""

    seat: str
    broke: int
    cast: int


def splits(matrix: Matrix, bloc: str, calls: int | None = None) -> tuple[Split, ...]:
    """The bloc in every call (None: all on whole texts), oldest first, with its membership of that day."""
    among = matrix.whole if calls is None else calls
    order = [seat for seat, _, _ in matrix.seats.bloc(bloc)]
    found = []
    for number, inside in _memberships(matrix, bloc, among):
        yes, no, abstained = (votes & inside for votes in matrix.by_call[number])
        counts = (yes.bit_count(), no.bit_count(), abstained.bit_count())
        most = max(counts)
        stood = CAST[counts.index(most)] if most and counts.count(most) == 1 else None
        broke: tuple[str, ...] = ()
        if stood is not None and most != sum(counts):
            others = (yes | no | abstained) & ~(yes, no, abstained)[CAST.index(stood)]
            broke = tuple(dict.fromkeys(s for s in order if s in matrix.column and others >> matrix.column[s] & 1))
        found.append(Split(number, *counts, inside.bit_count(), stood, broke))
    return tuple(found)


def cohesion(matrix: Matrix, bloc: str, calls: int | None = None) -> Cohesion:
    """The bloc's cohesion; a call with fewer than two of its members voting says nothing and is not counted."""
    among = matrix.whole if calls is None else calls
    counted: list[int] = []
    divided: list[int] = []
    chosen: dict[VoteOption, list[int]] = {option: [] for option in CAST}
    sums: dict[int, int] = {}  # members voting → the sum of 3 × largest − voting, so that the mean stays exact
    by_call = matrix.by_call
    for number, inside in _memberships(matrix, bloc, among):
        yes, no, abstained = by_call[number]
        counts = ((yes & inside).bit_count(), (no & inside).bit_count(), (abstained & inside).bit_count())
        cast = sum(counts)
        if cast < 2:
            continue
        counted.append(number)
        most = max(counts)
        sums[cast] = sums.get(cast, 0) + 3 * most - cast
        if most < cast:
            divided.append(number)
            if counts.count(most) == 1:
                chosen[CAST[counts.index(most)]].append(number)
    total = sum((Fraction(above, 2 * cast) for cast, above in sums.items()), Fraction())
    largest = {option: mask_of(numbers, len(matrix)) for option, numbers in chosen.items()}
    index = total / len(counted) if counted else None
    return Cohesion(bloc, tuple(counted), tuple(divided), index, largest)


def ranks(matrix: Matrix, held: Cohesion) -> tuple[Rank, ...]:
    """The members that ever voted otherwise than the largest group, most often first."""
    counted, some = mask_of(held.counted, len(matrix)), 0
    for calls in held.largest.values():
        some |= calls
    spans: dict[str, int] = {}
    for seat, span in _stays(matrix, held.bloc):
        spans[seat] = spans.get(seat, 0) | span
    found = []
    for seat, span in spans.items():
        with_most = 0
        for option, calls in held.largest.items():
            with_most |= matrix.bits[option][seat] & calls
        cast = matrix.cast[seat] & span
        broke = (cast & some & ~with_most).bit_count()
        if broke:
            found.append(Rank(seat, broke, (cast & counted).bit_count()))
    return tuple(sorted(found, key=lambda rank: (-rank.broke, rank.seat)))


def _memberships(matrix: Matrix, bloc: str, among: int) -> Iterable[tuple[int, int]]:
    """(call, members of the bloc on its day that had a seat, as bits of members), oldest first."""
    stays = [(span, 1 << matrix.column[seat]) for seat, span in _stays(matrix, bloc)]
    edges = sorted({bit for span, _ in stays for bit in _edges(span)} | {0, len(matrix)})
    for low, high in pairwise(edges):
        inside = 0
        for span, seat in stays:
            if span >> low & 1:
                inside |= seat
        window = (among >> low) & ((1 << (high - low)) - 1)
        for number in numbers_of(window):
            yield low + number, inside


def _stays(matrix: Matrix, bloc: str) -> list[tuple[str, int]]:
    """Each stay of a member with a seat in the bloc: the calls held in it while it had that seat."""
    return [
        (seat, matrix.between(start, end) & matrix.was_member[seat])
        for seat, start, end in matrix.seats.bloc(bloc)
        if seat in matrix.column
    ]


def _edges(span: int) -> tuple[int, ...]:
    """Where the runs of set bits begin and end."""
    changes = span ^ (span << 1)
    return tuple(numbers_of(changes))

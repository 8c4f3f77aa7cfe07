"""How small numbers are kept secret: a rule for each source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bronregel:
    """What the figures of one source may show, in numbers of people.

    ``drempel``: a smaller count is hidden, and so is a share of nearly everybody; 0 hides nothing. ``afronden_op``:
    counts are rounded to a multiple of this, before a share is made of them; 1 rounds nothing. ``minimale_basis``: a
    share of fewer people is hidden; the CBS asks for 100 in its shares of incomes (Kerncijfers wijken en buurten 2023).
    """

    id: str
    naam: str
    drempel: int = 10
    afronden_op: int = 1
    minimale_basis: int = 100


@dataclass(frozen=True, slots=True)
class Geheimhouding:
    """How small numbers are kept secret. ``bronnen`` have a rule of their own, all else follows the general one.

    ``bandbreedte``: who lays everything that is published side by side can bring a hidden number no nearer than a
    range this wide, in people.
    """

    drempel: int = 10
    afronden_op: int = 1
    minimale_basis: int = 100
    bandbreedte: int = 10
    bronnen: tuple[Bronregel, ...] = ()

    def regel(self, bron: str = "") -> Bronregel:
        """The rule of a source, or the general one. Raises KeyError when there is none with this id."""
        if not bron:
            return Bronregel("", "", self.drempel, self.afronden_op, self.minimale_basis)
        for regel in self.bronnen:
            if regel.id == bron:
                return regel
        raise KeyError(bron)

    @property
    def hoogste_drempel(self) -> int:
        """What holds for numbers of people whose source is not known: the strictest rule."""
        return max(self.drempel, *(bron.drempel for bron in self.bronnen), 0)

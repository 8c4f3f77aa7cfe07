"""What someone who looks at an area sees: the last plan that was good, and what is wrong now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from gebiedsplan.bevinding import Bevinding, fouten
from gebiedsplan.build import Voorproef


@dataclass(frozen=True, slots=True)
class Stand:
    """The state of one area. ``ronde`` counts how often it was made; ``vastgelopen``: the program itself broke down."""

    slug: str
    jaar: int | None = None
    namen: Mapping[str, str] = field(default_factory=dict)
    html: bytes | None = None
    bevindingen: tuple[Bevinding, ...] = ()
    vastgelopen: bool = False
    bezig: bool = False
    ronde: int = 0

    @property
    def titel(self) -> str:
        """The area and its plan year, as far as they are known."""
        naam = self.namen.get(self.slug, self.slug)
        return f"{naam} {self.jaar}" if self.jaar else naam

    @property
    def merk(self) -> str:
        """The same for the same plan, another for another; "" when there is none."""
        return "" if self.html is None else sha256(self.html).hexdigest()[:16]

    @property
    def houdt_tegen(self) -> bool:
        """Whether the plan that is shown is not what was saved last."""
        return self.vastgelopen or bool(fouten(self.bevindingen))

    def na(self, proef: Voorproef) -> Stand:
        """What is seen after this: what could not be made or read leaves what was there."""
        return replace(
            self,
            jaar=proef.jaar or self.jaar,
            namen=proef.namen or self.namen,
            html=proef.html or self.html,
            bevindingen=proef.bevindingen,
            vastgelopen=False,
            bezig=False,
            ronde=self.ronde + 1,
        )

    def na_vastlopen(self) -> Stand:
        """What is seen after the program broke down: the plan as it was, and nothing about files."""
        return replace(self, bevindingen=(), vastgelopen=True, bezig=False, ronde=self.ronde + 1)

"""What a build is asked and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gebiedsplan.bevinding import Bevinding

ODT = "odt"
PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Mappen:
    """Where everything is: the workbooks, the templates with the house style, and where output goes.

    Of ``sjablonen`` the first folder that has a template gives it.
    """

    gebieden: Path
    sjablonen: tuple[Path, ...]
    uit: Path
    figuren: Path

    @property
    def huisstijl(self) -> tuple[Path, ...]:
        """The house styles, beside the templates."""
        return tuple(map_ / "huisstijl" for map_ in self.sjablonen)

    @property
    def index(self) -> Path:
        """The page that shows all plans."""
        return self.uit / "index.html"

    def vergelijking(self, jaar: int) -> Path:
        """The page with all areas side by side; its other formats stand beside it."""
        return self.uit / f"vergelijking-{jaar}.html"

    @property
    def preventiekaart(self) -> Path:
        """The page with all there is to do; its workbook stands beside it."""
        return self.uit / "preventiekaart.html"


@dataclass(frozen=True, slots=True)
class Opties:
    """What a user may choose about the files that are made.

    ``paginanummers``: in the contents lists of Word; needs LibreOffice. ``bewerkbare_grafieken``: charts in Word that
    a reader can change. ``formaten``: what is made of every document beside Word and HTML ("odt", "pdf").
    """

    paginanummers: bool = False
    bewerkbare_grafieken: bool = False
    formaten: frozenset[str] = frozenset()

    @property
    def met_libreoffice(self) -> bool:
        """Whether LibreOffice has to be there."""
        return self.paginanummers or ODT in self.formaten


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """What a build made: the files, and the findings that did not stop it."""

    paden: tuple[Path, ...]
    bevindingen: tuple[Bevinding, ...]


@dataclass(frozen=True, slots=True)
class Voortgang:
    """How far a build of all areas is: so many of ``totaal`` are done, and these areas are being made."""

    klaar: int
    totaal: int
    bezig: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voorproef:
    """The web page of a plan as it would be now, and all that was found on the way.

    ``html`` is None when a fout is in the way. ``jaar`` is the plan year, where it is known; ``namen`` holds the names
    of all areas by their slug, and is empty when the kader cannot be read.
    """

    html: bytes | None
    bevindingen: tuple[Bevinding, ...]
    jaar: int | None
    namen: Mapping[str, str]

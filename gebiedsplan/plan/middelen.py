"""What the plan costs: the posts of every area, with a total for each year of which every amount is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gebiedsplan import taal
from gebiedsplan.gebied.model import Gebiedsdata, Geldpost, Plekken
from gebiedsplan.gebied.namen import acties_van, is_totaal
from gebiedsplan.herkomst import uit
from gebiedsplan.plan import tabellen
from gebiedsplan.plan.bronnen import Bronnen
from gebiedsplan.plan.model import Kolomkop, Tabel

_DEELS = ", voor zover bekend"


@dataclass(frozen=True, slots=True)
class Totaal:
    """What the posts of one year are together, as they are shown: who adds them up must find the same.

    ``bedrag`` leaves out what is not known; then it is not ``compleet``. It is None when nothing is known.
    """

    jaar: int
    bedrag: float | None
    compleet: bool


@dataclass(frozen=True, slots=True)
class Geldregel:
    """A row of the table. ``gebied`` is whose money it is; ``bedrag`` None: not known yet. ``totaal``: it is a sum."""

    post: str
    jaar: int
    bedrag: float | None
    dekking: str
    gebied: str
    totaal: bool = False
    plekken: Plekken = field(default_factory=dict)


def tabel(b: Bronnen, *, ook_deels: bool = False) -> Tabel | None:
    """The rows of ``regels`` on paper; None without posten. The area stands there when the plan has several."""
    gevonden = regels(b, ook_deels=ook_deels)
    if not gevonden:
        return None
    kop = (Kolomkop("Post"), Kolomkop("Jaar"), tabellen.BEDRAG, Kolomkop("Dekking"), Kolomkop("Gebied"))
    breedte = len(kop) if len({regel.gebied for regel in gevonden}) > 1 else len(kop) - 1
    return Tabel("tabel-middelen", "Middelen", kop[:breedte], tuple(_cellen(regel)[:breedte] for regel in gevonden))


def _cellen(regel: Geldregel) -> tuple[str, ...]:
    return (
        regel.post,
        uit(str(regel.jaar), regel.plekken.get("Jaar")),
        uit(tabellen.bedrag(regel.bedrag), regel.plekken.get("Bedrag")),
        regel.dekking,
        regel.gebied,
    )


def regels(b: Bronnen, *, ook_deels: bool = False) -> tuple[Geldregel, ...]:
    """Every post, and the totals: of each area where there are several, then of all.

    ``ook_deels``: also the sum of what is known in a year that is not complete, and the row says so.
    """
    met_posten = [data for data in b.alle() if data.middelen]
    samen = len(met_posten) > 1
    gevonden = [regel for data in met_posten for regel in _van_gebied(b, data, samen, ook_deels)]
    if samen:
        totalen = _getoond(totalen_van(b), ook_deels)
        gevonden += [_regel(t, f"Totaal van alle gebieden{_deels(t)}", "alle") for t in totalen]
    return tuple(gevonden)


def zinnen(b: Bronnen) -> tuple[str, ...]:
    """What a reader of the table must know: which years have no total, and what counts once."""
    regels = []
    open_jaren = [t.jaar for t in totalen_van(b) if not t.compleet]
    if open_jaren:
        regels.append(f"Voor {taal.jaren(open_jaren)} is niet elk bedrag bekend. Daarom staat er geen totaal bij.")
    if any(_staat_ook_bij_de_gemeente(b, data, post) for data in b.delen for post in data.middelen):
        regels.append("De acties van een deel staan ook bij de gemeente. In het totaal tellen zij één keer mee.")
    return tuple(regels)


def totalen_van(b: Bronnen) -> tuple[Totaal, ...]:
    """The total of all areas together, per year; what stands in two workbooks counts once."""
    posten = [p for data in b.alle() for p in data.middelen if not _staat_ook_bij_de_gemeente(b, data, p)]
    return tuple(_totalen(posten))


def _van_gebied(b: Bronnen, data: Gebiedsdata, samen: bool, ook_deels: bool) -> Iterator[Geldregel]:
    naam = b.naam(data.slug)
    for post in data.middelen:
        yield Geldregel(post.post, post.jaar, post.bedrag, post.dekking, naam, is_totaal(post.post), post.plekken)
    heet = f"Totaal {naam}" if samen else "Totaal"
    met_eigen_totaal = {post.jaar for post in data.middelen if is_totaal(post.post)}
    for totaal in _getoond(tuple(_totalen(data.middelen)), ook_deels):
        if totaal.jaar not in met_eigen_totaal:
            yield _regel(totaal, f"{heet}{_deels(totaal)}", naam)


def _regel(totaal: Totaal, naam: str, gebied: str) -> Geldregel:
    return Geldregel(naam, totaal.jaar, totaal.bedrag, "", gebied, totaal=True)


def _totalen(posten: Sequence[Geldpost]) -> Iterator[Totaal]:
    """A year with one post has no total: it would say the same twice."""
    losse = [post for post in posten if not is_totaal(post.post)]
    for jaar in sorted({post.jaar for post in losse}):
        bedragen = [post.bedrag for post in losse if post.jaar == jaar]
        bekend = [taal.afgerond(bedrag) for bedrag in bedragen if bedrag is not None]
        if len(bedragen) > 1:
            yield Totaal(jaar, float(sum(bekend)) if bekend else None, len(bekend) == len(bedragen))


def _getoond(totalen: Sequence[Totaal], ook_deels: bool) -> Iterator[Totaal]:
    return (t for t in totalen if t.compleet or (ook_deels and t.bedrag is not None))


def _deels(totaal: Totaal) -> str:
    return "" if totaal.compleet else _DEELS


def _staat_ook_bij_de_gemeente(b: Bronnen, data: Gebiedsdata, post: Geldpost) -> bool:
    """Whether the acties that this post pays are in a post of the gemeente too."""
    if data.slug == b.eigen.slug or not acties_van(post.post):
        return False
    naam = b.naam(data.slug)
    return any(p.jaar == post.jaar and acties_van(p.post, naam) for p in b.eigen.middelen)

"""What a test says of every figure beside what lies around, and where there was none: why not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from gebiedsplan import taal
from gebiedsplan.cijfers.model import Gebrek, Verschil, Woord
from gebiedsplan.herkomst import uit
from gebiedsplan.kader.model import Indicator
from gebiedsplan.plan import schrijfwijze
from gebiedsplan.plan.beeld import Beeld, Regio
from gebiedsplan.plan.model import Kolomkop, Tabel

TOETSEN = "tabel-toetsen"
# For want of what there was no test: in a word, and what that means.
_MIST: Mapping[Gebrek, tuple[str, str]] = {
    "schatting": (schrijfwijze.SCHATTING, "het cijfer is een schatting, en de bron geeft er geen interval bij"),
    "telling": ("geen aantal", "het aantal mensen is niet bekend, en een interval ook niet"),
    "rest": ("geen rest", "er woont niemand buiten dit gebied om mee te vergelijken"),
}


def van_toetsen(beeld: Beeld) -> Tabel | None:
    """Each figure of the area with the word of a test for every region around; None when nothing is compared.

    Where a region has no figure of the same year stands why.
    """
    gevonden = beeld.vergelijkingen(beeld.eigen)
    regios = _vergeleken(beeld, beeld.eigen)
    rijen = []
    for indicator in beeld.kader.indicatoren:
        meting = beeld.laatste(indicator, beeld.eigen)
        naast = {regio: v for regio in regios if (v := gevonden.get((indicator.id, regio)))}
        if meting and naast:
            woorden = (
                naast[r].woord
                if r in naast
                else schrijfwijze.kort(beeld.van_jaar(indicator, r, meting.jaar), indicator)
                for r in regios
            )
            cellen = (indicator.naam, str(meting.jaar), *woorden, waarom_niet(naast))
            rijen.append((uit(cellen[0], meting.plek), *cellen[1:]))
    if not rijen:
        return None
    koppen = (
        Kolomkop("Cijfer"),
        Kolomkop("Jaar", rechts=True),
        *(Kolomkop(regio.naam) for regio in regios),
        Kolomkop("Waarom niet?"),
    )
    bijschrift = f"{beeld.eigen.naam} naast {vergeleken_met(beeld, beeld.eigen)}: wat een toets zegt"
    return Tabel(TOETSEN, bijschrift, koppen, tuple(rijen), uitleg(gevonden.values()))


def vergeleken_met(beeld: Beeld, regio: Regio) -> str:
    """All that any figure of a region is compared with: "Bergen, BUCH en Nederland"; "" when nothing is."""
    return taal.opsomming([ander.naam for ander in _vergeleken(beeld, regio)])


def _vergeleken(beeld: Beeld, regio: Regio) -> list[Regio]:
    met = {ander for _, ander in beeld.vergelijkingen(regio)}
    return [ander for ander in beeld.eromheen(regio) if ander in met]


def waarom_niet(naast: Mapping[Regio, Verschil]) -> str:
    """Why comparisons of one figure were not tested; a dash when all were. What the own figure lacks, all lack."""
    for verschil in naast.values():
        if verschil.eigen_mist:
            return _MIST[verschil.eigen_mist][0]
    per_gebrek: dict[Gebrek, list[str]] = {}
    for regio, verschil in naast.items():
        if verschil.referentie_mist:
            per_gebrek.setdefault(verschil.referentie_mist, []).append(regio.naam)
    return "; ".join(f"{taal.opsomming(namen)}: {_MIST[g][0]}" for g, namen in per_gebrek.items()) or "–"


def uitleg(gevonden: Iterable[Verschil]) -> str:
    """What the words of ``waarom_niet`` mean, of those that were used; "" when all was tested."""
    gevonden = tuple(gevonden)
    gebruikt = {v.eigen_mist for v in gevonden} | {v.referentie_mist for v in gevonden if not v.eigen_mist}
    delen = [f"{woord} betekent: {zin}" for gebrek, (woord, zin) in _MIST.items() if gebrek in gebruikt]
    return f"Waarom niet getoetst? {taal.hoofdletter('; '.join(delen))}." if delen else ""


def regels(beeld: Beeld, regio: Regio) -> tuple[str, ...]:
    """How we test, in sentences for the appendix, with how many were tested; () when there is nothing to compare."""
    anders, veranderd = beeld.vergelijkingen(regio), beeld.veranderingen(regio)
    if not anders and not veranderd:
        return ()
    return (
        "‘Hoger’, ‘lager’, ‘gestegen’ en ‘gedaald’ schrijven we alleen na een toets. Dan is het verschil "
        "waarschijnlijk geen toeval. ‘Niet aantoonbaar’ betekent: het kan toeval zijn. ‘Niet getoetst’ betekent: "
        "de gegevens voor een toets zijn er niet.",
        "We toetsen met het interval van de bron, of met een interval dat we zelf berekenen uit aantallen. In zo’n "
        "interval ligt het echte cijfer met 95% zekerheid. Bij een deel van de mensen gebruiken we de methode van "
        "Wilson, bij een aantal die van Byar. Van een schatting met een model berekenen we geen interval.",
        *_over_geheel(beeld, regio),
        "Rondt de bron aantallen af? Dan nemen we het kleinste verschil dat bij die afronding past.",
        f"Wie naar veel cijfers tegelijk kijkt, vindt altijd wel een verschil. Daarom zijn de toetsen strenger "
        f"(methode van Holm). Alle vergelijkingen van {regio.naam} met andere gebieden zijn samen één reeks toetsen. "
        "Alle veranderingen door de jaren zijn een tweede reeks. De kans op een of meer fouten is in elke reeks "
        "hoogstens 5%.",
        *(_hoeveel_vergeleken(beeld, regio, anders) if anders else ()),
        f"Van {len(veranderd)} cijfers is bekend hoe ze veranderden. "
        f"{_daarvan(sum(v.getoetst for v in veranderd.values()))}",
    )


def ook_getoetst(beeld: Beeld, indicator: Indicator, regio: Regio) -> tuple[str, ...]:
    """What a test says of a figure beside what lies around, without the samenwerking; () where there was no test."""
    per_woord: dict[Woord, list[str]] = {}
    for (id_, ander), verschil in beeld.vergelijkingen(regio).items():
        if id_ == indicator.id and ander != beeld.samenwerking and verschil.getoetst:
            per_woord.setdefault(verschil.woord, []).append(ander.naam)
    return tuple(_zin(woord, namen) for woord, namen in per_woord.items())


def _over_geheel(beeld: Beeld, regio: Regio) -> tuple[str, ...]:
    """What is done about an area that is itself a part of what it is set beside; () when it is of none."""
    geheel = [ander.naam for ander in _vergeleken(beeld, regio) if beeld.ligt_in(ander)]
    if not geheel:
        return ()
    return (
        f"{regio.naam} hoort zelf bij {taal.opsomming(geheel)}. Bij een toets met aantallen tellen we {regio.naam} "
        "daar niet mee: we vergelijken met de rest. Zijn er alleen intervallen? Dan rekenen we alsof de twee gebieden "
        "los van elkaar staan. ‘Hoger’ of ‘lager’ staat er dan minder snel.",
    )


def _hoeveel_vergeleken(beeld: Beeld, regio: Regio, anders: Mapping[tuple[str, Regio], Verschil]) -> tuple[str, ...]:
    return (
        f"De cijfers van {regio.naam} zijn vergeleken met die van {vergeleken_met(beeld, regio)}. Samen zijn dat "
        f"{len(anders)} vergelijkingen. {_daarvan(sum(v.getoetst for v in anders.values()))}",
    )


def _daarvan(getoetst: int) -> str:
    return f"Daarvan {taal.meervoud(getoetst, 'is', 'zijn')} er {getoetst} getoetst."


def _zin(woord: Woord, namen: Sequence[str]) -> str:
    if woord == "niet aantoonbaar anders":
        return f"Het is niet aantoonbaar anders dan in {taal.opsomming(namen)}."
    return f"Het is {woord} dan in {taal.opsomming(namen)}."

"""Say how a figure differs. Higher or lower as it is written, and never that it means something: nobody tested that."""

from __future__ import annotations

from collections.abc import Iterator

from gebiedsplan import taal
from gebiedsplan.cijfers.model import Meting
from gebiedsplan.plan import schrijfwijze
from gebiedsplan.verschil.cijfers import geschreven
from gebiedsplan.verschil.model import Cijferverschil, Maat, Paar

NIET_GETOETST = "Of een verschil tussen twee cijfers toeval kan zijn, is niet getoetst."
VOORBEELD = "Cijfers met ‘voorbeeld’ zijn verzonnen."
GELIJK = "gelijk"


def nieuwer(v: Cijferverschil) -> Paar[Meting] | None:
    """The figure that was newest and the one that is; None unless the last is of a later year.

    Has the older one been corrected since? Then it is the corrected one: like is set beside like.
    """
    if v.nieuwste is None or v.nieuwste.oud is None or v.nieuwste.nieuw is None:
        return None
    oud, nieuw = v.nieuwste.oud, v.nieuwste.nieuw
    if nieuw.jaar < oud.jaar:
        return None
    return Paar(next((paar.nieuw for paar in v.bijgesteld if paar.nieuw.jaar == oud.jaar), oud), nieuw)


def met_jaar(meting: Meting, maat: Maat) -> str:
    """A figure and its year: "41% (2024)" or, when it is made up, "41% (2024, voorbeeld)"."""
    waarde = schrijfwijze.waarde(meting.waarde or 0.0, maat.eenheid, maat.decimalen)
    return f"{waarde} ({meting.jaar}{', voorbeeld' if meting.voorbeeld else ''})"


def richting(paar: Paar[Meting], maat: Maat) -> str:
    """How far apart and which way: "2 procentpunt lager", "183 meer"; "gelijk" when written the same."""
    oud, nieuw = paar.oud.waarde or 0.0, paar.nieuw.waarde or 0.0
    ver = schrijfwijze.verschil(oud, nieuw, maat.eenheid, maat.decimalen)
    if not ver:
        return GELIJK
    # A share is higher or lower, a number of people is more or less.
    omhoog, omlaag = ("meer", "minder") if maat.eenheid == "aantal" else ("hoger", "lager")
    return f"{ver} {omhoog if nieuw > oud else omlaag}"


def zinnen(v: Cijferverschil, waar: str = "") -> Iterator[str]:
    """Everything about a figure that is no newer measurement; ``waar`` says where: " in Ypestein"."""
    wat = f"{v.maat.naam}{waar}"
    if v.nieuwste is not None and nieuwer(v) is None:
        yield _erbij_of_weg(wat, v.nieuwste, v.maat)
    for paar in v.bijgesteld:
        yield f"{wat}: {bijgesteld(paar, v.maat)}"
    if v.erbij:
        yield f"{wat}: er staan nu ook cijfers in over {taal.jaren(v.erbij)}."
    if v.weg:
        yield f"{wat}: het cijfer over {taal.jaren(v.weg)} staat er niet meer in."
    if v.verborgen:
        yield (
            f"{wat}: het cijfer over {taal.jaren(v.verborgen)} tonen we niet. "
            "In een van de twee werkmappen is het geheim, omdat het over te weinig mensen gaat."
        )


def bijgesteld(paar: Paar[Meting], maat: Maat) -> str:
    """A figure of the same year that is not what it was, in its value or in how sure it is."""
    was, is_nu = geschreven(paar.oud, maat), geschreven(paar.nieuw, maat)
    status = f"De status is nu ‘{paar.nieuw.status}’, die was ‘{paar.oud.status}’." if _andere_status(paar) else ""
    if was == is_nu:
        return f"het cijfer over {paar.nieuw.jaar} ({is_nu}) is gelijk gebleven. {status}"
    return f"het cijfer over {paar.nieuw.jaar} is bijgesteld van {was} naar {is_nu}. {status}".rstrip()


def opvallend(v: Cijferverschil) -> tuple[float, str] | None:
    """How much a figure stands out, and in a few words why; None when the difference is below what counts."""
    paar = nieuwer(v)
    if paar is not None and _groot(paar, v.maat):
        return _maat_van_verschil(paar, v.maat), (
            f"{_kort(v.maat)} {met_jaar(paar.nieuw, v.maat)}, was {met_jaar(paar.oud, v.maat)}"
        )
    groot = [paar for paar in v.bijgesteld if _groot(paar, v.maat)]
    if not groot:
        return None
    paar = groot[-1]
    was, is_nu = geschreven(paar.oud, v.maat), geschreven(paar.nieuw, v.maat)
    tekst = f"{_kort(v.maat)} over {paar.nieuw.jaar} bijgesteld van {was} naar {is_nu}"
    return _maat_van_verschil(paar, v.maat), tekst


def _kort(maat: Maat) -> str:
    return f"‘{maat.naam}’"


def _groot(paar: Paar[Meting], maat: Maat) -> bool:
    """Whether a difference is as large as the kader says that counts, and to be seen."""
    punten = abs((paar.nieuw.waarde or 0.0) - (paar.oud.waarde or 0.0))
    # Rounded, because 42.8 - 41.3 is just below 1.5 for a computer.
    return round(punten, 9) >= maat.grens and richting(paar, maat) != GELIJK


def _maat_van_verschil(paar: Paar[Meting], maat: Maat) -> float:
    """To put differences in order over units. A number without a limit comes last, for any difference passes it."""
    punten = abs((paar.nieuw.waarde or 0.0) - (paar.oud.waarde or 0.0))
    return punten / maat.grens if maat.grens else 0.0


def _andere_status(paar: Paar[Meting]) -> bool:
    """Whether it is worth saying: that a figure is made up stands behind it already."""
    return paar.oud.status != paar.nieuw.status and not (paar.oud.voorbeeld or paar.nieuw.voorbeeld)


def _erbij_of_weg(wat: str, nieuwste: Paar[Meting | None], maat: Maat) -> str:
    oud, nieuw = nieuwste.oud, nieuwste.nieuw
    if nieuw is None:
        was = met_jaar(oud, maat) if oud else ""
        return f"{wat}: er is geen cijfer meer. Het was {was}."
    if oud is None:
        return f"{wat}: er is nu een cijfer, {met_jaar(nieuw, maat)}. Dat was er niet."
    return (
        f"{wat}: het cijfer over {oud.jaar} ({geschreven(oud, maat)}) staat er niet meer in. "
        f"Het nieuwste is nu {met_jaar(nieuw, maat)}."
    )

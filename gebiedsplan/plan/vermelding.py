"""What is remembered of a plan, for the page that shows all plans."""

from __future__ import annotations

from gebiedsplan import taal
from gebiedsplan.plan import model
from gebiedsplan.plan.bronnen import Bronnen, anker
from gebiedsplan.plan.grafiek import Kernbeeld, KernbeeldRij, Teken
from gebiedsplan.plan.overzichtmodel import GebiedVermelding, SpeerpuntVermelding, Vermelding


def vermelding(plan: model.Plan, b: Bronnen, afdruk: str) -> Vermelding:
    """What ``plan`` says of itself; ``afdruk`` is the fingerprint of its text."""
    themas = {thema.id: thema.naam for thema in b.kader.themas}
    kernbeeld = plan.samenvatting.kernbeeld
    return Vermelding(
        slug=plan.slug,
        jaar=plan.jaar,
        status=plan.voorblad.status,
        versie=plan.voorblad.versie,
        datum=plan.voorblad.datum,
        gebieden=tuple(
            GebiedVermelding(
                deel.slug,
                tuple(
                    SpeerpuntVermelding(anker(deel.slug, s.code), s.titel, tuple(themas[t] for t in s.themas))
                    for s in deel.speerpunten
                ),
            )
            for deel in b.delen
        ),
        alt=kernbeeld.basis.alt if kernbeeld else "",
        tekens=_tekens(kernbeeld) if kernbeeld else (),
        afdruk=afdruk,
    )


def _tekens(kernbeeld: Kernbeeld) -> tuple[tuple[Teken | None, ...], ...]:
    return tuple(tuple(map(_teken, groep.rijen)) for groep in kernbeeld.groepen)


def _teken(rij: KernbeeldRij) -> Teken | None:
    """The mark of a row, no more precise than a reader of the drawing can see."""
    if rij.eigen is None:
        return None
    return Teken(float(taal.afgerond(rij.eigen, 1) + 0), rij.oordeel, rij.voorbeeld)

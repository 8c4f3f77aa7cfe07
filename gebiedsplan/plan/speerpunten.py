"""The speerpunten of an area: short for the summary, and in full."""

from __future__ import annotations

from gebiedsplan import taal
from gebiedsplan.cijfers.doelen import zichtbaar
from gebiedsplan.gebied.model import Doel, Gebiedsdata, Speerpunt
from gebiedsplan.kader.model import Kader
from gebiedsplan.plan import model, schrijfwijze, tabellen, zinnen
from gebiedsplan.plan.beeld import Beeld, Regio
from gebiedsplan.plan.bronnen import Bronnen, anker, teksten
from gebiedsplan.plan.gesprekken import wie
from gebiedsplan.plan.grafiek import Kernbeeld


def kort(b: Bronnen, beeld: Beeld, data: Gebiedsdata, speerpunt: Speerpunt) -> model.SpeerpuntKort:
    """A speerpunt as the summary has it: where we are and what we aim at, by its first goal on a figure."""
    doelen = _doelen(b, data, speerpunt)
    doel = next((d for d in doelen if d.indicator), doelen[0] if doelen else None)
    nu, zonder, streven = "", "", ""
    if doel:
        decimalen = b.kader.indicator(doel.indicator).decimalen if doel.indicator else 0
        zonder, naast = _stand_van_doel(b, beeld, data, doel)
        nu = f"{zonder}{naast}."
        streven = tabellen.streefwaarde(doel, decimalen)
    return model.SpeerpuntKort(anker(data.slug, speerpunt.code), speerpunt.titel, nu, streven, taal.zin(zonder))


def _doelen(b: Bronnen, data: Gebiedsdata, speerpunt: Speerpunt) -> tuple[Doel, ...]:
    return zichtbaar((d for d in data.doelen if d.speerpunt == speerpunt.code), b.cijfers, data.slug)


def _stand_van_doel(b: Bronnen, beeld: Beeld, data: Gebiedsdata, doel: Doel) -> tuple[str, str]:
    """Where a goal stands now: the newest figure of the area or its nulmeting, and what stands beside it."""
    if not doel.indicator:
        return f"{doel.naam}: {tabellen.stand(doel, 0)}", ""
    indicator = b.kader.indicator(doel.indicator)
    meting = b.cijfers.laatste(indicator.id, data.slug)
    if meting is None or meting.waarde is None:
        return f"{indicator.naam}: {tabellen.stand(doel, indicator.decimalen)}", ""
    samen = beeld.van_jaar(indicator, beeld.samenwerking, meting.jaar)
    naast = f" ({beeld.samenwerking.naam} {schrijfwijze.voluit(samen, indicator)})" if samen else ""
    return f"{indicator.naam}: {schrijfwijze.voluit(meting, indicator)}", naast


def gebied_deel(b: Bronnen, beeld: Beeld, data: Gebiedsdata, kernbeeld: Kernbeeld | None) -> model.GebiedDeel:
    """One area in the chapter with speerpunten; its kernbeeld unless the summary has it."""
    regio = Regio(data.slug, b.naam(data.slug))
    return model.GebiedDeel(
        slug=data.slug,
        naam=regio.naam,
        typering=data.kop.typering,
        kernbeeld=kernbeeld if regio != beeld.eigen else None,
        speerpunten=tuple(_speerpunt(b, beeld, data, s) for s in data.speerpunten),
        inclusie=teksten(data, "Inclusie"),
    )


def _speerpunt(b: Bronnen, beeld: Beeld, data: Gebiedsdata, s: Speerpunt) -> model.Speerpunt:
    id_ = anker(data.slug, s.code)
    doelen = _doelen(b, data, s)
    acties = [a for a in data.acties if a.speerpunt == s.code]
    regio = Regio(data.slug, b.naam(data.slug))
    indicatoren = dict.fromkeys(d.indicator for d in doelen if d.indicator)
    leeg = []
    if not doelen:
        leeg.append("Er is nog geen doel met een cijfer.")
    if not acties:
        leeg.append("Er zijn nog geen acties afgesproken.")
    return model.Speerpunt(
        id=id_,
        titel=s.titel,
        opgave=s.opgave,
        cijfers=tuple(" ".join(zinnen.tegen_referentie(beeld, b.kader.indicator(i), regio)) for i in indicatoren),
        stemmen=tuple(f"{wie(g)}: {g.meegegeven}" for g in data.gesprekken if s.code in g.speerpunten),
        kenmerken=_kenmerken(b.kader, s),
        doelen=tabellen.van_doelen(doelen, id_, s.titel, b.kader) if doelen else None,
        acties=tabellen.van_acties(acties, id_, s.titel, b.kader) if acties else None,
        leeg=tuple(leeg),
    )


def _kenmerken(kader: Kader, s: Speerpunt) -> tuple[tuple[str, str], ...]:
    hoofdopgave, bouwsteen = next((h, x) for h in kader.hoofdopgaven for x in h.bouwstenen if x.id == s.bouwsteen)
    namen = {k.id: k.naam for k in (*kader.doelgroepen, *kader.pijlers, *kader.dimensies)}
    themas = {t.id: t.naam for t in kader.themas}
    kenmerken = [
        ("Doel", s.doel),
        ("Doelgroep", "; ".join(namen[d] for d in s.doelgroepen)),
        ("Thema", "; ".join(themas[t] for t in s.themas)),
        ("Bouwsteen", f"{bouwsteen.naam} ({hoofdopgave.naam})"),
        ("Pijlers", "; ".join(namen[p] for p in s.pijlers)),
        ("Positieve gezondheid", "; ".join(namen[d] for d in s.dimensies)),
        ("Aanpak", s.aanpak),
        ("Rol van de gemeente", bouwsteen.rol_gemeente),
        ("Inzet sociaal team", s.inzet),
        ("Aanbod en subsidie", s.accent),
    ]
    return tuple((label, taal.zin(tekst)) for label, tekst in kenmerken if tekst)

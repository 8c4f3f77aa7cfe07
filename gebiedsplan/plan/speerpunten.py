"""The speerpunten of an area: short for the summary, and in full."""

from __future__ import annotations

from collections.abc import Sequence

from gebiedsplan import taal
from gebiedsplan.gebied.model import Doel, Gebiedsdata, Speerpunt
from gebiedsplan.herkomst import naar, uit
from gebiedsplan.kader.model import Kader
from gebiedsplan.plan import doelen, doelwaarden, model, schrijfwijze, tabellen, zinnen
from gebiedsplan.plan.beeld import Beeld, Regio
from gebiedsplan.plan.bronnen import Bronnen, anker, teksten
from gebiedsplan.plan.eigen import eigen_teksten
from gebiedsplan.plan.gesprekken import wie
from gebiedsplan.plan.grafiek import Kernbeeld
from gebiedsplan.plan.rode_draad import rode_draad


def kort(b: Bronnen, beeld: Beeld, data: Gebiedsdata, speerpunt: Speerpunt) -> model.SpeerpuntKort:
    """A speerpunt as the summary has it: where we are and what we aim at, by its first goal on a figure."""
    alle = [g.doel for g in doelen.gevolgd(b, data, speerpunt.code)]
    doel = next((d for d in alle if d.indicator), alle[0] if alle else None)
    nu, zonder, streven = "", "", ""
    if doel:
        zonder, naast = _stand_van_doel(b, beeld, data, doel)
        nu = naar(f"{zonder}{naast}.", [zonder])
        streven = doelwaarden.streefwaarde(doel, doelwaarden.decimalen(doel, b.kader))
    return model.SpeerpuntKort(
        anker(data.slug, speerpunt.code), speerpunt.titel, nu, streven, naar(taal.zin(zonder), [zonder])
    )


def _stand_van_doel(b: Bronnen, beeld: Beeld, data: Gebiedsdata, doel: Doel) -> tuple[str, str]:
    """Where a goal stands now: the newest figure of the area or its nulmeting, and what stands beside it."""
    if not doel.indicator:
        stand = doelwaarden.stand(doel, doelwaarden.decimalen(doel, b.kader))
        return naar(f"{doel.naam}: {stand}", [stand]), ""
    indicator = b.kader.indicator(doel.indicator)
    meting = b.cijfers.laatste(indicator.id, data.slug)
    if meting is None or meting.waarde is None:
        stand = doelwaarden.stand(doel, indicator.decimalen)
        return naar(f"{indicator.naam}: {stand}", [stand]), ""
    samen = beeld.gemiddelde_naast(indicator, Regio(data.slug, b.naam(data.slug)), meting.jaar)
    naast = f" ({beeld.samenwerking.naam} {schrijfwijze.voluit(samen, indicator)})" if samen else ""
    return uit(f"{indicator.naam}: {schrijfwijze.voluit(meting, indicator)}", meting.plek), naast


def gebied_deel(b: Bronnen, beeld: Beeld, data: Gebiedsdata, kernbeeld: Kernbeeld | None) -> model.GebiedDeel:
    """One area in the chapter with speerpunten; its kernbeeld unless the summary has it."""
    regio = Regio(data.slug, b.naam(data.slug))
    return model.GebiedDeel(
        slug=data.slug,
        naam=regio.naam,
        typering=data.kop.typering,
        kernbeeld=kernbeeld if regio != beeld.eigen else None,
        speerpunten=tuple(_speerpunt(b, beeld, data, s) for s in data.speerpunten),
        # What holds for the whole plan stands there once, not with its own speerpunten as well.
        inclusie=() if data is b.eigen and len(b.delen) > 1 else teksten(data, "Inclusie"),
        doelen=doelen.kaart(b, data),
        doelentabel=doelen.tabel_van_gebied(b, data),
        rode_draad=rode_draad(b, data),
        eigen_teksten=eigen_teksten(b.kader, data),
    )


def _speerpunt(b: Bronnen, beeld: Beeld, data: Gebiedsdata, s: Speerpunt) -> model.Speerpunt:
    id_ = anker(data.slug, s.code)
    gevolgd = doelen.gevolgd(b, data, s.code)
    acties = [a for a in data.acties if a.speerpunt == s.code]
    regio = Regio(data.slug, b.naam(data.slug))
    indicatoren = dict.fromkeys(g.doel.indicator for g in gevolgd if g.doel.indicator)
    leeg = []
    if not gevolgd:
        leeg.append("Er is nog geen doel met een cijfer.")
    if not acties:
        leeg.append("Er zijn nog geen acties afgesproken.")
    opgave = b.kader.opgave_van(s.bouwsteen, s.hoofdopgave)
    themas = {t.id: t.naam for t in b.kader.themas}
    return model.Speerpunt(
        id=id_,
        code=s.code,
        titel=s.titel,
        hoofdopgave=opgave.naam if opgave else "",
        bouwsteen=next((steen.naam for steen in b.kader.bouwstenen() if steen.id == s.bouwsteen), ""),
        themas=tuple(themas[t] for t in s.themas),
        opgave=s.opgave,
        cijfers=tuple(_samen(zinnen.tegen_referentie(beeld, b.kader.indicator(i), regio)) for i in indicatoren),
        stemmen=tuple(
            naar(f"{wie(g)}: {g.meegegeven}", [g.meegegeven]) for g in data.gesprekken if s.code in g.speerpunten
        ),
        kenmerken=_kenmerken(b.kader, s),
        doelen=doelen.tabel(gevolgd, id_, s.titel) if gevolgd else None,
        acties=tabellen.van_acties(acties, id_, s.titel, b.kader) if acties else None,
        leeg=tuple(leeg),
    )


def _samen(zinnen_: Sequence[str], tussen: str = " ", uit_: Sequence[str] = ()) -> str:
    """Texts as one, of the cell of the first; or of ``uit_``, what they were made of."""
    return naar(tussen.join(zinnen_), uit_ or zinnen_)


def _kenmerken(kader: Kader, s: Speerpunt) -> tuple[tuple[str, str], ...]:
    woorden = kader.woorden
    namen = {k.id: k.naam for k in (*kader.doelgroepen, *kader.pijlers, *kader.dimensies)}
    themas = {t.id: t.naam for t in kader.themas}
    label, plaats, rol = _plaats(kader, s)
    kenmerken = [
        ("Doel", s.doel),
        (woorden.doelgroep.voor_lijst, _samen([namen[d] for d in s.doelgroepen], "; ", s.doelgroepen)),
        (woorden.thema.voor_lijst, _samen([themas[t] for t in s.themas], "; ", s.themas)),
        (label, naar(plaats, [s.bouwsteen, s.hoofdopgave])),
        (woorden.pijler.koppen, _samen([namen[p] for p in s.pijlers], "; ", s.pijlers)),
        (woorden.dimensie.voor_lijst, _samen([namen[d] for d in s.dimensies], "; ", s.dimensies)),
        ("Aanpak", s.aanpak),
        ("Rol van de gemeente", rol),
        ("Inzet sociaal team", s.inzet),
        ("Aanbod en subsidie", s.accent),
    ]
    return tuple((label, naar(taal.zin(tekst), [tekst])) for label, tekst in kenmerken if tekst)


def _plaats(kader: Kader, s: Speerpunt) -> tuple[str, str, str]:
    """Where a speerpunt stands in the framework: the label, the name, and the role of the gemeente there."""
    opgave = kader.opgave_van(s.bouwsteen, s.hoofdopgave)
    bouwsteen = next((b for b in opgave.bouwstenen if b.id == s.bouwsteen), None) if opgave else None
    if opgave and bouwsteen:
        return kader.woorden.bouwsteen.voor_lijst, f"{bouwsteen.naam} ({opgave.naam})", bouwsteen.rol_gemeente
    return kader.woorden.hoofdopgave.voor_lijst, opgave.naam if opgave else "", ""

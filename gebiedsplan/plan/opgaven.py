"""What the framework asks, as a plan tells it: the levels with what lies below them."""

from __future__ import annotations

from gebiedsplan import taal
from gebiedsplan.kader.model import Bouwsteen, Hoofdopgave, Kader
from gebiedsplan.plan.model import Opgave, Tabel
from gebiedsplan.plan.tabellen import lijst


def opgaven(kader: Kader) -> tuple[Opgave, ...]:
    """Every part of the highest level. What lies below it is a table where there is more to say of it than its name."""
    return tuple(_opgave(kader, opgave) for opgave in kader.hoofdopgaven)


def _opgave(kader: Kader, opgave: Hoofdopgave) -> Opgave:
    tabel = (
        _tabel(kader, opgave)
        if any(b.eerdere_besluiten or b.uitleg or b.rol_gemeente or b.doelstellingen for b in opgave.bouwstenen)
        else None
    )
    namen = [b.naam for b in opgave.bouwstenen]
    zinnen = [opgave.doel or opgave.uitleg]
    if namen and not tabel:
        woord = kader.woorden.bouwsteen
        zinnen.append(f"{taal.hoofdletter(woord.bij(len(namen)))}: {'; '.join(namen)}.")
    return Opgave(opgave.naam, " ".join(filter(None, zinnen)), tabel)


def _tabel(kader: Kader, opgave: Hoofdopgave) -> Tabel | None:
    rollen = any(b.rol_gemeente for b in opgave.bouwstenen)
    rol = " en de rol van de gemeente" if rollen else ""
    return lijst(
        f"tabel-bouwstenen-{opgave.id}",
        f"{opgave.naam}: de {kader.woorden.bouwsteen.meervoud}{rol}",
        (kader.woorden.bouwsteen.kop, "Waar het om gaat", "Rol van de gemeente"),
        [(b.naam, _waar_het_om_gaat(b), b.rol_gemeente or ("–" if rollen else "")) for b in opgave.bouwstenen],
        (),
        bron=f"Bron: {kader.instellingen.kader_bron}.",
    )


def _waar_het_om_gaat(bouwsteen: Bouwsteen) -> str:
    doelen = f"Doelen: {' '.join(bouwsteen.doelstellingen)}" if bouwsteen.doelstellingen else ""
    eerder = f"Eerdere besluiten: {'; '.join(bouwsteen.eerdere_besluiten)}." if bouwsteen.eerdere_besluiten else ""
    return " ".join(filter(None, (bouwsteen.uitleg, doelen, eerder)))

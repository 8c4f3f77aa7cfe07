"""What a row of a workbook says, as short sentences in the words of the plan.

Two rows say the same when these sentences are the same: a difference that the plan does not write is none.
"""

from __future__ import annotations

from collections.abc import Iterable

from gebiedsplan import taal
from gebiedsplan.gebied.bladen import NOG_NIET_VASTGESTELD
from gebiedsplan.gebied.model import Aanbod, Actie, Doel, Gesprek, Partner, Risico, Speerpunt
from gebiedsplan.kader.model import Kader
from gebiedsplan.plan import doelwaarden
from gebiedsplan.taal import zinnen


def speerpunt(s: Speerpunt, kader: Kader) -> dict[str, str]:
    """What a speerpunt says, by the name of its column; its title and code are its name."""
    namen = {k.id: k.naam for k in (*kader.doelgroepen, *kader.pijlers, *kader.dimensies)}
    namen |= {t.id: t.naam for t in kader.themas}
    bouwstenen, woorden = {b.id: b.naam for b in kader.bouwstenen()}, kader.woorden

    def keuzes(ids: Iterable[str]) -> str:
        return "\n".join(taal.zin(namen.get(id_, id_)) for id_ in ids)

    return {
        "Opgave": s.opgave,
        "Doel": s.doel,
        "Aanpak": s.aanpak,
        woorden.doelgroep.voor_lijst: keuzes(s.doelgroepen),
        woorden.thema.voor_lijst: keuzes(s.themas),
        woorden.bouwsteen.voor_lijst: taal.zin(bouwstenen.get(s.bouwsteen, "")),
        woorden.pijler.voor_lijst: keuzes(s.pijlers),
        woorden.dimensie.voor_lijst: keuzes(s.dimensies),
        "Inzet sociaal team": s.inzet,
        "Aanbod en subsidie": s.accent,
    }


def doel(d: Doel, kader: Kader) -> tuple[str, ...]:
    """How far a goal is and what it aims at."""
    decimalen = doelwaarden.decimalen(d, kader)
    begin = doelwaarden.nulmeting(d, decimalen)
    tussen = doelwaarden.tussenmeting(d, decimalen)
    tussen = f"Tussenstand: {tussen}." if tussen else ""
    return _gevuld(f"Begin: {begin}.", tussen, streven(d, kader), f"Gemeten met: {_los(d.instrument)}.")


def streven(d: Doel, kader: Kader) -> str:
    """What a goal aims at, as a sentence."""
    return f"Doel: {doelwaarden.streefwaarde(d, doelwaarden.decimalen(d, kader))}."


def actie(a: Actie, kader: Kader) -> tuple[str, ...]:
    """Who does what when, and what it costs."""
    rollen = {r.id: r.naam for r in kader.rollen}
    return _gevuld(
        f"Wie: {_los(a.partner)}.",
        f"Rol gemeente: {taal.kleine_letter(rollen[a.rol])}." if a.rol in rollen else "",
        f"Wanneer: {_los(a.planning)}.",
        f"Resultaat: {_los(a.resultaat)}.",
        f"Geld: {euro(a.middelen)}.",
    )


def actie_kort(a: Actie) -> str:
    """An actie with who, when and how much: "Een inloop openen (Welzijnsorganisatie; hele jaar 2027; € 7.000)"."""
    geld = "bedrag nog niet vastgesteld" if a.middelen is None else taal.euro(a.middelen)
    delen = (_los(a.partner), taal.kleine_letter(_los(a.planning)), geld)
    return f"{_los(a.actie)} ({'; '.join(filter(None, delen))})"


def gesprek(g: Gesprek) -> tuple[str, ...]:
    """What was said, and the answer."""
    return (*zinnen(g.meegegeven), *(zinnen(g.gedaan) or ("Nog geen antwoord.",)))


def partner(p: Partner) -> tuple[str, ...]:
    """What a partner does and where it stands."""
    return _gevuld(taal.zin(p.soort), *zinnen(p.wat))


def aanbod(a: Aanbod, kader: Kader) -> tuple[str, ...]:
    """Who offers it, where and for whom."""
    bouwstenen, woorden = {b.id: b.naam for b in kader.bouwstenen()}, kader.woorden
    namen = {d.id: d.naam for d in kader.doelgroepen}
    voor = taal.opsomming([taal.kleine_letter(namen.get(d, d)) for d in a.doelgroepen]) or "iedereen"
    return _gevuld(
        f"Wie: {_los(a.aanbieder)}.",
        f"Waar: {_los(a.plaats)}." if a.plaats else "",
        f"{woorden.bouwsteen.voor_lijst}: {bouwstenen[a.bouwsteen]}." if a.bouwsteen else "",
        f"Voor: {voor}.",
    )


def aanbod_kort(a: Aanbod) -> str:
    """An activity with who and where: "Samen eten (Dorpshuis, Heiloo-Midden)"."""
    return f"{a.activiteit} ({', '.join(filter(None, (_los(a.aanbieder), _los(a.plaats))))})"


def risico(r: Risico) -> tuple[str, ...]:
    """What is done about it."""
    return zinnen(r.maatregel)


def euro(bedrag: float | None) -> str:
    """An amount in a sentence: "€ 12.000"; never zero for unknown."""
    return NOG_NIET_VASTGESTELD if bedrag is None else taal.euro(bedrag)


def risico_kort(r: Risico) -> str:
    """A risk with what is done about it."""
    return f"{taal.zin(r.risico)} {taal.zin(r.maatregel)}"


def _los(tekst: str) -> str:
    """Words to stand in a sentence that ends itself."""
    return " ".join(tekst.split()).rstrip(".")


def _gevuld(*regels: str) -> tuple[str, ...]:
    return tuple(regel for regel in regels if regel)

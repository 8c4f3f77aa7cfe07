"""The tables of a plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from gebiedsplan import taal
from gebiedsplan.cijfers.model import Meting, Opbouw
from gebiedsplan.gebied.bladen import NOG_NIET_VASTGESTELD
from gebiedsplan.gebied.model import Aanbod, Actie, Gebiedsdata, Partner, Risico
from gebiedsplan.gebied.model import Terugblik as TerugblikRij
from gebiedsplan.herkomst import naar, uit
from gebiedsplan.kader.model import Blok, Eenheid, Indicator, Kader
from gebiedsplan.plan import schrijfwijze
from gebiedsplan.plan.beeld import Beeld, Regio
from gebiedsplan.plan.grafiek import Kernbeeld
from gebiedsplan.plan.model import Kolomkop, Tabel


def _in_euro(kop: str) -> Kolomkop:
    return Kolomkop(f"{kop} (€)", rechts=True)


BEDRAG = _in_euro("Bedrag")
"""The header of a column of amounts."""


def van_kernbeeld(kernbeelden: Collection[Kernbeeld], beeld: Beeld) -> Tabel | None:
    """The figures behind all kernbeelden of a plan in one table, each with its year."""
    if not kernbeelden:
        return None
    indicatoren = [i for i in beeld.kader.indicatoren if i.kernbeeld]
    id_ = f"tabel-kernbeeld-{beeld.eigen.sleutel}"
    return _cijfertabel(beeld, indicatoren, id_, f"Het kernbeeld van {beeld.eigen.naam} in cijfers")


def van_blok(beeld: Beeld, blok: Blok) -> Tabel:
    """Every indicator of a block: the area, its parts or gemeente, the samenwerking and the country."""
    indicatoren = [i for i in beeld.kader.indicatoren if i.blok == blok.id]
    return _cijfertabel(beeld, indicatoren, f"tabel-{blok.id}", f"{blok.naam} in {beeld.eigen.naam}")


def van_wijken(beeld: Beeld, blok: Blok) -> Tabel | None:
    """The figures of a block per wijk; None when no wijk has one."""
    wijken = [w for deel in beeld.kader.delen(beeld.gebied) for w in deel.wijken]
    indicatoren = [
        i
        for i in beeld.kader.indicatoren
        if i.blok == blok.id and any(beeld.cijfers.reeks(i.id, w.code) for w in wijken)
    ]
    if not indicatoren:
        return None
    jaren = {i.id: max(m.jaar for w in wijken for m in beeld.cijfers.reeks(i.id, w.code)) for i in indicatoren}
    cellen = {(w.code, i.id): beeld.cijfers.in_jaar(i.id, w.code, jaren[i.id]) for w in wijken for i in indicatoren}
    met_cijfer = [w for w in wijken if any(cellen[w.code, i.id] for i in indicatoren)]
    return Tabel(
        id=f"tabel-{blok.id}-wijken",
        bijschrift=f"{blok.naam} per wijk in {beeld.eigen.naam}",
        kop=(
            Kolomkop("Wijk"),
            *(
                Kolomkop(schrijfwijze.met_eenheid(i.naam, i.eenheid, str(jaren[i.id])), rechts=True)
                for i in indicatoren
            ),
        ),
        rijen=tuple(
            (w.naam, *(schrijfwijze.in_tabel(cellen[w.code, i.id], i) for i in indicatoren)) for w in met_cijfer
        ),
        bron=schrijfwijze.bronregel([m for m in cellen.values() if m]),
    )


def van_bevolking(beeld: Beeld) -> Tabel | None:
    """Inhabitants per age group, in numbers; None when the area has no counts."""
    eigen = beeld.cijfers.opbouw(beeld.eigen.sleutel)
    if eigen is None:
        return None
    regios = [r for r in beeld.naast_elkaar() if beeld.cijfers.opbouw(r.sleutel, eigen.jaar)]
    tellingen = [o for r in regios if (o := beeld.cijfers.opbouw(r.sleutel, eigen.jaar))]
    groepen = [g.groep for g in eigen.groepen]
    return Tabel(
        id="tabel-bevolking",
        bijschrift=f"Inwoners van {beeld.eigen.naam} naar leeftijd ({eigen.jaar})",
        kop=_kop("Leeftijd", regios),
        rijen=(
            *(
                (naar(schrijfwijze.leeftijd(groep), [groep]), *(_aantal(o, groep) for o in tellingen))
                for groep in groepen
            ),
            ("Alle inwoners", *(_totaal(o) for o in tellingen)),
        ),
        bron=f"{schrijfwijze.bron_van_telling(tellingen)} Door afronding kan een totaal afwijken.",
    )


def van_terugblik(rijen: Iterable[TerugblikRij], vorige: Gebiedsdata | None, slug: str, naam: str) -> Tabel:
    """How last year's speerpunten stand; their titles come from last year's workbook."""
    titels = {s.code: s.titel for s in vorige.speerpunten} if vorige else {}
    return Tabel(
        id=f"tabel-terugblik-{slug}",
        bijschrift=f"Hoe staan de speerpunten van vorig jaar in {naam} ervoor?",
        kop=tuple(Kolomkop(k) for k in ("Speerpunt", "Stand", "Wat is er bereikt?", "Wat leerden we?")),
        rijen=tuple(
            (
                # Of this workbook, not of last year's: there it can still be mended.
                naar(titels.get(r.code, r.titel) or r.code, [r.code]),
                naar(taal.hoofdletter(r.status), [r.status]),
                r.resultaat,
                r.geleerd,
            )
            for r in rijen
        ),
    )


def van_acties(acties: Sequence[Actie], id_: str, titel: str, kader: Kader) -> Tabel:
    """What happens for a speerpunt, by whom and when."""
    rollen = {r.id: r.naam for r in kader.rollen}
    met_rol = ("Rol gemeente",) if rollen else ()
    middelen = _in_euro("Middelen") if any(a.middelen is not None for a in acties) else Kolomkop("Middelen")
    return Tabel(
        id=f"tabel-acties-{id_}",
        bijschrift=naar(f"Dit gaan we doen voor ‘{titel}’", [titel]),
        kop=(*(Kolomkop(k) for k in ("Actie", "Wie", *met_rol, "Wanneer", "Resultaat")), middelen),
        rijen=tuple(
            (
                a.actie,
                a.partner,
                *(naar(rollen.get(a.rol, ""), [a.rol]) for _ in met_rol),
                a.planning,
                a.resultaat,
                uit(bedrag(a.middelen), a.plekken.get("Middelen")),
            )
            for a in acties
        ),
    )


def van_partners(partners: Sequence[Partner], meer: Sequence[str]) -> Tabel | None:
    """Who work in the area. ``meer``: the area of each row, where the plan holds several."""
    return lijst(
        "tabel-partners",
        "Partners in het gebied",
        ("Partner", "Plaats in het netwerk", "Wat zij doen"),
        [(p.naam, naar(taal.hoofdletter(p.soort), [p.soort]), p.wat) for p in partners],
        meer,
    )


def van_aanbod(aanbod: Sequence[Aanbod], kader: Kader, meer: Sequence[str]) -> Tabel | None:
    """What there is to do: the sociale basis."""
    bouwstenen = {b.id: b.naam for b in kader.bouwstenen()}
    doelgroepen = {d.id: d.naam for d in kader.doelgroepen}
    voor_allen = "iedereen" if doelgroepen else ""
    return lijst(
        "tabel-aanbod",
        "Aanbod van de sociale basis",
        ("Activiteit", "Wie en waar", kader.woorden.bouwsteen.kop, "Voor wie"),
        [
            (
                a.activiteit,
                naar(f"{a.aanbieder}, {a.plaats}" if a.plaats else a.aanbieder, [a.aanbieder]),
                naar(bouwstenen.get(a.bouwsteen, ""), [a.bouwsteen]),
                naar(
                    taal.opsomming([taal.kleine_letter(doelgroepen[d]) for d in a.doelgroepen]) or voor_allen,
                    a.doelgroepen,
                ),
            )
            for a in aanbod
        ],
        meer,
    )


def van_risicos(risicos: Sequence[Risico], meer: Sequence[str]) -> Tabel | None:
    """What can go wrong and what is done about it."""
    rijen = [
        (r.risico, r.maatregel, r.kans, uit(taal.getal(r.bedrag), r.plekken.get("Bedrag")) if r.bedrag else "")
        for r in risicos
    ]
    return lijst(
        "tabel-risicos", "Risico’s en maatregelen", ("Risico", "Wat we doen", "Kans", _in_euro("Bedrag")), rijen, meer
    )


def bedrag(euro: float | None) -> str:
    """An amount below a header that says it is in euros, or that there is none yet; never zero for unknown."""
    return NOG_NIET_VASTGESTELD if euro is None else taal.getal(euro)


# -- shared by the tables above


def lijst(
    id_: str,
    bijschrift: str,
    kop: Sequence[str | Kolomkop],
    rijen: Sequence[tuple[str, ...]],
    gebieden: Sequence[str],
    bron: str = "",
) -> Tabel | None:
    """A table of words; with the area as last column when the plan holds several. None without rows.

    A column in which nothing stands is left out.
    """
    if not rijen:
        return None
    gevuld = [i for i in range(len(kop)) if i == 0 or any(rij[i] for rij in rijen)]
    kop, rijen = [kop[i] for i in gevuld], [tuple(rij[i] for i in gevuld) for rij in rijen]
    if len(set(gebieden)) > 1:
        kop = (*kop, "Gebied")
        rijen = [(*rij, gebied) for rij, gebied in zip(rijen, gebieden, strict=True)]
    koppen = tuple(k if isinstance(k, Kolomkop) else Kolomkop(k) for k in kop)
    return Tabel(id_, bijschrift, koppen, tuple(rijen), bron)


def _kop(eerste: str, regios: Sequence[Regio], eenheid: Eenheid = "aantal") -> tuple[Kolomkop, ...]:
    return (Kolomkop(eerste), *(Kolomkop(schrijfwijze.met_eenheid(r.naam, eenheid), rechts=True) for r in regios))


def _cijfertabel(beeld: Beeld, indicatoren: Sequence[Indicator], id_: str, bijschrift: str) -> Tabel:
    """Figures beside those of the regions around, a row of one year for each indicator.

    Where all have one unit it stands above the columns, else behind the name of each indicator.
    """
    regios = beeld.naast_elkaar()
    eenheden = {i.eenheid for i in indicatoren}
    van_kolom: Eenheid = eenheden.pop() if len(eenheden) == 1 else "aantal"
    metingen: list[Meting] = []
    rijen = []
    for indicator in indicatoren:
        jaar = beeld.jaar(indicator)
        naast = [beeld.naast(indicator, r, jaar) if jaar else None for r in regios]
        metingen += [m for m in naast if m]
        naam = (
            indicator.naam
            if van_kolom == indicator.eenheid
            else schrijfwijze.met_eenheid(indicator.naam, indicator.eenheid)
        )
        cellen = (schrijfwijze.in_tabel(m, indicator) for m in naast)
        eigen = next((m.plek for m in naast if m and m.plek), None)
        rijen.append((uit(naam, eigen), *cellen, uit(str(jaar), eigen) if jaar else "–"))
    kop = (*_kop("Cijfer", regios, van_kolom), Kolomkop("Jaar", rechts=True))
    return Tabel(id_, bijschrift, kop, tuple(rijen), schrijfwijze.bronregel(metingen))


def _aantal(opbouw: Opbouw, groep: str) -> str:
    telling = opbouw.groep(groep)
    if telling is None or telling.aantal is None:
        return schrijfwijze.waarom(telling.reden if telling else None)
    return uit(taal.getal(telling.aantal), telling.plekken.get("Aantal"))


def _totaal(opbouw: Opbouw) -> str:
    if opbouw.totaal is None:
        return schrijfwijze.waarom(opbouw.reden)
    return uit(taal.getal(opbouw.totaal), opbouw.plek)

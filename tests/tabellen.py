"""Small tables in the formats of CBS and RIVM, made here: few rows, with the headers and signs of the real ones."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

# What the file of CBS calls its columns, and what OData 3 (with the numbers of 2020) and OData 4 call them.
KWB = {
    "a_inw": ("AantalInwoners_5", "T001036"),
    "a_00_14": ("k_0Tot15Jaar_8", "10680"),
    "a_15_24": ("k_15Tot25Jaar_9", "53050"),
    "a_25_44": ("k_25Tot45Jaar_10", "53310"),
    "a_45_64": ("k_45Tot65Jaar_11", "53715"),
    "a_65_oo": ("k_65JaarOfOuder_12", "80200"),
    "p_arb_pp": ("NettoArbeidsparticipatie_67", "M001796_2"),
    "p_ink_li": ("k_40PersonenMetLaagsteInkomen_73", "D000187"),
    "a_soz_wb": ("PersonenPerSoortUitkeringBijstand_83", "D006842"),
    "a_jz_tn": ("JongerenMetJeugdzorgInNatura_87", "T001203"),
    "p_jz_tn": ("PercentageJongerenMetJeugdzorg_88", "A045561"),
    "a_wmo_t": ("WmoClienten_89", "M001342_1"),
    "p_wmo_t": ("WmoClientenRelatief_90", "M001342_2"),
}
NAMEN = {"NL00": "Nederland", "GM0399": "Heiloo", "GM0383": "Castricum", "GM0373": "Bergen (NH.)"}

Rij = Mapping[str, Any]


def rij(code: str, **cellen: Any) -> dict[str, Any]:
    """A region with sound figures, in which ``cellen`` are different."""
    sterk = {"a_inw": 1000, "a_00_14": 100, "a_15_24": 200, "a_25_44": 250, "a_45_64": 250, "a_65_oo": 200}
    rest = {
        "p_arb_pp": 65,
        "p_ink_li": 36.8,
        "a_soz_wb": 20,
        "a_jz_tn": 30,
        "p_jz_tn": 9.2,
        "a_wmo_t": 50,
        "p_wmo_t": 50,
    }
    return {"code": code, **sterk, **rest, **cellen}


def kwb_xlsx(pad: Path, rijen: Iterable[Rij], kolommen: Sequence[str] = tuple(KWB)) -> Path:
    """The yearly Excel file: some numbers are text, some headers end in a space."""
    boek = Workbook()
    blad = boek.active
    assert blad is not None
    blad.title = pad.stem
    blad.append(
        ["gwb_code_10", "gwb_code_8", "regio", "gm_naam", "recs", "gwb_code", "ind_wbi", *(f"{k} " for k in kolommen)]
    )
    for r in rijen:
        cellen = [str(r[k]) if k.startswith("a_soz") else r[k] for k in kolommen]
        blad.append([r["code"], r["code"][2:], NAMEN.get(r["code"], "Wijk"), "", "", r["code"], 1, *cellen])
    boek.save(pad)
    return pad


def kwb_csv(pad: Path, rijen: Iterable[Rij], codering: str = "utf-8-sig", scheiding: str = ";") -> Path:
    """The same as csv, as Excel in Dutch writes it: decimal commas, dots between thousands."""
    return _csv(
        pad,
        ["gwb_code", "regio", *KWB],
        ([r["code"], "Wijk é", *map(nederlands, _van(r))] for r in rijen),
        codering,
        scheiding,
    )


def statline_csv(pad: Path, rijen: Iterable[Rij]) -> Path:
    """What the StatLine viewer downloads: a title, subjects and units in the header, a source below."""
    titels = {
        "a_inw": "Bevolking/Aantal inwoners (aantal)",
        "a_65_oo": "Bevolking/Leeftijdsgroepen/65 jaar of ouder (aantal)",
        "p_ink_li": "Inkomen/Inkomen van personen/40% personen met laagste inkomen (%)",
        "a_soz_wb": "Sociale zekerheid/Personen per soort uitkering; Bijstand (aantal)",
        "a_wmo_t": "Zorg/Wmo-cliënten (aantal)",
        "p_wmo_t": "Zorg/Wmo-cliënten relatief (per 1 000 inwoners)",
    }
    kop = ["Wijken en buurten", "Regioaanduiding/Codering (code)", *titels.values()]
    inhoud = [[NAMEN.get(r["code"], "Wijk"), f"{r['code']:<10}", *(nederlands(r[k]) for k in titels)] for r in rijen]
    tekst = '"Kerncijfers wijken en buurten 2020"\r\n' + _csv_tekst([kop, *inhoud], ";") + '"Bron: CBS"\r\n'
    pad.write_bytes(tekst.encode("utf-8-sig"))
    return pad


def odata3(rijen: Iterable[Rij], getypeerd: bool) -> list[dict[str, Any]]:
    """The rows of TypedDataSet (numbers) or UntypedDataSet (padded text)."""

    def cel(waarde: Any) -> Any:
        if getypeerd:
            return waarde if isinstance(waarde, int | float) else None
        return None if waarde is None else f"{waarde:>8}"

    return [
        {
            "ID": n,
            "WijkenEnBuurten": f"{r['code']:<10}",
            "Gemeentenaam_1": f"{NAMEN.get(r['code'], ''):<40}",
            "Codering_3": f"{r['code']:<10}",
            **{KWB[k][0]: cel(r[k]) for k in KWB},
        }
        for n, r in enumerate(rijen)
    ]


def odata4(rijen: Iterable[Rij]) -> list[dict[str, Any]]:
    """The rows of Observations: one a cell; what is not there has no row, what is secret has an attribute."""
    metingen: list[dict[str, Any]] = []
    for r in rijen:
        for kolom in KWB:
            waarde = r[kolom]
            if waarde is None:
                continue
            is_getal = isinstance(waarde, int | float)
            metingen.append(
                {
                    "Id": len(metingen),
                    "Measure": KWB[kolom][1],
                    "ValueAttribute": "None" if is_getal else {".": "Unknown", "x": "Confidential"}[waarde],
                    "Value": float(waarde) if is_getal else None,
                    "StringValue": None,
                    "WijkenEnBuurten": f"{r['code']:<10}",
                }
            )
    return metingen


def json_bestand(pad: Path, rijen: list[dict[str, Any]], **eromheen: str) -> Path:
    pad.write_text(json.dumps({**eromheen, "value": rijen}), "utf-8")
    return pad


def observations_csv(pad: Path, metingen: Iterable[Rij]) -> Path:
    kop = ["Id", "Measure", "ValueAttribute", "Value", "StringValue", "WijkenEnBuurten"]
    return _csv(pad, kop, [["" if m[k] is None else m[k] for k in kop] for m in metingen], "utf-8", ";")


# The columns of 50090NED that these tests use; RIVM pads every number to eight places.
RIVM = ("ErvarenGezondheidGoedZeerGoed_4", "Eenzaam_28", "MoeiteMetRondkomen_38")


def rivm_rij(code: str, *cellen: Any, leeftijd: str = "20300", marge: str = "MW00000", jaar: int = 2020) -> list[Any]:
    getallen = ["" if cel is None else f"{cel:>8}" for cel in cellen]
    return [
        1,
        leeftijd,
        marge,
        f"{code:<10}",
        f"{jaar}JJ00",
        f"{'Naam':<40}",
        f"{'Wijk':<10}",
        f"{code:<20}",
        *getallen,
    ]


def rivm_csv(pad: Path, rijen: Iterable[Sequence[Any]]) -> Path:
    kop = [
        "ID",
        "Leeftijd",
        "Marges",
        "WijkenEnBuurten",
        "Perioden",
        "Gemeentenaam_1",
        "SoortRegio_2",
        "Codering_3",
        *RIVM,
    ]
    return _csv(pad, kop, rijen, "utf-8-sig", ";")


def nederlands(waarde: Any) -> str:
    if isinstance(waarde, float):
        return f"{waarde:.1f}".replace(".", ",")
    if isinstance(waarde, int) and waarde >= 1000:
        return f"{waarde:,}".replace(",", ".")
    return "" if waarde is None else str(waarde)


def _van(r: Rij) -> list[Any]:
    return [r[kolom] for kolom in KWB]


def _csv(pad: Path, kop: Sequence[str], rijen: Iterable[Sequence[Any]], codering: str, scheiding: str) -> Path:
    pad.write_bytes(_csv_tekst([kop, *rijen], scheiding).encode(codering))
    return pad


def _csv_tekst(rijen: Iterable[Sequence[Any]], scheiding: str) -> str:
    uit = io.StringIO()
    csv.writer(uit, delimiter=scheiding, quoting=csv.QUOTE_NONNUMERIC).writerows(rijen)
    return uit.getvalue()

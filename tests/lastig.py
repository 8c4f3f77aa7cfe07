"""Areas that ask much of a document: awkward names, many speerpunten, long tables."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

VREEMD = "Dijk & Waard / 't Zand <Noord>"
LANG = "Burgemeesterschoorlaanderduinvalleigemeenschapsgebiedspolder"
VEEL_SPEERPUNTEN = 9
VEEL_RIJEN = 40
LASTIG = {"dijk": (VREEMD, "GM1980"), "lang": (LANG, "GM1981"), "veel": ("Veelerveen", "GM1982")}


def lastige_gebieden(bron: Path, naar: Path) -> None:
    """A copy of the folder ``bron`` with the areas of ``LASTIG`` added to it."""
    shutil.copytree(bron, naar)
    sta_meer_speerpunten_toe(naar, VEEL_SPEERPUNTEN)
    for slug, (naam, code) in LASTIG.items():
        voeg_gebied_toe(naar, slug, naam, code)
    veel_te_zeggen(naar / "veel" / "2027.xlsx")


def voeg_gebied_toe(gebieden: Path, slug: str, naam: str, code: str) -> None:
    """Another gemeente in the kader, with a workbook that says of it what Heiloo's says of Heiloo."""
    kader = gebieden / "kader.toml"
    tekst = kader.read_text("utf-8")
    nieuw = f'[[gebieden]]\nslug = "{slug}"\nnaam = "{naam}"\ncode = "{code}"\nbestuur = "college"\n\n'
    plek = tekst.index("[[gebieden]]")
    kader.write_text(tekst[:plek] + nieuw + tekst[plek:], "utf-8")
    (gebieden / slug).mkdir()
    werkmap_van(gebieden / "heiloo" / "2027.xlsx", gebieden / slug / "2027.xlsx", naam)


def sta_meer_speerpunten_toe(gebieden: Path, aantal: int) -> None:
    kader = gebieden / "kader.toml"
    tekst = kader.read_text("utf-8")
    kader.write_text(tekst.replace("speerpunten_max = 3", f"speerpunten_max = {aantal}"), "utf-8")


def werkmap_van(bron: Path, doel: Path, naam: str) -> None:
    """A workbook of its own for another area: rows about wijken go, rows about the area get its name."""
    boek = load_workbook(bron)
    for blad in ("Bevolking", "Zorgconsumptie", "Kwetsbaarheid", "Veerkracht"):
        kop = [cel.value for cel in boek[blad][1]]
        kolom = kop.index("Regio") + 1
        for rij in range(boek[blad].max_row, 1, -1):
            if boek[blad].cell(rij, kolom).value == "Heiloo":
                boek[blad].cell(rij, kolom).value = naam
            else:
                boek[blad].delete_rows(rij)
    for cel in next(kolom for kolom in boek["Aanbod"].iter_cols(min_row=1) if kolom[0].value == "Dorp")[1:]:
        cel.value = None
    for rij in range(boek["Terugblik"].max_row, 1, -1):
        boek["Terugblik"].delete_rows(rij)
    boek.save(doel)


def veel_te_zeggen(pad: Path) -> None:
    """Nine speerpunten, each with its goals and actions, and one of them with forty actions."""
    boek = load_workbook(pad)
    codes = [rij[0] for rij in _rijen(boek, "Speerpunten")]
    bronnen = {blad: _rijen(boek, blad) for blad in ("Speerpunten", "Doelen", "Acties")}
    for nummer in range(len(codes), VEEL_SPEERPUNTEN):
        bron, nieuw = codes[nummer % len(codes)], f"V{nummer + 1}"
        for blad, rijen in bronnen.items():
            for rij in rijen:
                if rij[0] == bron:
                    boek[blad].append([nieuw, *rij[1:]])
    for nummer in range(VEEL_RIJEN):
        boek["Acties"].append([codes[0], f"Actie nummer {nummer + 1}", *bronnen["Acties"][0][2:]])
    boek.save(pad)


def _rijen(boek: Workbook, blad: str) -> list[Sequence[Any]]:
    return [rij for rij in boek[blad].iter_rows(min_row=2, values_only=True) if rij[0] is not None]

"""python -m bench [--aantal 40] [--zaad 1] [--koud 3] [--json bestand]

Makes a national load and all its plans one after the other in one process, and says where the time goes. Nothing here
passes or fails: who changes something compares two runs on one machine.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import click

from bench.last import MEESTE
from bench.loop import Uitslag, draai


def main() -> None:
    lezer = argparse.ArgumentParser("bench", description="Hoe lang duren plannen, en hoeveel geheugen kosten zij?")
    lezer.add_argument("--aantal", type=int, default=40, help=f"hoeveel plannen, hoogstens {MEESTE} [standaard: 40]")
    lezer.add_argument("--zaad", type=int, default=1, help="een ander getal geeft andere werkmappen [standaard: 1]")
    lezer.add_argument("--koud", type=int, default=3, help="hoeveel plannen ook in een eigen proces [standaard: 3]")
    lezer.add_argument("--json", type=Path, help="zet de uitslag ook in dit bestand")
    keuzes = lezer.parse_args()
    if not 2 <= keuzes.aantal <= MEESTE:
        lezer.error(f"--aantal is 2 tot en met {MEESTE}")
    uitslag = draai(keuzes.aantal, keuzes.zaad, keuzes.koud, lambda tekst: click.echo(tekst, err=True))
    if keuzes.json:
        keuzes.json.parent.mkdir(parents=True, exist_ok=True)
        keuzes.json.write_text(json.dumps(uitslag.als_json(), indent=2) + "\n", "utf-8")
    click.echo(als_tabel(uitslag))


def als_tabel(uitslag: Uitslag) -> str:
    """The outcome for people."""
    regels = [
        f"{'stap':<14}{'eerste plan':>12}{'daarna':>10}{'deel':>7}{'x kaal':>8}   (seconden processortijd per plan)"
    ]
    for stap, warm in sorted(uitslag.per_stap.items(), key=lambda paar: -paar[1]):
        eerste, deel, keer = uitslag.eerste.get(stap, 0.0), warm / uitslag.warm, warm / uitslag.kaal
        regels.append(f"{stap:<14}{eerste:>12.3f}{warm:>10.4f}{deel:>7.0%}{keer:>8.2f}")
    totaal = sum(uitslag.eerste.values())
    regels.append(f"{'alles':<14}{totaal:>12.3f}{uitslag.warm:>10.4f}{'':>7}{uitslag.warm / uitslag.kaal:>8.2f}")
    geheugen = ", ".join(f"na {aantal}: {mb:.0f}" for aantal, mb in uitslag.geheugen)
    regels += [
        "",
        f"plannen                        {uitslag.aantal} ({uitslag.mislukt} mislukt), {uitslag.grafieken} grafieken",
        f"warm, per seconde per kern     {1 / uitslag.warm:.2f}",
        f"kaal tekenen met matplotlib    {uitslag.kaal:.3f} s per plan (gemeten bij {uitslag.kaal_gemeten} plannen)",
        f"koud, het hele proces          {uitslag.koud:.2f} s; bibliotheken laden {uitslag.laden:.2f} s, "
        f"waarvan matplotlib {uitslag.laden_tekenaar:.2f} s",
        f"koud, keer laden en kaal       {uitslag.koud_keer_kaal:.2f} x; "
        f"als alleen matplotlib telt {uitslag.koud_keer_tekenaar:.2f} x",
        f"geheugen in MB                 {geheugen}; hoogste {uitslag.hoogste:.0f}",
        f"groei na plan {uitslag.groei_vanaf:<4}             {uitslag.groei:+.1%}",
        *(f"niet gemaakt door {code}: {aantal}" for code, aantal in uitslag.fouten.items()),
    ]
    return "\n".join(regels)


if __name__ == "__main__":
    main()

"""All plans on other computers: a real scheduler and two workers in processes and a folder of their own."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from test_alles import MAPPEN, Map, gebouwd, hier, met_programma  # noqa: F401 - fixtures

from gebiedsplan import build
from gebiedsplan.bevinding import GebiedsplanFout
from gebiedsplan.build import Voortgang, afdruk, bestanden
from gebiedsplan.build.reeks import reispakket, verdeeld


@contextmanager
def dask(map_: Path, programma: str, *opties: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program of Dask that knows nothing of the folder of the user."""
    proces = subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.dask_{programma}", *opties, "--no-dashboard"],
        cwd=map_,
        env=met_programma(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield proces
    finally:
        proces.kill()
        proces.wait()


@pytest.fixture(scope="module")
def elders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("elders")


@pytest.fixture(scope="module")
def scheduler(elders: Path) -> Iterator[str]:
    """The address of a scheduler without workers."""
    bestand = elders / "scheduler.json"
    with dask(elders, "scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(bestand)):
        while not bestand.exists() or '"address"' not in bestand.read_text("utf-8"):
            time.sleep(0.1)
        yield bestand.read_text("utf-8").split('"address": "tcp://')[1].split('"')[0]


def geweigerd(uitvoerder: str) -> str:
    with pytest.raises(GebiedsplanFout) as fout:
        build.alles(MAPPEN, 2027, opnieuw=True, uitvoerder=uitvoerder)
    (bevinding,) = fout.value.bevindingen
    assert fout.value.exit_code == 2
    return bevinding.code


@pytest.mark.parametrize("adres", ["dask:/x", "tcp://x:8786", "dask://", "dask://x", "dask://x:y", "dask://a b:1", "x"])
def test_an_address_that_is_none(adres: str) -> None:
    assert geweigerd(adres) == "uitvoerder-verkeerd"


@pytest.mark.usefixtures("hier")
def test_without_dask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert geweigerd("dask://127.0.0.1:1") == "dask-ontbreekt"


@pytest.mark.usefixtures("hier")
def test_nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdeeld, "_ANTWOORD", 1)
    assert geweigerd("dask://127.0.0.1:1") == "uitvoerder-onbereikbaar"


@pytest.mark.usefixtures("hier")
def test_no_workers(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdeeld, "_ANTWOORD", 1)
    assert geweigerd(f"dask://{scheduler}") == "uitvoerder-onbereikbaar"


def test_a_worker_that_falls_away_costs_nothing(
    hier: Map,  # noqa: F811
    elders: Path,
    scheduler: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The same bytes as here, each file written once, though one of two workers is killed in the middle."""
    zoals_hier = hier.bestanden()
    for map_ in ("build", "figures"):
        shutil.rmtree(hier.map_ / map_)
    geschreven: list[Path] = []

    def schrijf(wat: Mapping[Path, bytes]) -> None:
        geschreven.extend(wat)
        bestanden.write_all(wat)

    monkeypatch.setattr("gebiedsplan.build.producten.write_all", schrijf)
    worker = (f"tcp://{scheduler}", "--no-nanny", "--nthreads", "1", "--local-directory", str(elders))
    with dask(elders, "worker", *worker) as een, dask(elders, "worker", *worker):
        _wacht_op_werkers(scheduler, 2)
        with monkeypatch.context() as ander:
            ander.setattr(afdruk, "programma", lambda: "een andere")
            assert geweigerd(f"dask://{scheduler}") == "uitvoerder-andere-versie"

        def volg(voortgang: Voortgang) -> None:
            if len(voortgang.bezig) == 2:
                een.send_signal(signal.SIGKILL)

        uitkomsten = dict(build.alles(MAPPEN, 2027, uitvoerder=f"dask://{scheduler}", volg=volg))
        assert een.wait() == -signal.SIGKILL
    assert {slug for slug, wat in uitkomsten.items() if isinstance(wat, build.Gemaakt)} == {
        "heiloo",
        "uitgeest",
        "vergelijking",
    }
    assert hier.bestanden() == zoals_hier
    assert len(geschreven) == len(set(geschreven))


def _wacht_op_werkers(scheduler: str, aantal: int) -> None:
    from distributed import Client

    with Client(f"tcp://{scheduler}", set_as_default=False) as klant:
        klant.wait_for_workers(aantal, timeout=60)


def test_what_is_wrong_with_a_template_names_the_file_of_the_user(hier: Map) -> None:  # noqa: F811
    """And another edition does not even open what it is sent."""
    from gebiedsplan.build import Opties, producten
    from gebiedsplan.inlezen import Lezer

    sjabloon = hier.map_ / "templates" / "gebiedsplan.md.j2"
    sjabloon.write_text("{{ plan.dit_is_er_niet }}", "utf-8")
    gelezen = Lezer(MAPPEN.gebieden).lees_plan("heiloo", 2027)
    pakje = reispakket.pak_in(producten.opdracht("gebiedsplan", MAPPEN, Opties(), gelezen))
    with pytest.raises(GebiedsplanFout) as fout:
        reispakket.doe(pakje, reispakket.editie())
    assert [(b.code, b.plek.bestand) for b in fout.value.bevindingen] == [
        ("sjabloon-fout", "templates/gebiedsplan.md.j2")
    ]
    with pytest.raises(GebiedsplanFout, match="andere versie"):
        reispakket.doe(b"geen pakket", "een andere editie")

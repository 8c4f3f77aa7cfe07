"""All plans at once: side by side, only what changed, and whatever goes wrong on the way."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from conftest import VAN_EEN_PLAN, WORTEL, Voorraad
from openpyxl import load_workbook

from gebiedsplan import build
from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, Plek
from gebiedsplan.build import Gemaakt, Mappen, Opties, afdruk, bestanden, ongewijzigd, opdracht, producten, vergelijking
from gebiedsplan.build.documenten import tekeningen
from gebiedsplan.build.opdracht import VERGELIJKING, Opdracht, Uitkomst
from gebiedsplan.build.reeks import ploeg
from gebiedsplan.build.stand import Stand, als_json
from gebiedsplan.cli.mappen import van_het_huis
from gebiedsplan.herkomst import Celtekst
from gebiedsplan.inlezen import Lezer

HEAVY = ("pandas", "matplotlib", "openpyxl", "docx", "jinja2", "cattrs", "lxml", "multiprocessing", "filelock")
# How often a build is killed; the more often, the more moments.
MAPPEN = Mappen(Path("gebieden"), (Path("templates"),), Path("build"), Path("figures"))
ALLEMAAL = {"heiloo", "uitgeest", VERGELIJKING}
KEREN = int(os.environ.get("GEBIEDSPLAN_KEREN", "3"))


@dataclass(frozen=True)
class Map:
    """A folder with two gemeenten and the plans that were made of them; a user stands in it."""

    map_: Path

    @property
    def gebieden(self) -> Path:
        return self.map_ / "gebieden"

    def alles(self, opnieuw: bool = False) -> dict[str, Gemaakt | GebiedsplanFout]:
        """In one process beside this one: the second costs more than it has to do. Who begins as a user has two."""
        return dict(build.alles(MAPPEN, 2027, opnieuw=opnieuw, tegelijk=1))

    def bestanden(self) -> dict[str, bytes]:
        """Every file that was made, without what only the program reads."""
        paden = (pad for naam in ("build", "figures") for pad in (self.map_ / naam).rglob("*"))
        return {
            str(pad.relative_to(self.map_)): pad.read_bytes()
            for pad in paden
            if pad.is_file() and ".stand" not in pad.parts and pad.name != ".slot"
        }

    def geschreven(self) -> dict[str, int]:
        """When each file was put in place; a file that is left alone keeps its moment."""
        return {naam: (self.map_ / naam).stat().st_mtime_ns for naam in self.bestanden()}

    def verander(self) -> None:
        """Let there be something to make of every plan."""
        sjabloon = self.map_ / "templates" / "_hoofdstuk_1_inleiding.md.j2"
        vervang(sjabloon, "Elk jaar maken we", "Ieder jaar maken we")

    def begin(self, *opties: str) -> subprocess.Popen[str]:
        """A build of all in a session of its own, as a shell starts it."""
        return subprocess.Popen(
            [sys.executable, "-m", "gebiedsplan", "alles", "--jaar", "2027", "--tegelijk", "2", *opties],
            cwd=self.map_,
            env=met_programma(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            # Who is started in the background is told to ignore Ctrl-C, and so would this be.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )


def met_programma() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(WORTEL)}


def twee_gebieden(naar: Path) -> None:
    """Heiloo and Uitgeest, as if there were no others."""
    shutil.copytree(WORTEL / "templates", naar / "templates")
    for deel in ("heiloo", "uitgeest"):
        shutil.copytree(WORTEL / "gebieden" / deel, naar / "gebieden" / deel)
    kader = (WORTEL / "gebieden" / "kader.toml").read_text("utf-8")
    (naar / "gebieden" / "kader.toml").write_text(kader[: kader.index('[[gebieden]]\nslug = "castricum"')], "utf-8")


@pytest.fixture(scope="session")
def gebouwd(voorraad: Voorraad) -> Path:
    def bouw(naar: Path) -> tuple[Path, ...]:
        twee_gebieden(naar)
        proces = Map(naar).begin()
        _, gezegd = proces.communicate(timeout=300)
        assert proces.returncode == 0, gezegd
        return (naar,)

    return voorraad.een("alles", bouw)[0]


@pytest.fixture(scope="session")
def veranderd(gebouwd: Path, voorraad: Voorraad) -> Mapping[str, bytes]:
    """Every file as it is after ``verander``."""

    def bouw(naar: Path) -> tuple[Path, ...]:
        ander = Map(Path(shutil.copytree(gebouwd, naar / "ander")))
        ander.verander()
        ander.begin().communicate(timeout=300)
        return (ander.map_,)

    return Map(voorraad.een("veranderd", bouw)[0]).bestanden()


@pytest.fixture
def hier(gebouwd: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Map:
    """A copy to change at will. Everything happens from inside it, as with a user."""
    shutil.copytree(gebouwd, tmp_path / "hier")
    monkeypatch.chdir(tmp_path / "hier")
    return Map(tmp_path / "hier")


def zet(hier: Map, slug: str, blad: str, cel: str, waarde: float | str) -> None:
    pad = hier.gebieden / slug / "2027.xlsx"
    boek = load_workbook(pad)
    boek[blad][cel] = waarde
    boek.save(pad)


def vervang(pad: Path, oud: str, nieuw: str) -> None:
    tekst = pad.read_text("utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw), "utf-8")


def gemaakt_na(hier: Map, doe: Callable[[], object]) -> set[str]:
    """The areas whose plan was written anew after ``doe``, and the comparison when that was."""
    doe()
    voor = hier.geschreven()
    uitkomst = hier.alles()
    assert set(uitkomst) == {"heiloo", "uitgeest", VERGELIJKING}
    na = hier.geschreven()
    nieuw = {Path(naam) for naam in na if naam.endswith(".docx") and na[naam] != voor.get(naam)}
    return {VERGELIJKING if pad.stem.startswith(VERGELIJKING) else pad.parent.name for pad in nieuw}


# -- side by side


def test_side_by_side_gives_the_bytes_of_one_by_one(hier: Map, tmp_path: Path) -> None:
    """Also the charts: in every Word file are those of its own area, and no other."""
    apart = replace(MAPPEN, uit=tmp_path / "apart/build", figuren=tmp_path / "apart/figures")
    for slug in ("heiloo", "uitgeest"):
        build.maak(apart, slug, 2027)
    vergelijking.maak(apart, 2027, Opties())
    een_voor_een = Map(tmp_path / "apart").bestanden()
    assert {n: i for n, i in hier.bestanden().items() if n != "build/index.html"} == {
        n: i for n, i in een_voor_een.items() if n != "build/index.html"
    }
    assert b'href="vergelijking-2027.html"' in hier.bestanden()["build/index.html"]
    for slug in ("heiloo", "uitgeest"):
        word = zipfile.ZipFile(hier.map_ / f"build/{slug}/gebiedsplan-{slug}-2027.docx")
        in_word = {sha256(word.read(naam)).hexdigest() for naam in word.namelist() if naam.endswith(".png")}
        eigen = {sha256(p.read_bytes()).hexdigest() for p in (hier.map_ / "figures" / slug / "2027").glob("*.png")}
        assert len(in_word) >= 5
        assert in_word <= eigen


def valt_om(wat: Opdracht) -> Uitkomst:
    """What a worker does that is ended by the system, as when memory is full."""
    if wat.slug == "uitgeest":
        os.kill(os.getpid(), signal.SIGKILL)
    return Uitkomst({}, None, {}, ())


def vergist_zich(wat: Opdracht) -> Uitkomst:
    if wat.slug == "uitgeest":
        raise KeyError("een fout in het programma")
    return Uitkomst({}, None, {}, ())


@pytest.mark.usefixtures("hier")
@pytest.mark.parametrize("doe", [valt_om, vergist_zich])
def test_a_breakdown_costs_one_plan(monkeypatch: pytest.MonkeyPatch, doe: Callable[[Opdracht], Uitkomst]) -> None:
    monkeypatch.setattr(ploeg, "_doe", doe)
    lezer = Lezer(MAPPEN.gebieden)
    uitkomsten = {}
    with ploeg.Ploeg(2) as werkers:
        for slug in ("heiloo", "uitgeest", "heiloo"):
            gelezen = lezer.lees_plan(slug, 2027)
            werkers.begin(producten.opdracht("gebiedsplan", MAPPEN, Opties(), gelezen))
        while werkers.bezig:
            uitkomsten.update({o.slug: uitkomst for o, uitkomst in werkers.klaar()})
    assert isinstance(uitkomsten["heiloo"], Uitkomst)
    fout = uitkomsten["uitgeest"]
    assert isinstance(fout, GebiedsplanFout)
    assert [b.code for b in fout.bevindingen] == ["onverwacht"]
    assert "Uitgeest" in fout.bevindingen[0].tekst


# -- only what changed


def test_nothing_changed_is_seen_at_once(hier: Map) -> None:
    """Without loading what reads, draws or writes; and it prints what it printed before."""
    voor = hier.geschreven()
    code = (
        "import sys, resource\nfrom click.testing import CliRunner\nfrom gebiedsplan.cli import main\n"
        "uit = CliRunner().invoke(main, sys.argv[1:])\n"
        f"print(uit.exit_code, [m for m in {HEAVY} if m in sys.modules])\nprint(uit.stdout)\n"
    )
    opdracht_ = [sys.executable, "-c", code, "alles", "--jaar", "2027"]
    begin = resource.getrusage(resource.RUSAGE_CHILDREN)
    gedaan = subprocess.run(opdracht_, env=met_programma(), check=True, capture_output=True, text=True, timeout=60)
    eind = resource.getrusage(resource.RUSAGE_CHILDREN)
    kop, *regels = gedaan.stdout.splitlines()
    assert kop == "0 []"
    assert [Path(regel).name for regel in regels if regel] == [
        *(f"gebiedsplan-{s}-2027{einde}" for s in ("heiloo", "uitgeest") for einde in VAN_EEN_PLAN),
        *(f"vergelijking-2027{einde}" for einde in (".docx", ".html", ".md")),
        "index.html",
    ]
    assert hier.geschreven() == voor
    # Time of the processor, so that a busy machine does not matter; alone it is the half of this.
    assert eind.ru_utime + eind.ru_stime - begin.ru_utime - begin.ru_stime < 1.0


def test_words_of_one_area_make_one_plan_and_no_chart(hier: Map, monkeypatch: pytest.MonkeyPatch) -> None:
    tekens = (hier.map_ / "figures/heiloo/2027").glob("*.svg")
    voor = {pad: pad.stat().st_mtime_ns for pad in tekens}
    assert gemaakt_na(hier, lambda: zet(hier, "heiloo", "Speerpunten", "C2", "Meer rust in huis")) == {"heiloo"}
    assert "Meer rust in huis" in (hier.map_ / "build/heiloo/gebiedsplan-heiloo-2027.md").read_text("utf-8")
    assert {pad: pad.stat().st_mtime_ns for pad in voor} == voor
    # And they were not even drawn.
    monkeypatch.setattr(tekeningen, "_getekend", lambda *_: pytest.fail("drew a chart that was there"))
    zet(hier, "heiloo", "Speerpunten", "C2", "Nog meer rust in huis")
    build.maak(MAPPEN, "heiloo", 2027)


def test_a_figure_of_one_area_is_in_all_plans(hier: Map) -> None:
    assert gemaakt_na(hier, lambda: zet(hier, "heiloo", "Kwetsbaarheid", "D5", 12.5)) == ALLEMAAL


def test_a_saved_workbook_with_the_same_values_is_no_change(hier: Map) -> None:
    pad = hier.gebieden / "heiloo" / "2027.xlsx"
    assert gemaakt_na(hier, lambda: load_workbook(pad).save(pad)) == set()


def test_what_all_plans_are_made_of(hier: Map) -> None:
    (sjablonen,) = MAPPEN.sjablonen
    inleiding = sjablonen / "_hoofdstuk_1_inleiding.md.j2"
    # The comparison is made again as well, of the same bytes: it does not hold this chapter.
    plannen = ALLEMAAL - {"vergelijking"}
    assert gemaakt_na(hier, lambda: vervang(inleiding, "Elk jaar maken we", "Ieder jaar maken we")) == plannen
    kleur = sjablonen / "huisstijl" / "heiloo.toml"
    assert gemaakt_na(hier, lambda: kleur.write_text('naam = "Heiloo"\n[kleuren]\naccent = "#5b2a86"\n')) == {"heiloo"}
    kader = hier.gebieden / "kader.toml"
    assert gemaakt_na(hier, lambda: vervang(kader, "2023 t/m 2027", "2023 t/m 2029")) == ALLEMAAL


def test_what_is_gone_or_damaged_is_made_again(hier: Map) -> None:
    goed = hier.bestanden()
    (hier.map_ / "build/heiloo/gebiedsplan-heiloo-2027.html").unlink()
    plaat = next((hier.map_ / "figures/uitgeest/2027").glob("trend-*.svg"))
    plaat.write_bytes(plaat.read_bytes()[:100])
    hier.alles()
    assert hier.bestanden() == goed
    for stand in (hier.map_ / "build/.stand").iterdir():
        stand.write_bytes(stand.read_bytes()[:-20])
    hier.alles()
    assert hier.bestanden() == goed
    shutil.rmtree(hier.map_ / "build/.stand")
    assert gemaakt_na(hier, lambda: (hier.map_ / "build/heiloo/gebiedsplan-heiloo-2027.docx").unlink()) == {"heiloo"}
    assert hier.bestanden() == goed


def test_everything_again_when_asked(hier: Map) -> None:
    """The same bytes are not written again, but they are made: what stood there instead is gone."""
    goed = hier.bestanden()
    pad = hier.map_ / "build/.stand/gebiedsplan-heiloo-2027.json"
    inhoud = json.loads(pad.read_bytes())
    html = hier.map_ / "build/heiloo/gebiedsplan-heiloo-2027.html"
    html.write_text("anders", "utf-8")
    inhoud["bestanden"]["heiloo/gebiedsplan-heiloo-2027.html"] = afdruk.van(html.read_bytes())
    pad.write_text(json.dumps(inhoud), "utf-8")
    assert hier.alles() is not None
    hier.alles(opnieuw=True)
    assert hier.bestanden() == goed


def test_another_program_is_another_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    nu = afdruk.programma()
    afdruk.programma.cache_clear()
    monkeypatch.setattr(afdruk, "_versie", lambda _: "0")
    assert afdruk.programma() != nu
    afdruk.programma.cache_clear()
    monkeypatch.undo()
    assert afdruk.programma() == nu


def test_the_same_words_from_another_cell_are_another_fingerprint() -> None:
    """A document remembers of its words which cell they are from."""
    hier, daar = (Celtekst("Meer rust", Plek("heiloo/2027.xlsx", "Speerpunten", cel)) for cel in ("B2", "B3"))
    assert hier == daar
    assert afdruk.van((hier,)) != afdruk.van((daar,))


def test_every_library_that_makes_documents_is_in_the_fingerprint() -> None:
    """What stands in pyproject.toml and decides no byte is named here."""
    import tomllib

    project = tomllib.loads((WORTEL / "pyproject.toml").read_text("utf-8"))["project"]
    nodig = {*project["dependencies"], *project["optional-dependencies"]["pdf"]}
    assert nodig - {"click", "filelock", "pandas", "requests"} <= set(afdruk.BIBLIOTHEKEN)


def test_what_somebody_changed_is_kept_beside_it(hier: Map) -> None:
    word = hier.map_ / "build/heiloo/gebiedsplan-heiloo-2027.docx"
    goed = word.read_bytes()
    word.write_bytes(b"met opmerkingen van een collega")
    uitkomst = hier.alles()["heiloo"]
    assert word.read_bytes() == goed
    assert word.with_stem(f"{word.stem}-eigen-versie").read_bytes() == b"met opmerkingen van een collega"
    (bevinding,) = [b for b in uitkomst.bevindingen if b.code == "uitvoer-veranderd"]
    assert bevinding.plek.bestand == "build/heiloo/gebiedsplan-heiloo-2027.docx"
    word.write_bytes(b"en nog eens")
    build.maak(MAPPEN, "heiloo", 2027)
    assert word.with_stem(f"{word.stem}-eigen-versie-2").read_bytes() == b"en nog eens"
    # A voorstel makes the same plan: that is nobody's change.
    build.voorstel(MAPPEN, "heiloo", 2027, Opties(bewerkbare_grafieken=True))
    assert [b.code for b in build.maak(MAPPEN, "heiloo", 2027).bevindingen].count("uitvoer-veranderd") == 0


# -- ended in the middle


def niemand_over(sessie: int) -> bool:
    """Whether every process of a session ends within ten seconds."""
    for _ in range(100):
        if not _leden(sessie):
            return True
        time.sleep(0.1)
    return False


def _leden(sessie: int) -> list[str]:
    gezien = subprocess.run(["ps", "-o", "stat=", "-s", str(sessie)], check=False, capture_output=True, text=True)
    return [regel for regel in gezien.stdout.split() if not regel.startswith("Z")]


@pytest.mark.parametrize("iedereen", [True, False], ids=["de hele groep", "alleen het programma"])
def test_ctrl_c_leaves_nothing_half_and_nobody(hier: Map, iedereen: bool) -> None:
    proces = hier.begin("--alles-opnieuw")
    assert proces.stderr is not None
    assert "bezig met" in proces.stderr.readline()
    (os.killpg if iedereen else os.kill)(proces.pid, signal.SIGINT)
    _, gezegd = proces.communicate(timeout=60)
    assert proces.returncode == 130
    assert "Gestopt." in gezegd
    assert "Traceback" not in gezegd
    assert niemand_over(proces.pid)
    assert not [naam for naam in hier.bestanden() if naam.endswith(".deel")]


def test_a_kill_at_any_moment_leaves_whole_files(hier: Map, veranderd: Mapping[str, bytes]) -> None:
    """Old or new, and the next build completes and clears away what was left."""
    oud = hier.bestanden()
    hier.verander()
    dobbel = random.Random(27)
    for keer in range(KEREN):
        proces = hier.begin("--alles-opnieuw")
        time.sleep(dobbel.uniform(0.2, 6.0 if keer % 2 else 3.0))
        proces.kill()
        proces.communicate()
        assert niemand_over(proces.pid)
        for naam, inhoud in hier.bestanden().items():
            assert naam.endswith(".deel") or inhoud in (oud.get(naam), veranderd.get(naam)), naam
        if keer % 2:
            for naam, inhoud in oud.items():
                (hier.map_ / naam).write_bytes(inhoud)
    (hier.map_ / "build/heiloo/.rest.deel").write_bytes(b"half")
    hier.alles(opnieuw=True)
    assert hier.bestanden() == veranderd


def test_two_builds_at_once(hier: Map, veranderd: Mapping[str, bytes]) -> None:
    hier.verander()
    samen = [hier.begin("--alles-opnieuw"), hier.begin("--alles-opnieuw")]
    for proces in samen:
        _, gezegd = proces.communicate(timeout=120)
        assert proces.returncode == 0, gezegd
    assert hier.bestanden() == veranderd
    # The templates of a folder lie over those of the program.
    zo_gebouwd = replace(MAPPEN, sjablonen=(*MAPPEN.sjablonen, van_het_huis()))
    assert ongewijzigd.alles(zo_gebouwd, 2027, Opties()) is not None


def test_who_has_to_wait_too_long_is_told(tmp_path: Path) -> None:
    with bestanden.alleen(tmp_path), pytest.raises(GebiedsplanFout) as fout, bestanden.alleen(tmp_path, 0.1):
        pytest.fail("two at once")
    assert [(b.code, fout.value.exit_code) for b in fout.value.bevindingen] == [("uitvoer-bezet", 2)]


def test_a_full_disk_is_said_and_what_was_there_stays(hier: Map) -> None:
    """A file may not become larger than this: that ends in the middle of a write, as a full disk does."""
    oud = hier.bestanden()
    hier.verander()
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000));"
        "from gebiedsplan.cli import main; main(sys.argv[1:])"
    )
    gedaan = subprocess.run(
        [sys.executable, "-c", code, "alles", "--jaar", "2027"],
        cwd=hier.map_,
        env=met_programma(),
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert gedaan.returncode == 1
    assert "[schrijven-mislukt]" in gedaan.stderr
    assert "Niet gemaakt: heiloo, uitgeest." in gedaan.stderr
    assert "Traceback" not in gedaan.stderr
    na = hier.bestanden()
    assert {naam: na[naam] for naam in na if naam != "build/index.html"} == {
        naam: oud[naam] for naam in oud if naam != "build/index.html"
    }


@pytest.mark.usefixtures("hier")
def test_opdracht_and_uitkomst_travel() -> None:
    """As another computer would get them: bytes, and back, with a fout as well."""
    import pickle

    gelezen = Lezer(MAPPEN.gebieden).lees_plan("heiloo", 2027)
    wat = producten.opdracht("gebiedsplan", MAPPEN, Opties(), gelezen)
    daar = pickle.loads(pickle.dumps(wat))
    assert daar == wat
    assert daar.afdruk == producten.opdracht("gebiedsplan", MAPPEN, Opties(), daar.gelezen).afdruk
    terug = pickle.loads(pickle.dumps(opdracht.voer_uit(daar)))
    word = next(inhoud for pad, inhoud in terug.bestanden.items() if pad.suffix == ".docx")
    assert zipfile.ZipFile(BytesIO(word)).testzip() is None
    fout = GebiedsplanFout(opdracht.onverwacht(wat.slug, wat.wat, "x") for _ in range(1))
    assert pickle.loads(pickle.dumps(fout)).bevindingen == fout.bevindingen


def test_a_memory_holds_no_figure_of_a_finding() -> None:
    """It stands in a folder that may be published whole; what a plan hides may be in a finding about its workbook."""
    plek = Plek("heiloo/2027.xlsx", blad="Kwetsbaarheid", cel="D5")
    gevonden = (
        Bevinding(
            "som-klopt-niet", plek, "De delen zijn samen 1.234,5, het totaal is 7.", "Kijk naar 7.", Ernst.LET_OP
        ),
        Bevinding("cijfer-verouderd", plek, "Het cijfer is van 2012.", "Zoek een nieuw.", Ernst.LET_OP),
    )
    inhoud = json.loads(als_json(Stand("a", {}, gevonden)))["bevindingen"]
    assert [b["tekst"] for b in inhoud] == ["De delen zijn samen …, het totaal is ….", "Het cijfer is van 2012."]
    assert inhoud[0]["hulp"] == "Kijk naar …."
    assert inhoud[0]["plek"]["cel"] == "D5"

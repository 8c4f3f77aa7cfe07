"""The benchmark itself runs: a handful of areas, every stage measured. How long it takes is no test."""

from __future__ import annotations

from bench.__main__ import als_tabel
from bench.loop import draai
from bench.meten import STAPPEN


def test_the_benchmark_measures_every_stage_of_a_plan() -> None:
    uitslag = draai(2, 1, 0, lambda _: None)
    assert (uitslag.mislukt, uitslag.fouten) == (0, {})
    assert set(STAPPEN) - {*uitslag.eerste} == set()
    assert uitslag.kaal > 0
    assert uitslag.grafieken > 2
    gegevens = uitslag.als_json()
    assert set(gegevens["keer_kaal"]) <= {*STAPPEN, "overig"}  # type: ignore[call-overload]
    assert all(stap in als_tabel(uitslag) for stap in uitslag.per_stap)

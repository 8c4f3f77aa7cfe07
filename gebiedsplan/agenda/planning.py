"""Read a planning in words: "Vanaf 1 maart 2027", "1e en 2e kwartaal 2027", "Voorjaar en najaar".

Either every word of it is understood, or nothing: half a planning would be a wrong one. Seasons are those of the
weather service (spring: March to May). Who begins without saying until when, goes on until the end of that year.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_SEIZOENEN = {"voorjaar": 3, "lente": 3, "zomer": 6, "najaar": 9, "herfst": 9}
_RANGTELWOORDEN = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_EERSTE_MAAND_SCHOOLJAAR = 8
_RANG = "[1-4]e|" + "|".join(_RANGTELWOORDEN)
_MAAND = "|".join(_MAANDEN)
# Kinds of words, each tried in turn at the place where the last one ended.
_WOORD = re.compile(
    rf"(?P<schooljaar>schooljaar\s+(?P<school>20\d\d)\s*[-/]\s*(?:20)?\d\d)\b"
    rf"|(?P<datum>(?P<d>\d\d?)-(?P<m>\d\d?)-(?P<j>20\d\d))\b"
    rf"|(?P<dag>(?P<dagnummer>\d\d?)\s+(?P<dagmaand>{_MAAND}))\b"
    rf"|(?P<maand>{_MAAND})\b"
    rf"|(?P<kwartaal>(?:(?P<rang>{_RANG})\s+kwartaal|kwartaal\s+(?P<kw>[1-4])|q(?P<q>[1-4])))\b"
    rf"|(?P<helft>(?P<welke>1e|2e|eerste|tweede)\s+helft)\b"
    rf"|(?P<seizoen>{'|'.join(_SEIZOENEN)})\b"
    r"|(?P<jaar>20\d\d)\b"
    r"|(?P<totmet>tot\s+en\s+met|t/m|-|–)"
    r"|(?P<vanaf>vanaf|sinds)\b|(?P<voor>voor|vóór)\b|(?P<uiterlijk>uiterlijk(?:\s+(?:op|in))?)\b"
    r"|(?P<en>en\b|,|;|\+|&|/)"
    r"|(?P<hele>(?:het\s+)?(?:hele|heel|gehele)(?:\s+jaar)?(?:\s+door)?|doorlopend)\b"
    r"|(?P<vaak>(?:elke|iedere|om\s+de)\s+(?:week|maand|dag|twee\s+weken)|elk\s+kwartaal|wekelijks|maandelijks|dagelijks"
    r"|(?:een|één|twee|drie|vier|\d+)\s+keer\s+per\s+(?:week|maand|jaar|kwartaal))\b"
    r"|(?P<vulling>in|van|het|de|op|jaar|begint)\b"
)
_EENHEDEN = ("schooljaar", "datum", "dag", "maand", "kwartaal", "helft", "seizoen")
_SOORTEN = (*_EENHEDEN, "jaar", "totmet", "vanaf", "voor", "uiterlijk", "en", "hele", "vaak", "vulling")
_GEDEELD = re.compile(rf"\b({_RANG})(\s*(?:en|t/m|tot en met|,)\s*)(?=(?:{_RANG})\s+(?:en\s+(?:{_RANG})\s+)?kwartaal)")


@dataclass(frozen=True, slots=True)
class Periode:
    """Days from ``van`` to ``tot``, both included. ``uiterlijk``: not those days, but ready by the last of them."""

    van: dt.date
    tot: dt.date
    uiterlijk: bool = False


@dataclass(frozen=True, slots=True)
class _Eenheid:
    """Months or a day without a year, or with (``jaar``): from the first month and day to the last month."""

    eerste: int
    laatste: int
    jaar: int | None = None
    dag: int | None = None

    def dagen(self, jaar: int) -> Periode:
        """Its days. Raises ValueError for a day that does not exist."""
        jaar = self.jaar or jaar
        if self.dag is not None:
            dag = dt.date(jaar, self.eerste, self.dag)
            return Periode(dag, dag)
        einde_jaar, einde_maand = (jaar + 1, self.laatste - 12) if self.laatste > 12 else (jaar, self.laatste)
        laatste_dag = calendar.monthrange(einde_jaar, einde_maand)[1]
        return Periode(dt.date(jaar, self.eerste, 1), dt.date(einde_jaar, einde_maand, laatste_dag))


_HEEL_JAAR = _Eenheid(1, 12)
_Woord = tuple[str, re.Match[str]]


def lees(tekst: str, planjaar: int) -> tuple[Periode, ...]:
    """The periods that a planning names, in order of time; () when a part of it is not understood.

    A unit without a year is of the year named after it, else of the one before it, else of ``planjaar``.
    """
    woorden = _woorden(_GEDEELD.sub(r"\1 kwartaal\2", " ".join(tekst.casefold().split())))
    if woorden is None:
        return ()
    try:
        return _samen(sorted(_perioden(woorden, planjaar), key=lambda periode: (periode.van, periode.tot)))
    except ValueError:
        return ()


def _woorden(tekst: str) -> list[_Woord] | None:
    """The words that say something, each with its kind; None when there is a word that is not known."""
    gevonden: list[_Woord] = []
    plaats = 0
    while plaats < len(tekst):
        woord = _WOORD.match(tekst, plaats)
        if woord is None:
            return None
        soort = next(naam for naam in _SOORTEN if woord[naam] is not None)
        gevonden.append((soort, woord))
        plaats = len(tekst) - len(tekst[woord.end() :].lstrip(" ."))
    return [(soort, woord) for soort, woord in gevonden if soort != "vulling"]


def _perioden(woorden: Sequence[_Woord], planjaar: int) -> Iterator[Periode]:
    """Every group between "en". Raises ValueError when one of them makes no sense."""
    groepen: list[list[_Woord]] = [[]]
    for woord in woorden:
        if woord[0] == "en":
            groepen.append([])
        elif woord[0] != "vaak":
            groepen[-1].append(woord)
    gevuld = [groep for groep in groepen if groep]
    if not gevuld and any(soort == "vaak" for soort, _ in woorden):
        yield _HEEL_JAAR.dagen(planjaar)
    jaren = [_jaar(groep) for groep in gevuld]
    for nummer, groep in enumerate(gevuld):
        later = (jaar for jaar in jaren[nummer + 1 :] if jaar)
        eerder = (jaar for jaar in reversed(jaren[:nummer]) if jaar)
        yield _periode(groep, next(later, None) or next(eerder, None) or planjaar)


def _jaar(groep: Sequence[_Woord]) -> int | None:
    return next((int(woord[0]) for soort, woord in groep if soort == "jaar"), None)


def _periode(groep: Sequence[_Woord], anders: int) -> Periode:
    """One period: a unit, or two with "tot en met" between them, after "vanaf", "voor" or "uiterlijk" or nothing."""
    begin = groep[0][0] if groep[0][0] in ("vanaf", "voor", "uiterlijk") else ""
    rest = groep[1:] if begin else groep
    soorten = [soort for soort, _ in rest]
    if "totmet" in soorten:
        if begin in ("voor", "uiterlijk"):
            raise ValueError("a deadline is one moment")
        midden = soorten.index("totmet")
        tot = _dagen(rest[midden + 1 :], anders)
        van = _dagen(rest[:midden], _jaar(rest[midden + 1 :]) or anders)
        if van.van > tot.tot:
            raise ValueError("ends before it begins")
        return Periode(van.van, tot.tot)
    dagen = _dagen(rest, anders)
    match begin:
        case "vanaf":
            return Periode(dagen.van, dt.date(dagen.van.year, 12, 31))
        case "voor":
            dag = dagen.van - dt.timedelta(days=1)
            return Periode(dag, dag, uiterlijk=True)
        case "uiterlijk":
            return Periode(dagen.tot, dagen.tot, uiterlijk=True)
        case _:
            return dagen


def _dagen(woorden: Sequence[_Woord], anders: int) -> Periode:
    """The days of one unit with or without its year, or of a whole year. Raises ValueError for anything else."""
    eenheden = [_eenheid(soort, woord) for soort, woord in woorden if soort in _EENHEDEN]
    overig = [soort for soort, _ in woorden if soort not in _EENHEDEN]
    if len(eenheden) > 1 or overig.count("jaar") > 1 or not set(overig) <= {"jaar", "hele"} or not woorden:
        raise ValueError("not one unit")
    if eenheden and "hele" in overig:
        raise ValueError("a unit and a whole year")
    return (eenheden[0] if eenheden else _HEEL_JAAR).dagen(_jaar(woorden) or anders)


def _eenheid(soort: str, woord: re.Match[str]) -> _Eenheid:
    match soort:
        case "schooljaar":
            return _Eenheid(_EERSTE_MAAND_SCHOOLJAAR, _EERSTE_MAAND_SCHOOLJAAR + 11, jaar=int(woord["school"]))
        case "datum":
            return _Eenheid(int(woord["m"]), int(woord["m"]), jaar=int(woord["j"]), dag=int(woord["d"]))
        case "dag":
            maand = _MAANDEN.index(woord["dagmaand"]) + 1
            return _Eenheid(maand, maand, dag=int(woord["dagnummer"]))
        case "maand":
            maand = _MAANDEN.index(woord[0]) + 1
            return _Eenheid(maand, maand)
        case "kwartaal":
            laatste = 3 * _rang(woord["rang"] or woord["kw"] or woord["q"])
            return _Eenheid(laatste - 2, laatste)
        case "helft":
            laatste = 6 * _rang(woord["welke"])
            return _Eenheid(laatste - 5, laatste)
        case _:
            eerste = _SEIZOENEN[woord[0]]
            return _Eenheid(eerste, eerste + 2)


def _rang(woord: str) -> int:
    return _RANGTELWOORDEN.get(woord) or int(woord.removesuffix("e"))


def _samen(perioden: Sequence[Periode]) -> tuple[Periode, ...]:
    """The same days with what follows on each other as one: the 1st and 2nd quarter are half a year."""
    samen: list[Periode] = []
    for periode in perioden:
        vorige = samen[-1] if samen else None
        aansluitend = vorige is not None and periode.van <= vorige.tot + dt.timedelta(days=1)
        if vorige is None or not aansluitend or vorige.uiterlijk or periode.uiterlijk:
            samen.append(periode)
        else:
            samen[-1] = Periode(vorige.van, max(vorige.tot, periode.tot))
    return tuple(samen)

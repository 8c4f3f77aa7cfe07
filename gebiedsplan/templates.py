"""Put a plan into words: Jinja templates in, Markdown, HTML or plain text out.

What a template prints is data: characters that mean something in Markdown are taken out of every value,
except in texts of the type Opmaak, where an adviser may use emphasis, lists and paragraphs and nothing else.
No value is ever read as a template. Words that know their cell can be put between marks that say so (see
``gebiedsplan.document``): what is made of the Markdown then knows it too.
"""

from __future__ import annotations

import json
import re
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from gebiedsplan import herkomst, taal
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.document import FROM, OF, TILL
from gebiedsplan.kader.model import Begrip
from gebiedsplan.plan.model import Opmaak

_OVERAL = re.compile(r"[\\`*_\[\]{}|~^=]")
_VOORAAN = re.compile(r"^(?:[#+\->:!/]|\d+[.)](?=\s|$))")
_IN_OPMAAK = re.compile(r"[`{}|~^=]")
_SPATIES = re.compile(r"[^\S\u00a0\u202f]+")
_ONZICHTBAAR = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LIJSTREGEL = re.compile(r"^ *(?:[-*+]|\d+\.) ")
_VOORAAN_IN_OPMAAK = re.compile(r"^(?:[#>:!/]|-+$|\*+$|_+$)")
_MERK = re.compile(f"{FROM}[^{OF}]*{OF}|{TILL}")
# Only the end of a link: its words may hold brackets, or begin on another line.
_EINDE_KOPPELING_NAAR_BUITEN = re.compile(r"\]\((?!#[\w-]+\))")
# What a template can raise: Jinja's own errors, and those of Python for a filter on the wrong kind of value.
_FOUT_IN_SJABLOON = (jinja2.TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def render(sjabloon: str, sjablonen: Sequence[Path], *, met_herkomst: bool = False, **namen: object) -> str:
    """The words of a template with ``namen`` filled in; of ``sjablonen`` the first folder that has it gives it.

    What a template ending in ``.md.j2`` prints is Markdown, ``.html.j2`` is HTML; any other is plain text and prints
    values as they are. ``met_herkomst``: words of a cell stand between marks; see ``zonder_herkomst``.
    Raises GebiedsplanFout with template and line when a template is wrong.
    """
    omgeving = _omgeving(tuple(sjablonen), sjabloon.removesuffix(".j2").rpartition(".")[2], met_herkomst)
    try:
        return _zonder_lege_regels(omgeving.get_template(sjabloon).render(namen))
    except _FOUT_IN_SJABLOON as fout:
        raise GebiedsplanFout([_sjabloonfout(fout, sjablonen)]) from fout


# Reading a template as a program takes longer than running it; each is remembered until its file says something else.
@lru_cache(maxsize=8)
def _omgeving(sjablonen: tuple[Path, ...], soort: str, met_herkomst: bool) -> jinja2.Environment:
    zet = _Zetter(met_herkomst)
    omgeving = jinja2.Environment(
        loader=_OpInhoud(sjablonen, encoding="utf-8"),
        undefined=jinja2.StrictUndefined,
        # Markup is what needs no further care; with autoescape on, macros and blocks return it. For HTML it is all the
        # care there is, as long as a template puts its attributes between quotes.
        autoescape=soort in {"md", "html"},
        finalize=zet.als_markdown if soort == "md" else None,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    omgeving.filters.update(
        citaat=zet.citaat,
        citaat_opmaak=lambda tekst: _citaat(escape(str(tekst))),
        join=_samengevoegd,
        opsomming=lambda woorden: taal.opsomming(list(woorden)),
        telwoord=taal.telwoord,
        hoofdletter=taal.hoofdletter,
        kleine_letter=taal.kleine_letter,
        begrippen_in=_begrippen_in,
    )
    return omgeving


class _OpInhoud(jinja2.FileSystemLoader):
    """Templates from a folder; a template is another one when its words are, whatever the clock says."""

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The words of a template, its file, and how to see that these are still its words."""
        woorden, bestand, _ = super().get_source(environment, template)

        def nog_hetzelfde() -> bool:
            try:
                return Path(bestand).read_text(self.encoding) == woorden
            except (OSError, ValueError):
                return False

        return woorden, bestand, nog_hetzelfde


def escape(tekst: str) -> str:
    """``tekst`` so that Markdown gives back exactly its characters.

    White space folds to single spaces, but a hard space between words stays hard; characters that no paper can
    hold are dropped.
    """
    kaal = _kaal(tekst).replace("&", "&amp;").replace("<", "&lt;")
    zonder_tekens = _OVERAL.sub(lambda m: "\\" + m[0], kaal)
    return _VOORAAN.sub(lambda m: m[0][:-1] + "\\" + m[0][-1], zonder_tekens)


def _kaal(tekst: str) -> str:
    return _SPATIES.sub(" ", _ONZICHTBAAR.sub("", tekst)).strip()


class _Zetter:
    """Puts values into words, with or without the marks around what comes from a cell."""

    def __init__(self, met_herkomst: bool) -> None:
        self._met_herkomst = met_herkomst

    def als_markdown(self, waarde: object) -> object:
        """A value as a template prints it."""
        if hasattr(waarde, "__html__") or isinstance(waarde, jinja2.Undefined):
            return waarde
        if isinstance(waarde, Opmaak):
            return Markup("\n".join(self._alineas(waarde.markdown)))
        return Markup(self._gemerkt(escape(str(waarde)), herkomst.plek_van(waarde)))

    def citaat(self, tekst: object) -> Markup:
        """Text as a quoted value in the options of a block or above the text."""
        return _citaat(self._gemerkt(_kaal(str(tekst)), herkomst.plek_van(tekst)))

    def _alineas(self, markdown: str) -> Iterator[str]:
        """The lines of a text with markup; each paragraph and each item of a list between marks of its own."""
        alinea: list[str] = []
        for regel in _veilige_opmaak(markdown):
            if alinea and (not regel.strip() or _LIJSTREGEL.match(regel)):
                yield self._alinea(alinea, herkomst.plek_van(markdown))
                alinea = []
            if regel.strip():
                alinea.append(regel)
            else:
                yield regel
        if alinea:
            yield self._alinea(alinea, herkomst.plek_van(markdown))

    def _alinea(self, regels: list[str], plek: Plek | None) -> str:
        punt = _LIJSTREGEL.match(regels[0])
        begin = punt.end() if punt else 0
        tekst = "\n".join(regels)
        return tekst[:begin] + self._gemerkt(tekst[begin:], plek)

    def _gemerkt(self, tekst: str, plek: Plek | None) -> str:
        if not self._met_herkomst or plek is None or not tekst.strip():
            return tekst
        return f"{FROM}{herkomst.kenmerk(plek)}{OF}{tekst}{TILL}"


def zonder_herkomst(tekst: str) -> str:
    """What ``render`` makes, without the marks around what comes from a cell."""
    return _MERK.sub("", tekst)


def _samengevoegd(stukken: Iterable[object], tussen: str = "", attribute: str = "") -> str:
    """Texts as one; it comes from the cell of the first."""
    delen = [getattr(stuk, attribute) if attribute else stuk for stuk in stukken]
    return herkomst.naar(tussen.join(map(str, delen)), delen)


def _veilige_opmaak(markdown: str) -> list[str]:
    """Keep emphasis, lists and paragraphs; headings, tables, code, quotes, HTML and outside links become words."""
    regels = _ONZICHTBAAR.sub("", markdown.replace("\r", "")).split("\n")
    return [_veilige_regel(regel) for regel in regels]


def _veilige_regel(regel: str) -> str:
    kaal = regel.rstrip() if _LIJSTREGEL.match(regel) else regel.strip()
    kaal = kaal.replace("\\", "\\\\").replace("&", "&amp;").replace("<", "&lt;")
    kaal = _IN_OPMAAK.sub(lambda m: "\\" + m[0], kaal)
    kaal = _EINDE_KOPPELING_NAAR_BUITEN.sub(r"\\](", kaal)
    return _VOORAAN_IN_OPMAAK.sub(lambda m: "\\" + m[0], kaal)


def _citaat(tekst: str) -> Markup:
    """JSON strings are YAML strings."""
    return Markup(json.dumps(tekst, ensure_ascii=False))


def _begrippen_in(tekst: str, begrippen: Iterable[Begrip]) -> list[Begrip]:
    """The terms that occur in a text, in alphabetical order. "Mantelzorg(er)" is looked for as "mantelzorg"."""
    gevonden = [
        begrip
        for begrip in begrippen
        if re.search(rf"\b{re.escape(begrip.naam.split('(')[0].strip())}", str(tekst), re.IGNORECASE)
    ]
    return sorted(gevonden, key=lambda begrip: begrip.naam.casefold())


def _zonder_lege_regels(tekst: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", tekst).strip() + "\n"


def _sjabloonfout(fout: Exception, sjablonen: Sequence[Path]) -> Bevinding:
    bestand, regel = str(sjablonen[-1]), 0
    if isinstance(fout, jinja2.TemplateSyntaxError):
        bestand, regel = fout.filename or fout.name or bestand, fout.lineno
    elif isinstance(fout, jinja2.TemplateNotFound):
        return Bevinding(
            "sjabloon-fout",
            Plek(bestand),
            f"Het sjabloon {fout.name} is er niet.",
            "Kijk of de map met sjablonen klopt (--templates).",
        )
    else:
        for stap in traceback.extract_tb(fout.__traceback__):
            if stap.filename.endswith(".j2"):
                bestand, regel = stap.filename, stap.lineno or 0
    return Bevinding(
        "sjabloon-fout",
        Plek(bestand, regel=regel),
        f"Het sjabloon heeft een fout: {getattr(fout, 'message', None) or fout}",
        "Kijk het sjabloon na op deze regel.",
    )

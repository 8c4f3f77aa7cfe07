"""Ask LibreOffice to turn a document into another kind of file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.libreoffice.odt import settled
from gebiedsplan.libreoffice.programma import soffice

_WACHT = 180
# Named destinations: every bookmark of the document says where it landed.
_PDF = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
_ODT = "odt:writer8"


def to_pdf(docx: bytes, wacht: float = _WACHT) -> bytes:
    """A Word document laid out on pages, with a named destination for each of its bookmarks.

    Raises GebiedsplanFout: libreoffice-ontbreekt, or libreoffice-mislukt when it fails or needs more than ``wacht``
    seconds.
    """
    return _omgezet((docx,), _PDF, ".pdf", wacht)[0]


def to_odt(documenten: Sequence[bytes], wacht: float = _WACHT) -> tuple[bytes, ...]:
    """Word documents as OpenDocument text, in one run: starting LibreOffice takes longer than its work.

    The same documents give the same bytes. Raises GebiedsplanFout as ``to_pdf`` does; ``wacht`` is for each document.
    """
    gemaakt = _omgezet(documenten, _ODT, ".odt", wacht * len(documenten))
    return tuple(settled(odt, docx) for odt, docx in zip(gemaakt, documenten, strict=True))


def _omgezet(documenten: Sequence[bytes], soort: str, uitgang: str, wacht: float) -> tuple[bytes, ...]:
    """One run of LibreOffice, in a folder that holds all it reads and writes, its profile too."""
    programma = soffice()
    with tempfile.TemporaryDirectory(prefix="gebiedsplan-", ignore_cleanup_errors=True) as naam:
        werkplek = Path(naam)
        bronnen = [werkplek / f"document{nummer}.docx" for nummer in range(len(documenten))]
        for bron, docx in zip(bronnen, documenten, strict=True):
            bron.write_bytes(docx)
        profiel = f"-env:UserInstallation={(werkplek / 'profiel').as_uri()}"
        opties = ["--headless", "--norestore", "--convert-to", soort, "--outdir", naam]
        melding = _draai([str(programma), profiel, *opties, *map(str, bronnen)], werkplek, wacht)
        resultaten = [bron.with_suffix(uitgang) for bron in bronnen]
        if not all(resultaat.is_file() for resultaat in resultaten):
            raise _mislukt(f"LibreOffice gaf geen bestand terug{f' ({melding})' if melding else ''}.")
        return tuple(resultaat.read_bytes() for resultaat in resultaten)


def _draai(opdracht: list[str], werkplek: Path, wacht: float) -> str:
    """Run to the end; returns the last line it said on its error channel."""
    try:
        # A group of its own: soffice starts other programs, and all of them must go when it hangs.
        proces = subprocess.Popen(
            opdracht,
            cwd=werkplek,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except OSError as fout:
        raise _mislukt(f"LibreOffice start niet ({fout.strerror or 'onbekende oorzaak'}).") from fout
    with proces:
        try:
            _, gezegd = proces.communicate(timeout=wacht)
        except subprocess.TimeoutExpired as fout:
            raise _mislukt(f"LibreOffice was na {wacht:g} seconden nog niet klaar.") from fout
        finally:
            _stop(proces)
    return gezegd.decode(errors="replace").strip().rpartition("\n")[2]


def _stop(proces: subprocess.Popen[bytes]) -> None:
    """End a run that is not over, with all that it started."""
    if proces.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(proces.pid)], capture_output=True, check=False)
    else:
        os.killpg(proces.pid, signal.SIGKILL)
    proces.wait()


def _mislukt(tekst: str) -> GebiedsplanFout:
    hulp = "Sluit LibreOffice en probeer het nog eens, of maak het plan zonder paginanummers en ODT."
    return GebiedsplanFout([Bevinding("libreoffice-mislukt", Plek("LibreOffice"), tekst, hulp)], exit_code=2)

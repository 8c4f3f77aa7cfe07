"""Ask LibreOffice to turn a document into another kind of file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.libreoffice.programma import soffice

_WACHT = 180
# Named destinations: every bookmark of the document says where it landed.
_PDF = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'


def to_pdf(docx: bytes, wacht: float = _WACHT) -> bytes:
    """A Word document laid out on pages, with a named destination for each of its bookmarks.

    Raises GebiedsplanFout: libreoffice-ontbreekt, or libreoffice-mislukt when it fails or needs more than ``wacht``
    seconds.
    """
    return _omgezet(docx, _PDF, ".pdf", wacht)


def _omgezet(docx: bytes, soort: str, uitgang: str, wacht: float) -> bytes:
    """One run of LibreOffice, in a folder that holds all it reads and writes, its profile too."""
    programma = soffice()
    with tempfile.TemporaryDirectory(prefix="gebiedsplan-", ignore_cleanup_errors=True) as naam:
        werkplek = Path(naam)
        bron = werkplek / "document.docx"
        bron.write_bytes(docx)
        profiel = f"-env:UserInstallation={(werkplek / 'profiel').as_uri()}"
        opties = ["--headless", "--norestore", "--convert-to", soort, "--outdir", naam]
        melding = _draai([str(programma), profiel, *opties, str(bron)], werkplek, wacht)
        resultaat = bron.with_suffix(uitgang)
        if not resultaat.is_file():
            raise _mislukt(f"LibreOffice gaf geen bestand terug{f' ({melding})' if melding else ''}.")
        return resultaat.read_bytes()


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
    hulp = "Sluit LibreOffice als het open staat en probeer het nog eens, of maak het plan zonder paginanummers."
    return GebiedsplanFout([Bevinding("libreoffice-mislukt", Plek("LibreOffice"), tekst, hulp)], exit_code=2)

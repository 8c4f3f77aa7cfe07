"""The actions as a calendar file (iCalendar, RFC 5545) that Outlook and others open. The one room of icalendar."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from hashlib import sha256

from icalendar import Calendar, Event

from gebiedsplan.agenda.model import Agenda, Punt
from gebiedsplan.agenda.planning import Periode

_MAKER = "-//gebiedsplan//Uitvoeringsagenda//NL"


def schrijf(agenda: Agenda) -> bytes:
    """Each period of each action as a day or days that do not keep anyone busy. Same agenda, same bytes."""
    kalender = Calendar()
    kalender.add("prodid", _MAKER)
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", "PUBLISH")
    kalender.add("x-wr-calname", agenda.titel)
    # Of when the plan is, not of when this was made: who imports it again gets the same.
    stempel = dt.datetime.combine(agenda.datum, dt.time(), dt.UTC)
    gebruikt: Counter[str] = Counter()
    for punt in agenda.punten:
        for periode in punt.perioden:
            kalender.add_component(_dagen(punt, periode, stempel, gebruikt))
    return bytes(kalender.to_ical())


def _dagen(punt: Punt, periode: Periode, stempel: dt.datetime, gebruikt: Counter[str]) -> Event:
    kenmerk = _kenmerk(punt, periode)
    gebruikt[kenmerk] += 1
    afspraak = Event()
    afspraak.add("uid", f"{kenmerk}-{gebruikt[kenmerk]}@gebiedsplan")
    afspraak.add("dtstamp", stempel)
    afspraak.add("dtstart", periode.van)
    afspraak.add("dtend", periode.tot + dt.timedelta(days=1))
    klaar = "Klaar: " if periode.uiterlijk else ""
    afspraak.add("summary", f"{klaar}{punt.actie} ({punt.gebied})")
    afspraak.add("description", _uitleg(punt))
    afspraak.add("categories", [punt.gebied])
    afspraak.add("transp", "TRANSPARENT")
    return afspraak


def _kenmerk(punt: Punt, periode: Periode) -> str:
    """A name that stays the same as long as the action and its days do."""
    inhoud = "\n".join((punt.slug, punt.code, punt.actie, periode.van.isoformat(), periode.tot.isoformat()))
    return sha256(inhoud.encode()).hexdigest()[:32]


def _uitleg(punt: Punt) -> str:
    regels = (
        ("Speerpunt", punt.speerpunt or punt.code),
        ("Wie", punt.partner),
        ("Rol van de gemeente", punt.rol),
        ("Planning", punt.planning),
        ("Resultaat", punt.resultaat),
    )
    return "\n".join(f"{naam}: {waarde}" for naam, waarde in regels if waarde)

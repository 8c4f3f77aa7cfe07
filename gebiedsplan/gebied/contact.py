"""Ways to reach an organisation, as people write them, and the link each stands for.

Only what is certainly a number or an address becomes a link; the rest stays words.
"""

from __future__ import annotations

import re

_TUSSENTEKENS = re.compile(r"[\s().\-/\u2010-\u2015]+")
# After +31 people also write the (0) that is dialled within the country.
_LANDCODE = re.compile(r"^(?:\+|00)31(?:\(0\))?")
_GEWOON = re.compile(r"0[1-9][0-9]{8}")
_SERVICE = re.compile(r"0(?:800|90[069])(?:[0-9]{4}|[0-9]{7})")
_GEMEENTE = re.compile(r"140[0-9]{2,3}")
_HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}"
_MAIL = re.compile(rf"[a-z0-9](?:[a-z0-9._+-]{{0,62}}[a-z0-9])?@{_HOST}", re.IGNORECASE | re.ASCII)
_WEB = re.compile(rf"(?P<schema>https?://)?(?P<rest>{_HOST}(?:/[\w.~!$&()*+,;=:@%/?#-]*)?)", re.IGNORECASE | re.ASCII)


def telefoonlink(tekst: str) -> str:
    """Where a Dutch telephone number leads: "072 - 123 45 67" is "tel:+31721234567"; "" for anything else."""
    cijfers = _TUSSENTEKENS.sub("", _LANDCODE.sub("0", "".join(tekst.split())))
    if _SERVICE.fullmatch(cijfers) or _GEMEENTE.fullmatch(cijfers):
        return f"tel:{cijfers}"
    return f"tel:+31{cijfers[1:]}" if _GEWOON.fullmatch(cijfers) else ""


def maillink(tekst: str) -> str:
    """Where a mail address leads; "" for anything else."""
    return f"mailto:{tekst}" if _MAIL.fullmatch(tekst) and ".." not in tekst else ""


def weblink(tekst: str) -> str:
    """Where a web address leads, with or without https:// in front; "" for anything else."""
    delen = _WEB.fullmatch(tekst)
    return f"{(delen['schema'] or 'https://').lower()}{delen['rest']}" if delen else ""

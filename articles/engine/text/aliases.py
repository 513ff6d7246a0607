"""Alias table: names that mean the same person, country or body.

TASS prints "the Islamic State", SANA "ISIS", Sputnik "Daesh": one body under three names. A comparison shows such a
swap as a change of name. `STANDARD_ALIASES` ships with the engine; curators extend the table in the admin::

    >>> table = Aliases.from_groups({"Islamic State": ["Islamic State", "ISIS", "IS"]})
    >>> table.groups
    (('Islamic State', ('Islamic State', 'ISIS', 'IS')),)

A form is matched word by word on folded text, so accents, dots and possessives do not matter ("U.S." is found by
"US"). The printed form must contain a capital, or "to trump" would be a president. Forms of up to three letters in
capitals are common words in lower case - "IS", "US", "WHO" - and match only in capitals. The article is no part of a
name: "the Islamic State" needs no form of its own.

Only names that mean the *same* belong here. "Moscow" for "Russia" is a figure of speech, and "the militants" for
"Islamic State" is another claim: both are changes of wording. `text.tokenization` finds the names in a text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

MAX_ACRONYM_LENGTH = 3  # letters; such forms are common words in lower case ("is", "us", "who")


@dataclass(frozen=True, eq=False)
class Aliases:
    """Groups of names that mean the same, each a (key, forms) pair; two tables with equal groups are equal.

    A comparison replaces every form by the key. The key must not be empty and need not be one of the forms.
    """

    groups: tuple[tuple[str, tuple[str, ...]], ...]

    @classmethod
    def from_groups(cls, groups: Mapping[str, Sequence[str]]) -> "Aliases":
        """Build the table from `groups`; forms without a letter or digit are left out."""
        return cls(
            tuple((key, tuple(form for form in forms if any(map(str.isalnum, form)))) for key, forms in groups.items())
        )

    @cached_property
    def _forms_by_key(self) -> dict[str, tuple[str, ...]]:
        return dict(self.groups)

    def get_forms(self, key: str) -> tuple[str, ...]:
        """Return the forms of the name with this key; empty for an unknown key."""
        return self._forms_by_key.get(key, ())

    @cached_property
    def _hash(self) -> int:
        return hash(self.groups)

    def __hash__(self) -> int:
        """Return the cached hash: every comparison asks for it, and the standard table has hundreds of forms."""
        return self._hash

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Aliases) and self.groups == other.groups)


def requires_capitals(form: str) -> bool:
    """Return whether `form` is a name only where it is printed in capitals.

    >>> requires_capitals("US"), requires_capitals("U.S."), requires_capitals("ISIS"), requires_capitals("Iran")
    (True, True, False, False)
    """
    letters = form.replace(".", "")
    return letters.isalpha() and letters.isupper() and len(letters) <= MAX_ACRONYM_LENGTH


# One group a line; its first form is the key. People are listed in the spellings that agencies use. A surname shared by
# many people (Johnson, Li, Kim) is not a form.
_PEOPLE = """
Bashar al-Assad | Bashar Assad | Bashar el-Assad | al-Assad | Assad
Sergey Lavrov | Sergei Lavrov | Lavrov
Vladimir Putin | Putin
Dmitry Medvedev | Dmitri Medvedev | Medvedev
Dmitry Peskov | Dmitri Peskov | Peskov
Maria Zakharova | Zakharova
Volodymyr Zelenskyy | Volodymyr Zelensky | Vladimir Zelensky | Zelenskyy | Zelensky | Zelenskiy
Petro Poroshenko | Poroshenko
Alexander Lukashenko | Aleksandr Lukashenko | Lukashenko
John Kerry | Kerry
Barack Obama | Obama
Donald Trump | Donald J. Trump | Trump
Joe Biden | Joseph Biden | Biden
Hillary Clinton | Hillary Rodham Clinton
Angela Merkel | Merkel
Emmanuel Macron | Macron
Recep Tayyip Erdogan | Tayyip Erdogan | Erdogan
Benjamin Netanyahu | Binyamin Netanyahu | Netanyahu
Hassan Rouhani | Hassan Rohani | Rouhani | Rohani
Mohammad Javad Zarif | Javad Zarif | Zarif
Ali Khamenei | Khamenei
Muammar Gaddafi | Moammar Gadhafi | Muammar Qaddafi | Gaddafi | Gadhafi | Qaddafi | Kadhafi
Hosni Mubarak | Mubarak
Saddam Hussein | Saddam
Osama bin Laden | Usama bin Laden | bin Laden
Kim Jong Un | Kim Jong-un
Narendra Modi | Modi
Ban Ki-moon | Ban Ki Moon
Antonio Guterres | Guterres
Staffan de Mistura | de Mistura
Walid al-Moallem | Walid Moallem | Walid Muallem | al-Moallem | Moallem | Muallem
"""

_ARMED_GROUPS = """
Islamic State | Islamic State of Iraq and Syria | Islamic State in Iraq and Syria |
    Islamic State of Iraq and the Levant | Islamic State in Iraq and the Levant |
    Islamic State of Iraq and al-Sham | ISIS | ISIL | IS | IG | Daesh | Da'esh | Daish
al-Qaeda | al Qaeda | al-Qaida | al Qaida | al-Qa'ida
al-Nusra Front | Nusra Front | Jabhat al-Nusra | Jabhat an-Nusra | al-Nusra | al Nusra
Hezbollah | Hizbollah | Hizbullah | Hizballah
Taliban | Taleban
al-Shabaab | al Shabaab | al-Shabab | al Shabab
Kurdistan Workers' Party | Kurdistan Workers Party | PKK
People's Protection Units | YPG
Syrian Democratic Forces | SDF
Free Syrian Army | FSA
Revolutionary Guards | Islamic Revolutionary Guard Corps | Revolutionary Guard Corps | Revolutionary Guard | IRGC
Palestine Liberation Organization | Palestine Liberation Organisation | PLO
"""

_COUNTRIES = """
United States | United States of America | US | U.S. | USA | U.S.A.
United Kingdom | UK | U.K.
Russia | Russian Federation
China | People's Republic of China | PRC
Iran | Islamic Republic of Iran
Syria | Syrian Arab Republic
Saudi Arabia | Kingdom of Saudi Arabia | KSA
United Arab Emirates | UAE | U.A.E.
North Korea | Democratic People's Republic of Korea | DPRK
South Korea | Republic of Korea | ROK
Democratic Republic of the Congo | Democratic Republic of Congo | DRC
Turkey | Türkiye | Turkiye
Myanmar | Burma
Ivory Coast | Côte d'Ivoire
Czech Republic | Czechia
Eswatini | Swaziland
Crimea | Crimean Peninsula
Kyiv | Kiev
"""

_BODIES = """
United Nations | UN | U.N.
UN Security Council | U.N. Security Council | United Nations Security Council | UNSC
UN General Assembly | U.N. General Assembly | United Nations General Assembly | UNGA
European Union | EU | E.U.
NATO | N.A.T.O. | North Atlantic Treaty Organization | North Atlantic Treaty Organisation | North Atlantic Alliance
World Health Organization | World Health Organisation | WHO | W.H.O.
World Trade Organization | World Trade Organisation | WTO
International Monetary Fund | IMF
International Atomic Energy Agency | IAEA
Organisation for the Prohibition of Chemical Weapons | Organization for the Prohibition of Chemical Weapons | OPCW
OSCE | Organization for Security and Co-operation in Europe | Organization for Security and Cooperation in Europe
Gulf Cooperation Council | GCC
International Criminal Court | ICC
Central Intelligence Agency | CIA | C.I.A.
Federal Bureau of Investigation | FBI | F.B.I.
National Security Agency | NSA
Federal Security Service | FSB
Pentagon | US Department of Defense | US Defense Department | Department of Defense | Defense Department
State Department | US State Department | Department of State | US Department of State
Joint Comprehensive Plan of Action | JCPOA
Organization of the Petroleum Exporting Countries | OPEC
Group of Seven | G7 | G-7
Group of 20 | Group of Twenty | G20 | G-20
"""


def _parse_groups(*tables: str) -> dict[str, tuple[str, ...]]:
    lines = [line for table in tables for line in table.replace("|\n", "| ").split("\n") if line]
    groups = [tuple(form.strip() for form in line.split("|")) for line in lines]
    return {forms[0]: forms for forms in groups}


STANDARD_GROUPS: Mapping[str, tuple[str, ...]] = _parse_groups(_PEOPLE, _ARMED_GROUPS, _COUNTRIES, _BODIES)
STANDARD_ALIASES = Aliases.from_groups(STANDARD_GROUPS)

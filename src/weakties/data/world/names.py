"""What invented people, firms, schools and cities are called."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FIRST_NAMES = _words(
    """
    Ada Adil Aiko Alma Amara Amir Ana Anil Anja Anouk Ansel Arda Ari Asha Astrid Aya Bao Bela Bilal
    Bruno Carla Cem Chika Clara Cyrus Dalia Dan Dara Davit Dewi Dina Diego Dora Edda Efe Elias Elif
    Emeka Emil Enzo Esra Eva Farah Felix Fiona Freya Gita Goran Greta Gus Hana Hassan Hedda Hugo Ida
    Idris Ilya Ines Ingrid Iris Isa Ivo Jada Jamal Jana Jin Joao Jonas Jude Juna Kai Kamal Karin Kavi
    Kenji Kira Koji Lars Laila Lena Leo Lin Liv Lola Luca Lucia Luz Mads Mai Malik Mara Marek Maya Mei
    Mila Milo Mina Mira Moses Nabil Naomi Nasir Nia Nico Nils Nina Noa Noor Nora Obi Olga Omar Orla
    Oskar Otto Paula Pavel Petra Pia Priya Rafael Rana Ravi Remy Rhea Rita Rosa Rui Ruth Sami Sana
    Sara Selma Sina Sofia Stella Sven Tadeo Talia Tariq Tessa Theo Tilda Timur Tove Uma Una Vera Viktor
    Wanda Wei Xenia Yara Yasin Yuki Yusuf Zara Zeno Zoe
    """
)

LAST_NAMES = _words(
    """
    Abara Abdi Achterberg Adeyemi Agarwal Akiyama Albrecht Alvarez Amadi Andersen Arslan Asante Avila
    Baptiste Barros Batista Bauer Becker Bello Benali Berg Bianchi Blanco Borg Boateng Brandt Calder
    Campos Castell Chandra Chau Chen Costa Dahl Danso Das Delgado Demir Desai Diallo Dimitrov Dogan
    Drummond Duarte Eide Ekberg Elmasri Engel Esposito Falk Farouk Feher Fischer Fonseca Fontaine Fujita
    Gallo Garrido Georgiou Ghosh Gruber Guerra Haddad Hagen Halvorsen Haruna Hashimoto Herrera Hoang
    Holm Horvat Hussein Ibarra Iyer Jansen Jarvi Jovanovic Kamau Kaplan Karlsen Kaya Keller Khalil Kimura
    Kovacs Kowal Kruger Kumar Laine Lam Lang Larsen Lindqvist Lombardi Lopes Madsen Mahmoud Makinen
    Marchetti Marino Mbeki Medina Mehta Meyer Mishra Molina Moreau Moreno Moritz Mwangi Nakagawa Navarro
    Ndiaye Nguyen Nilsson Novak Nowak Nyberg Oduya Okafor Okoye Olsen Omondi Ono Ortega Osei Ozturk Pace
    Pacheco Park Patel Pereira Petrov Pham Pinto Popescu Quintana Rahimi Ramos Rao Reyes Ricci Rivera
    Roth Rossi Ruiz Sadiq Saito Salah Santos Sato Schmitt Sen Serra Shah Silva Singh Solberg Soto Stein
    Suzuki Szabo Tanaka Tamm Tavares Teixeira Thapa Tran Tufte Uchida Ueda Valdez Varga Vega Vidal Vos
    Wagner Wolff Yamada Yilmaz Zaman Zeller Zhao Zuniga
    """
)

PROTAGONIST = ("Nadia", "Ferro")
PROTAGONISTS_FIRM = "Tarn Valley"

FIRM_WORDS = {
    "software": ("Cloud", "Data", "Labs", "Metrics", "Signal", "Software"),
    "finance": ("Bank", "Capital", "Finance", "Insurance", "Savings", "Trust"),
    "health": ("Care", "Clinic", "Diagnostics", "Health", "Pharma", "Therapeutics"),
    "manufacturing": ("Components", "Foundry", "Machines", "Materials", "Robotics", "Tools"),
    "consulting": ("Advisers", "Consulting", "Partners", "Research", "Services", "Strategy"),
    "retail": ("Foods", "Goods", "Market", "Outfitters", "Stores", "Trade"),
    "education": ("Academy", "Books", "College Press", "Learning", "School", "Tutors"),
    "media": ("Broadcast", "Design", "Media", "Pictures", "Press", "Studio"),
    "energy": ("Energy", "Grid", "Power", "Solar", "Turbines", "Water"),
    "logistics": ("Freight", "Lines", "Logistics", "Motion", "Transit", "Warehouses"),
}
"""The second word of a firm's name, by its industry."""

_PLACES = _words(
    """
    Amber Anvil Beacon Birch Blue Bright Cedar Clear Cobalt Copper Coral Crane Delta Drift Ember Fair
    Falcon Field Flint Garnet Glen Gold Granite Green Grove Harbor Heron Hill Iron Ivory Juniper Keel
    Lantern Larch Linden Marble Meadow Mill North Oak Onyx Orchard Osprey Pebble Pine Quarry Quill Raven
    Reed Ridge River Rowan Saffron Sage Silver Slate Spruce Stone Swift Thistle Tidal Timber Vale Violet
    Walnut Willow Winter Wren Yew
    """
)


def firm_names(industries: list[str]) -> list[str]:
    """Return a name for each firm, the first of which is the protagonist's.

    Parameters
    ----------
    industries
        The industry of each firm.

    Examples
    --------
    >>> firm_names(["software", "finance", "finance"])
    ['Tarn Valley', 'Cedar Bank', 'Garnet Capital']
    """
    known = list(FIRM_WORDS)
    seen = dict.fromkeys(known, 0)
    names = [PROTAGONISTS_FIRM]
    for industry in industries[1:]:
        firm = seen[industry]
        seen[industry] += 1
        names.append(_name(firm, 6 * known.index(industry), FIRM_WORDS[industry]))
    return names


def school_names(n: int) -> list[str]:
    """Return the names of `n` schools.

    Examples
    --------
    >>> school_names(3)
    ['Amber College', 'Drift Institute', 'Heron University']
    """
    return [_name(school, 0, ("College", "Institute", "University")) for school in range(n)]


def city_names(n: int) -> list[str]:
    """Return the names of `n` cities.

    Examples
    --------
    >>> city_names(3)
    ['Amberford', 'Driftmoor', 'Heronton']
    """
    return [_name(city, 0, ("ford", "moor", "ton", "wick"), "") for city in range(n)]


def _name(number: int, begin: int, words: tuple[str, ...], space: str = " ") -> str:
    """Return a name of two words; once all pairs are used up, a numeral tells them apart."""
    places = len(_PLACES)
    lap, turn = divmod(number // places, len(words))
    place, word = (
        _PLACES[(13 * number + begin) % places],
        words[(number % places + turn) % len(words)],
    )
    name = f"{place}{space}{word}"
    return f"{name} {lap + 1}" if lap else name

"""What the sample is made of; every name of a person or a firm is invented."""

from __future__ import annotations

FIRST_NAMES = tuple(
    (  # noqa: SIM905 - a list literal would be 100 lines
        "Ada Adil Aiko Alba Amara Anouk Anselm Arlo Asha Bao Bea Benno Bilal Birgit Bram Caro "
        "Chidi Cleo Corin Dagny Danilo Davide Dilan Edda Ekene Elio Elsbeth Emre Enid Esra Fabio "
        "Farah Femke Gaspar Gitta Hadi Hale Hanneke Henrik Ida Ilse Imani Iris Ivo Jasper Jelena "
        "Joon Jules Kaito Kamal Katia Kofi Lale Leona Linus Livia Lorcan Luca Maeve Malik Marit "
        "Mateo Mina Nils Noor Odile Oksana Olu Orla Otis Paloma Petra Quentin Rafa Ravi Rosa Runa "
        "Sabine Samir Selma Senna Sofie Stellan Suri Tala Tariq Thea Tobias Uma Ursin Vanja Vito "
        "Wanda Wim Yara Yusuf Zelda Zoé"
    ).split()
)
LAST_NAMES = tuple(
    (  # noqa: SIM905
        "Abernale Achterveld Amaroso Arkwell Balderun Bexhollow Birkenau Brightmoor Calderwick "
        "Castelvano Corvane Dahlquist Delacroy Dovrani Drumlin Eastermoor Eddlestone Elmsvik "
        "Fairbrook Falkenreut Farrowdale Fenwicke Galbrunn Gantori Glasswell Grevling Halloran-Voss "
        "Harrowgate Hexley Holmgaard Ibarrola Inkersole Jarnefelt Juniperra Kalvoda Karrenberg "
        "Kestrelli Kilbracken Lanternier Larkspur Lindenhof Lyngstad Marrowby Mellinghof Merrivale "
        "Morvenna Nakasoto Netherby Nightingall Oakhanger Okonedo-Bell Olivarez-Tan Ottersby "
        "Pemberlow Perrinault Pikeworth Quillfeather Quistgaard Ravensholm Redmayer Rosenthalle "
        "Rowanbeck Saltmarsh Sandringen Silvano-Cruz Skarsholt Sorrelli Stormgaard Tanglewood "
        "Tarkowska Thistlewood Tidewell Umberline Underhay Valdemossa Varnholt Vesterby Wainfleet "
        "Weatherall-Okoro Wendelin Whitlocke Winterbourne Yarrowick Yelverton Zandvoort Zellweg"
    ).split()
)
TITLES = ("", "", "", "", "", "", "", "", ", PhD", ", MBA", ", CFA, FRM")
EMPLOYERS = (
    "Tarn Valley",
    "Brackwater Analytics",
    "Osprey & Finch",
    "Halden Works",
    "Quarrystone Bank",
    "Lumen Street University",
    "Northlight Health",
    "Pebble Logistics",
    "Saltire Insurance",
    "Verdigris Studio",
    "Mistral Energy",
    "Kiln & Co",
    "Ottery Foods, Inc.",
    "Ferrous Systems",
    "Bluebell Housing",
    "Cantilever Partners",
    "Drift Mobility",
    "Eventide Media",
    "Fathom Robotics",
    "Gannet Travel",
)
SMALL_FIRMS = tuple(
    f"{first} {last}"
    for first in ("Amber", "Bracken", "Copper", "Dapple", "Elder", "Flint", "Gorse", "Heron")
    for last in (
        "Bakery",
        "Consulting",
        "Labs",
        "Legal",
        "Media",
        "Robotics",
        "Studio",
        "Transport",
    )
)
POSITIONS = (
    "Analyst",
    "Senior Data Analyst",
    "Data Scientist",
    "Head of Analytics",
    "Account Manager",
    "Sales Director",
    "Business Development Manager",
    "Customer Success Lead",
    "Product Manager",
    "Senior Product Designer",
    "Software Engineer",
    "Engineering Manager",
    "CTO",
    "Marketing Manager",
    "Content Writer",
    "HR Business Partner",
    "Talent Acquisition Specialist",
    "Financial Controller",
    "CFO",
    "Legal Counsel",
    "Operations Lead",
    "Procurement Manager",
    "Consultant",
    "Managing Director",
    "Founder",
    "Lecturer",
    "Research Assistant",
    "Working student",
    "Between two chapters",
    "Helping teams do their best work",
)
OPENINGS = (
    "Hi {name}, good to see you here. How are things at {company}?",
    "Hello {name},\n\nI read your piece on churn and kept thinking of it.\nWould you have 15 minutes?",
    "{name}! Long time. Are you still in the city?",
    "Hi {name}, do you know who looks after the data team at {company}?",
    "Dear {name}, thank you for the talk yesterday; the slide with two medians was worth the trip 🌱",
)
ANSWERS = (
    "Good to hear from you! Busy, but well. And you?",
    "Sure, Thursday at ten works.",
    'Let me ask around. I know somebody who says "no" slowly and "yes" well.',
    "Thanks a lot, that means something.",
    "Yes, still here; let's have a coffee, the place by the bridge?",
)
GOING_ON = (
    "Perfect, see you then.",
    "I will send you the numbers on Monday.",
    "How did it go?",
    "Much better than we feared :)",
    "Thank you, that helped.",
    "Say hello to the others.",
)
NOTES = (
    "We met at the Data Days by the coffee machine, you explained survival curves on a napkin.",
    "I joined Tarn Valley last month and would like to learn who is who.",
    "Your answer in the forum saved my week.",
)

"""The draft of a card: the entry of a new unit's first dataset in datapackage.json."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from weakties.authoring.layout import TO_WRITE, generators_module
from weakties.authoring.new.wanted import NotLaidOut

if TYPE_CHECKING:
    from weakties.authoring.new.wanted import Wanted


def with_card(package: str, wanted: Wanted) -> str:
    """Return the data package with a draft of the unit's first card.

    Raises
    ------
    NotLaidOut
        If there is a dataset of this name.
    """
    table = json.loads(package)
    if any(entry["name"] == wanted.dataset_name for entry in table["resources"]):
        raise NotLaidOut(
            f"There is a dataset '{wanted.dataset_name}' already. Name another: --dataset NAME"
        )
    table["resources"].append(_draft(wanted))
    return json.dumps(table, indent=2, ensure_ascii=False) + "\n"


def _draft(wanted: Wanted) -> dict[str, Any]:
    name = wanted.dataset_name
    return {
        "name": name,
        "draft": True,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "title": f"{TO_WRITE} what the table is called.",
        "description": f"{TO_WRITE} what was simulated, in a sentence or two.",
        "row": f"{TO_WRITE} what one row is, beginning with 'one'.",
        "generator": f"{generators_module(wanted.slug)}.{name}",
        "schema": {
            "fields": [
                {
                    "name": "id",
                    "type": "string",
                    "description": f"{TO_WRITE} what the column says, as a sentence.",
                    "constraints": {"required": True},
                }
            ],
            "missingValues": [""],
            "primaryKey": "id",
        },
        "planted": [
            {
                "name": "effect",
                "size": 0,
                "unit": f"{TO_WRITE} its unit.",
                "about": f"{TO_WRITE} what the generator puts in on purpose, and after which card.",
            }
        ],
        "limits": [f"{TO_WRITE} what the table lacks."],
        "do_not_conclude": [f"{TO_WRITE} what nobody should take from it."],
    }

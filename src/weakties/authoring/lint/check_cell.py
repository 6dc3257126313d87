"""A check cell taken apart: its question, and the answers that it is handed."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from weakties.authoring.source import dotted, parsed


@dataclass(frozen=True)
class CheckCell:
    """What a check cell says, as far as it has the usual form.

    Parameters
    ----------
    statements
        What stands at its top level.
    block
        The ``with question(…) as q`` among them, if there is exactly one.
    """

    statements: tuple[ast.stmt, ...]
    block: ast.With | None

    @property
    def call(self) -> ast.Call | None:
        """Return the call of ``question``."""
        call = self.block.items[0].context_expr if self.block else None
        return call if isinstance(call, ast.Call) else None

    @property
    def question_id(self) -> object:
        """Return the id that the call names."""
        if self.call and self.call.args and isinstance(self.call.args[0], ast.Constant):
            return self.call.args[0].value
        return None

    @property
    def points(self) -> object:
        """Return the points that the call names."""
        for keyword in self.call.keywords if self.call else ():
            if keyword.arg == "points" and isinstance(keyword.value, ast.Constant):
                return keyword.value.value
        return None

    @property
    def handed(self) -> tuple[tuple[str, str], ...]:
        """Return the pairs of label and variable in ``q.number("share", share)``."""
        return tuple(
            (node.args[0].value, node.args[1].id)
            for node in (ast.walk(self.block) if self.block else ())
            if isinstance(node, ast.Call)
            and dotted(node.func).startswith("q.")
            and len(node.args) > 1
            and isinstance(node.args[0], ast.Constant)
            and isinstance(node.args[0].value, str)
            and isinstance(node.args[1], ast.Name)
        )


def check_cell(source: str) -> CheckCell:
    """Take a check cell's source apart."""
    tree = parsed(source)
    statements = tuple(tree.body) if tree else ()
    blocks = [statement for statement in statements if _asks(statement)]
    block = blocks[0] if len(blocks) == 1 else None
    return CheckCell(statements, block if isinstance(block, ast.With) else None)


def _asks(statement: ast.stmt) -> bool:
    """Return whether it is ``with question(…) as q:``."""
    if not isinstance(statement, ast.With) or len(statement.items) != 1:
        return False
    item = statement.items[0]
    return (
        isinstance(item.context_expr, ast.Call)
        and dotted(item.context_expr.func) == "question"
        and isinstance(item.optional_vars, ast.Name)
        and item.optional_vars.id == "q"
    )

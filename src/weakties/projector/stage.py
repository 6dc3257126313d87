"""The lesson's kernel: runs its cells in their order, and passes on what widgets say."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass, field
from hashlib import sha256
from queue import Empty
from subprocess import DEVNULL
from typing import TYPE_CHECKING, Any

from jupyter_client.manager import AsyncKernelManager

from weakties.projector.screens import joined, stored_html

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDGET = "application/vnd.jupyter.widget-view+json"
_FRONT = ("_esm", "_css")
_LOOK = 0.5
"""Seconds after which a silent kernel is looked at."""


@dataclass
class Stage:
    """Where a lesson is played.

    Parameters
    ----------
    cells
        The code of each cell by its id, in their order.
    tell
        Told whatever the pages are to know.
    """

    cells: dict[str, str]
    tell: Callable[[dict[str, Any]], None]
    fronts: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    models: dict[str, dict[str, Any]] = field(default_factory=dict)
    has_stopped: bool = False
    _asked: dict[str, str] = field(default_factory=dict)
    _raw: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    _done: dict[str, asyncio.Event] = field(default_factory=dict)
    _played: int = 0
    _played_before: dict[str, int] = field(default_factory=dict)
    _one: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def start(self) -> None:
        """Start Python; what is guessed on the projector goes into nobody's record."""
        self._manager = AsyncKernelManager(kernel_name="python3")
        environment = {**os.environ, "WEAKTIES_PROGRESS": "off"}
        await self._manager.start_kernel(env=environment, stderr=DEVNULL)
        self._client = self._manager.client()
        self._client.start_channels()
        await self._client.wait_for_ready(timeout=300)
        self._listening = asyncio.create_task(self._listen())

    async def stop(self) -> None:
        """End Python."""
        self._listening.cancel()
        self._client.stop_channels()
        await self._manager.shutdown_kernel(now=True)

    async def restart(self) -> None:
        """Start Python again after it has stopped: what was guessed is gone, cells run anew."""
        async with self._one:
            if not self.has_stopped:
                return
            await self.stop()
            for kept in (self.outputs, self.models, self._asked, self._raw, self._done):
                kept.clear()
            await self.start()
            self.has_stopped = False
        self.tell({"kind": "anew"})

    async def show(self, cell: str) -> None:
        """Run a cell that has not run, after all before it that have not.

        One that shows no widget runs again once somebody has played: a guess may be in by now.
        """
        for name in self.cells:
            async with self._one:
                if self.has_stopped:
                    return
                if name not in self.outputs or (name == cell and self._is_stale(cell)):
                    await self._run(name)
            if name == cell:
                return

    def _is_stale(self, cell: str) -> bool:
        plays = any("widget" in output for output in self.outputs[cell])
        return not plays and self._played_before[cell] < self._played

    async def again(self, cell: str, source: str) -> None:
        """Run a cell once more, as it was changed on the screen."""
        async with self._one:
            self.cells[cell] = source
            if not self.has_stopped:
                await self._run(cell)

    def take(self, model: str, state: dict[str, Any]) -> None:
        """Give a widget what its front end sent."""
        self._played += 1
        data = {"method": "update", "state": state, "buffer_paths": []}
        message = self._client.session.msg("comm_msg", {"comm_id": model, "data": data})
        self._client.shell_channel.send(message)

    def told(self, cell: str) -> dict[str, Any]:
        """Return what a page is told of a cell."""
        return {"kind": "cell", "cell": cell, "outputs": [*map(self._now, self.outputs[cell])]}

    def _now(self, output: dict[str, Any]) -> dict[str, Any]:
        if "widget" not in output:
            return output
        state = self.models[output["widget"]]
        return {**output, "state": {name: state[name] for name in state if name not in _FRONT}}

    async def _run(self, cell: str) -> None:
        self._played_before[cell] = self._played
        asked = self._client.execute(self.cells[cell])
        self._asked[asked], self._raw[cell], self._done[asked] = cell, [], asyncio.Event()
        await self._done[asked].wait()
        if not self.has_stopped:
            self.outputs[cell] = [self._shown(output) for output in joined(self._raw[cell])]
            self.tell(self.told(cell))

    def _shown(self, output: dict[str, Any]) -> dict[str, Any]:
        model = output.get("data", {}).get(_WIDGET, {}).get("model_id")
        if model not in self.models:
            return {"html": stored_html(output)}
        front, style = (self._kept(str(self.models[model][name])) for name in _FRONT)
        return {"widget": model, "front": f"{front}.js", "style": f"{style}.css"}

    def _kept(self, text: str) -> str:
        name = sha256(text.encode()).hexdigest()[:16]
        self.fronts[name] = text
        return name

    async def _listen(self) -> None:
        while True:
            try:
                message = await self._client.get_iopub_msg(timeout=_LOOK)
            except Empty:
                if await self._manager.is_alive():
                    continue
                break
            self._hear(message)
        # Nobody who waits for an answer, a cell or a widget, would get one.
        self.has_stopped = True
        for done in self._done.values():
            done.set()
        self.tell({"kind": "stopped"})

    def _hear(self, message: dict[str, Any]) -> None:
        kind, content = message["header"]["msg_type"], message["content"]
        asked = message["parent_header"].get("msg_id", "")
        if kind == "comm_open" and "_esm" in content["data"].get("state", {}):
            self.models[content["comm_id"]] = content["data"]["state"]
        elif kind == "comm_msg" and content["comm_id"] in self.models:
            state = content["data"].get("state", {})
            self.models[content["comm_id"]].update(state)
            self.tell({"kind": "state", "model": content["comm_id"], "state": state})
        elif asked in self._asked and kind in ("stream", "display_data", "execute_result", "error"):
            self._raw[self._asked[asked]].append({"output_type": kind, **content})
        elif asked in self._done and kind == "status" and content["execution_state"] == "idle":
            self._done.pop(asked).set()

"""The learner's ratings as pictures, and the mask that ends a flash."""

from __future__ import annotations

from collections import Counter
from functools import cache
from random import Random
from statistics import fmean

from weakties.widgets.first_impression.model import FLASH_MS, HIGHEST, LOWEST, PEOPLE, PHOTOS
from weakties.widgets.portrait import CHOICES

_SIZE, _EDGE = 360, 44
_STEP = (_SIZE - 2 * _EDGE) / (HIGHEST - LOWEST)
# A person is told by shape; the color only helps.
_SHAPES = {
    PEOPLE[0]: '<circle r="6.5"/>',
    PEOPLE[1]: '<path d="M0,-8L8,6H-8Z"/>',
    PEOPLE[2]: '<path d="M-6,-6H6V6H-6Z"/>',
}
# Where several marks fall on one point, they stand around it.
_APART = [(0, 0), (13, 0), (0, -13), (-13, 0), (0, 13), (13, -13), (-13, -13), (-13, 13), (13, 13)]


def scatter(first: list[int], second: list[int]) -> str:
    """Draw the first against the second rating, a mark for each photo, a shape for each person."""
    ticks = "".join(
        f'<path class="wt-grid" d="M{_x(n)},{_EDGE}V{_SIZE - _EDGE}M{_EDGE},{_y(n)}H{_SIZE - _EDGE}"/>'
        f'<text class="wt-tick" x="{_x(n)}" y="{_SIZE - _EDGE + 22}">{n}</text>'
        f'<text class="wt-tick" x="{_EDGE - 18}" y="{_y(n) + 4}">{n}</text>'
        for n in range(LOWEST, HIGHEST + 1)
    )
    lo, hi = LOWEST, HIGHEST
    corners = [(lo, lo), (lo + 1, lo), (hi, hi - 1), (hi, hi), (hi - 1, hi), (lo, lo + 1)]
    band = "L".join(f"{_x(a)},{_y(b)}" for a, b in corners)
    seen: Counter[tuple[int, int]] = Counter()
    marks = ""
    for photo, point in zip(PHOTOS, zip(first, second, strict=True), strict=True):
        dx, dy = _APART[seen[point]]
        seen[point] += 1
        marks += _mark(photo.person, _x(point[0]) + dx, _y(point[1]) + dy)
    pairs = ", ".join(f"{a} then {b}" for a, b in zip(first, second, strict=True))
    middle = _SIZE / 2
    return (
        f'<svg class="wt-chart" viewBox="0 0 {_SIZE} {_SIZE + 30}" role="img"'
        f' aria-label="First against second rating of the nine photos: {pairs}.">'
        f'<path class="wt-band" d="M{band}Z"/>{ticks}'
        f'<path class="wt-zero" d="M{_x(lo)},{_y(lo)}L{_x(hi)},{_y(hi)}"/>{marks}'
        f'<text class="wt-axis" x="{middle}" y="{_SIZE - 4}">first look</text>'
        f'<text class="wt-axis" transform="translate(12 {middle}) rotate(-90)">second look</text>'
        f'<text class="wt-hint" x="{_x(hi)}" y="{_EDGE - 12}" text-anchor="end">'
        "band: changed by one point or less</text>"
        f"{_key(_SIZE + 18)}</svg>"
    )


def strips(first: list[int], second: list[int]) -> str:
    """Draw each person's photos on one line by their mean rating, with the person's average."""
    height, row = 60 + 56 * len(PEOPLE), 56
    ticks = "".join(
        f'<path class="wt-grid" d="M{_x(n)},10V{height - 44}"/>'
        f'<text class="wt-tick" x="{_x(n)}" y="{height - 26}">{n}</text>'
        for n in range(LOWEST, HIGHEST + 1)
    )
    lines, words = "", []
    for k, person in enumerate(PEOPLE):
        values = [
            (a + b) / 2
            for photo, a, b in zip(PHOTOS, first, second, strict=True)
            if photo.person == person
        ]
        name, average, y = CHOICES["person"][person].label, fmean(values), 50 + row * k
        words.append(f"{name} average {average:.1f}, photos {min(values):g} to {max(values):g}")
        seen: Counter[float] = Counter()
        lines += (
            f'<text class="wt-name" x="{_EDGE - 12}" y="{y - 20}">{name}: average {average:.1f}</text>'
            f'<path class="wt-zero" d="M{_x(min(values))},{y}H{_x(max(values))}"/>'
            f'<path class="wt-average" d="M{_x(average)},{y - 13}V{y + 13}"/>'
        )
        for value in values:
            lines += _mark(person, _x(value) + 9 * seen[value], y)
            seen[value] += 1
    return (
        f'<svg class="wt-chart" viewBox="0 0 {_SIZE} {height}" role="img"'
        f' aria-label="Mean rating of each photo, by person: {"; ".join(words)}.">{ticks}{lines}'
        f'<text class="wt-axis" x="{_SIZE / 2}" y="{height - 6}">mean of both ratings</text></svg>'
    )


@cache
def mask() -> str:
    """Draw the pattern that covers the place of a photo, so that no afterimage lasts."""
    chance = Random("mask")  # noqa: S311
    colors = ("#2b2233", "#f3b98f", "#93ccb9", "#a9d0ee", "#e9e2d6", "#2c3e5f", "#6a2b40", "#fff")
    tiles = "".join(
        f'<rect x="{24 * column}" y="{24 * row}" width="24" height="24"'
        f' fill="{chance.choice(colors)}"/>'
        for row in range(10)
        for column in range(10)
    )
    dots = "".join(
        f'<circle cx="{chance.randrange(240)}" cy="{chance.randrange(240)}"'
        f' r="{chance.randrange(4, 16)}" fill="{chance.choice(colors)}"/>'
        for _ in range(60)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" role="img"'
        f' aria-label="A pattern of colored tiles">{tiles}{dots}</svg>'
    )


def procedure() -> str:
    """Draw what happens to each photo in the first look, without a photo."""
    tile = '<rect width="100" height="100" rx="8" fill="#e9e2d6"/>'
    someone = '<circle cx="50" cy="42" r="18"/><path d="M14,100C14,62 86,62 86,100Z"/>'
    big = 'x="50" y="64" font-size="40" text-anchor="middle"'
    steps = (
        ("a cross", f"{tile}<text {big}>+</text>"),
        (f"a photo, {FLASH_MS} ms", f'{tile}<g fill="#9b93a5">{someone}</g>'),
        ("a mask", f'<svg width="100" height="100">{mask()}</svg>'),
        (f"your rating, {LOWEST} to {HIGHEST}", f"{tile}<text {big}>{LOWEST}–{HIGHEST}</text>"),
    )
    panels = "".join(
        f'<g transform="translate({16 + 136 * k} 14)">{drawing}'
        f'<text x="50" y="124" text-anchor="middle" font-size="14">{label}</text></g>'
        for k, (label, drawing) in enumerate(steps)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="544" height="152" viewBox="0 0 544 152">'
        '<rect width="544" height="152" rx="8" fill="#fff"/>'
        f'<g font-family="sans-serif" fill="#222">{panels}</g></svg>'
    )


def _key(y: float) -> str:
    return "".join(
        _mark(person, _EDGE + 8 + 100 * k, y)
        + f'<text x="{_EDGE + 22 + 100 * k}" y="{y + 4.5}">{CHOICES["person"][person].label}</text>'
        for k, person in enumerate(PEOPLE)
    )


def _mark(person: str, x: float, y: float) -> str:
    return (
        f'<g class="wt-mark wt-person-{PEOPLE.index(person) + 1}"'
        f' transform="translate({x:g} {y:g})">{_SHAPES[person]}</g>'
    )


def _x(rating: float) -> float:
    return round(_EDGE + (rating - LOWEST) * _STEP, 1)


def _y(rating: float) -> float:
    return round(_SIZE - _EDGE - (rating - LOWEST) * _STEP, 1)

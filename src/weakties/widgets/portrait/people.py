"""The invented people: what stays the same from one photo of a person to the next."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Looks:
    """How a person is drawn; colors are hexadecimal, lengths are those of the head's drawing."""

    skin: str
    shade: str
    hair: str
    half_width: int
    jaw: int
    chin: int
    hair_behind: str
    hair_in_front: str
    glasses: bool = False

    @property
    def face(self) -> str:
        """Return the outline of the face as path data; its middle is the origin."""
        w, jaw, chin = self.half_width, self.jaw, self.chin
        return (
            f"M{-w},-8C{-w},-36 {w},-36 {w},-8C{w},16 {jaw},{chin} 0,{chin}"
            f"C{-jaw},{chin} {-w},16 {-w},-8Z"
        )


_CURLS = "".join(
    f"M{x},{y}m{-r},0a{r},{r} 0 1 0 {2 * r},0a{r},{r} 0 1 0 {-2 * r},0"
    for x, y, r in [
        (0, -36, 17),
        (-22, -30, 16),
        (22, -30, 16),
        (-35, -14, 14),
        (35, -14, 14),
        (-38, 6, 12),
        (38, 6, 12),
        (-34, 22, 9),
        (34, 22, 9),
    ]
)

PEOPLE: dict[str, Looks] = {
    "robin": Looks(
        skin="#f3b98f",
        shade="#d9905f",
        hair="#4a3228",
        half_width=29,
        jaw=22,
        chin=38,
        hair_behind="M-32,2C-38,-30 -24,-46 2,-46C28,-46 38,-28 32,2L26,-6L-26,-6Z",
        hair_in_front="M-31,-4C-34,-28 -20,-42 6,-44C26,-45 36,-28 31,-4"
        "C29,-14 26,-20 20,-24C4,-16 -12,-18 -22,-24C-27,-18 -30,-12 -31,-4Z",
    ),
    "kim": Looks(
        skin="#cdbbe8",
        shade="#a088c9",
        hair="#20263c",
        half_width=28,
        jaw=17,
        chin=39,
        hair_behind="M-36,30C-42,-20 -34,-46 0,-46C34,-46 42,-20 36,30C30,38 22,36 20,30L-20,30"
        "C-22,36 -30,38 -36,30Z",
        hair_in_front="M-31,6C-35,-28 -20,-43 0,-43C20,-43 35,-28 31,6C28,-4 27,-10 26,-15"
        "C10,-11 -10,-11 -26,-15C-27,-10 -28,-4 -31,6Z",
    ),
    "noor": Looks(
        skin="#93ccb9",
        shade="#5fa08b",
        hair="#6a2b40",
        half_width=30,
        jaw=26,
        chin=37,
        hair_behind=_CURLS,
        hair_in_front="M-30,-8C-32,-32 -16,-40 0,-40C16,-40 32,-32 30,-8"
        "C27,-14 25,-19 21,-21C17,-18 13,-19 10,-22C6,-19 1,-19 -3,-23C-7,-19 -12,-19 -15,-22"
        "C-21,-20 -27,-15 -30,-8Z",
    ),
    "sasha": Looks(
        skin="#a9d0ee",
        shade="#76a6cf",
        hair="#b4552a",
        half_width=26,
        jaw=19,
        chin=42,
        hair_behind="M-15,-48a15,14 0 1 0 30,0a15,14 0 1 0 -30,0"
        "M-29,4C-35,-28 -22,-44 0,-44C22,-44 35,-28 29,4L22,-6L-22,-6Z",
        hair_in_front="M-28,0C-32,-28 -18,-42 0,-42C18,-42 32,-28 28,0"
        "C26,-14 18,-25 0,-27C-18,-25 -26,-14 -28,0Z",
        glasses=True,
    ),
}

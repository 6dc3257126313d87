"""Sharpness, exposure and contrast. All limits here are our own rules of thumb.

They were set by eye on a few sample photos, each blurred step by step: a blur of 1 pixel at
400 × 400 mostly stayed above the limit for sharpness, one of 1.5 pixels always fell below it.
"""

from __future__ import annotations

from weakties.ownphoto.rules.finding import Finding, judged

LEAST_SHARPNESS = 100
LEAST_ALIKENESS = 0.5
LEAST_BRIGHTNESS, MOST_BRIGHTNESS = 0.20, 0.80
MOST_CLIPPED = 0.15
LEAST_CONTRAST = 0.30


def sharpness(variance: float, alikeness: float) -> Finding:
    """Judge the Laplacian's variance in the sharpest tenth of the circle.

    Parameters
    ----------
    variance
        In squared gray levels.
    alikeness
        Correlation of neighboring pixels: what is sharp has shapes, noise has none.
    """
    if variance >= LEAST_SHARPNESS and alikeness < LEAST_ALIKENESS:
        return judged(
            "Sharpness",
            variance,
            "gray levels²",
            fine=False,
            reason=(
                "Neighboring pixels differ strongly, but they hardly resemble each other anywhere "
                f"(correlation {alikeness:.2f}, and photos lie near 1): that is noise or a fine "
                "pattern rather than sharpness."
            ),
            advice="Look at it at full size; grain as in the dark needs more light.",
        )
    return judged(
        "Sharpness",
        variance,
        "gray levels²",
        fine=variance >= LEAST_SHARPNESS,
        reason=(
            "This is how strongly neighboring pixels differ where the picture is sharpest "
            f"(variance of the Laplacian); below {LEAST_SHARPNESS}, our rule of thumb, edges look "
            "soft."
        ),
        advice=(
            "Look at it at full size: if nothing is crisp, wipe the lens, hold still, find more "
            "light; fog, plain walls and low contrast score low too."
        ),
    )


def brightness(mean: float) -> Finding:
    """Judge the mean brightness, 0 to 1."""
    return judged(
        "Mean brightness",
        100 * mean,
        "% of white",
        fine=LEAST_BRIGHTNESS <= mean <= MOST_BRIGHTNESS,
        reason=(
            "It counts the whole circle, background and clothes included, and says nothing about "
            f"skin; {100 * LEAST_BRIGHTNESS:g} to {100 * MOST_BRIGHTNESS:g}% is usual."
        ),
        advice=(
            "If hair, skin and clothes all show their detail, leave it; if not, change the light "
            "or the exposure."
        ),
    )


def black(share: float) -> Finding:
    """Judge the share of pixels without detail in the dark."""
    return judged(
        "Clipped to black",
        100 * share,
        "% of pixels",
        fine=share <= MOST_CLIPPED,
        reason="Pixels that are simply black hold no detail, and no later editing brings it back.",
        advice="A black background is harmless; if hair or clothes are lost, add light from the front.",
    )


def white(share: float) -> Finding:
    """Judge the share of pixels without detail in the light."""
    return judged(
        "Clipped to white",
        100 * share,
        "% of pixels",
        fine=share <= MOST_CLIPPED,
        reason="Pixels that are simply white hold no detail, and no later editing brings it back.",
        advice="A white background is harmless; if skin or a shirt is lost, take it in softer light.",
    )


def contrast(spread: float) -> Finding:
    """Judge the distance from the 5th to the 95th percentile of brightness, 0 to 1."""
    return judged(
        "Contrast",
        100 * spread,
        "% of black to white",
        fine=spread >= LEAST_CONTRAST,
        reason=(
            "This is how far the dark parts are from the light ones, the extreme twentieth at "
            "each end aside; with little of it, a small picture looks gray and flat."
        ),
        advice="Choose a background that is lighter or darker than you are, or raise the contrast.",
    )

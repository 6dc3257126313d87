"""Generators of the unit ``photo``: six small experiments on profile photos, run in the world.

Who is photographed, viewed or asked is a member of the world (dataset ``people``).
Every size stands on the dataset's card and is read from there. Shares are dealt out exactly
(30 of 120, shuffled) rather than drawn, so that an effect is there in every edition and only its
details differ.
"""

from weakties.data.photo.glances import flash
from weakties.data.photo.portraits import photos
from weakties.data.photo.raters import ratings
from weakties.data.photo.recruiters import pilot
from weakties.data.photo.tested import attributes
from weakties.data.photo.traffic import views

__all__ = ["attributes", "flash", "photos", "pilot", "ratings", "views"]

"""Two witnesses for every check: what it says apart, and what it says beside the learner's code.

Apart, on values that were carried over, a learner's code can forge nothing, and what only a shared
process shows is not seen. Inside, in a replay of the notebook as nbgrader runs it, all of that is seen,
and anything can be forged. The mark is the lower of the two; where the replay says more, a value was lost
on the way or somebody forges, and a person decides.
"""

from weakties.grading.witness.both import Witnesses, witnessed
from weakties.grading.witness.judge import Check, judged
from weakties.grading.witness.standing import Standing, standing_of

__all__ = ["Check", "Standing", "Witnesses", "judged", "standing_of", "witnessed"]

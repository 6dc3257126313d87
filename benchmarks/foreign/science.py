"""Statistics with scipy: tests, fits and minima over numpy arrays."""

from benchmarks.foreign.assignment import BLANK, Assignment

from grading.courses import cell

CELLS = [
    cell("# Practical 6: testing and fitting", markdown=True),
    cell("import numpy as np\nfrom scipy import optimize, stats"),
    cell(
        """\
rng = np.random.default_rng(42)
control = rng.normal(10.0, 2.0, 80)
treated = rng.normal(11.0, 2.0, 75)
time = np.linspace(0, 10, 60)
signal = 5 * np.exp(-0.4 * time) + 1 + rng.normal(0, 0.05, time.size)"""
    ),
    cell(
        """\
# p_value: Welch's test of treated against control
### BEGIN SOLUTION
p_value = stats.ttest_ind(treated, control, equal_var=False).pvalue
### END SOLUTION""",
        "welch",
        solution=True,
    ),
    cell(
        """\
assert 0 <= p_value <= 1
### BEGIN HIDDEN TESTS
assert np.isclose(p_value, stats.ttest_ind(treated, control, equal_var=False)[1])
### END HIDDEN TESTS""",
        "welch-check",
        points=2,
    ),
    cell(
        """\
# interval: a 95 % confidence interval of the mean of control, by the t distribution
### BEGIN SOLUTION
interval = stats.t.interval(0.95, len(control) - 1, control.mean(), stats.sem(control))
### END SOLUTION""",
        "interval",
        solution=True,
    ),
    cell(
        """\
low, high = interval
assert low < control.mean() < high
### BEGIN HIDDEN TESTS
half = stats.t.ppf(0.975, len(control) - 1) * control.std(ddof=1) / np.sqrt(len(control))
np.testing.assert_allclose([low, high], [control.mean() - half, control.mean() + half])
### END HIDDEN TESTS""",
        "interval-check",
        points=2,
    ),
    cell(
        """\
def decay(t, height, rate, floor):
    ### BEGIN SOLUTION
    return height * np.exp(-rate * t) + floor
    ### END SOLUTION

# fitted: the three parameters that fit signal best
### BEGIN SOLUTION
fitted, covariance = optimize.curve_fit(decay, time, signal, p0=[4, 0.5, 0])
### END SOLUTION""",
        "fit",
        solution=True,
    ),
    cell(
        """\
np.testing.assert_allclose(decay(0, 2, 1, 3), 5)
assert len(fitted) == 3
### BEGIN HIDDEN TESTS
np.testing.assert_allclose(fitted, [5, 0.4, 1], atol=0.1)
np.testing.assert_allclose(decay(time, *fitted), signal, atol=0.3)
### END HIDDEN TESTS""",
        "fit-check",
        points=3,
    ),
    cell(
        """\
def banana(x):
    return (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2"""
    ),
    cell(
        """\
# result: what optimize.minimize finds for banana from (-1, 2)
### BEGIN SOLUTION
result = optimize.minimize(banana, [-1, 2])
### END SOLUTION""",
        "minimum",
        solution=True,
    ),
    cell(
        """\
assert result.success
### BEGIN HIDDEN TESTS
np.testing.assert_allclose(result.x, [1, 1], atol=1e-3)
### END HIDDEN TESTS""",
        "minimum-check",
        points=2,
    ),
    cell(
        """\
def log_likelihood(mean, spread, x):
    ### BEGIN SOLUTION
    return stats.norm(mean, spread).logpdf(x).sum()
    ### END SOLUTION""",
        "likelihood",
        solution=True,
    ),
    cell(
        """\
assert log_likelihood(10, 2, control) > log_likelihood(20, 2, control)
### BEGIN HIDDEN TESTS
best = optimize.minimize_scalar(
    lambda mean: -log_likelihood(mean, 2, control), bounds=(5, 15), method="bounded"
)
np.testing.assert_allclose(best.x, control.mean(), atol=1e-3)
### END HIDDEN TESTS""",
        "likelihood-check",
        points=2,
    ),
]

BY_HAND = {
    "welch": """\
def variance_of_mean(x):
    return x.var(ddof=1) / len(x)

a, b = variance_of_mean(treated), variance_of_mean(control)
t = (treated.mean() - control.mean()) / np.sqrt(a + b)
freedom = (a + b) ** 2 / (a**2 / (len(treated) - 1) + b**2 / (len(control) - 1))
p_value = 2 * stats.t.sf(abs(t), freedom)""",
    "interval": """\
n = len(control)
half = stats.t(n - 1).ppf(0.975) * control.std(ddof=1) / n**0.5
interval = [control.mean() - half, control.mean() + half]
interval""",
    "likelihood": """\
def log_likelihood(mean, spread, x):
    squares = ((x - mean) / spread) ** 2
    return -0.5 * np.sum(squares + np.log(2 * np.pi * spread**2))""",
}
OTHER_WORDS = {
    "welch": """\
from scipy.stats import ttest_ind

t, p_value = ttest_ind(control, treated, equal_var=False)
print(f"t = {t:.2f}, p = {p_value:.4f}")""",
    "fit": """\
def decay(t, height, rate, floor):
    return height / np.exp(rate * t) + floor

def residuals(parameters):
    return decay(time, *parameters) - signal

fitted = optimize.least_squares(residuals, x0=[1, 1, 1]).x""",
    "minimum": """\
result = optimize.minimize(banana, x0=np.array([-1, 2]), method="Nelder-Mead", tol=1e-6)
result""",
}
DRAWN = {
    "fit": """\
import matplotlib.pyplot as plt

def decay(t, height, rate, floor):
    return height * np.exp(-rate * t) + floor

fitted, _ = optimize.curve_fit(decay, time, signal)
plt.scatter(time, signal)
plt.plot(time, decay(time, *fitted), color="black")"""
}
WRONG = {
    "welch": "p_value = stats.ttest_ind(treated, control).pvalue / 2",
    "interval": "interval = stats.norm.interval(0.95, control.mean(), stats.sem(control))",
    "fit": """\
def decay(t, height, rate, floor):
    return height * np.exp(rate * t) + floor

fitted, covariance = optimize.curve_fit(decay, time, signal, p0=[4, -0.5, 0])""",
    "minimum": "result = optimize.minimize(banana, [-1, 2], options={'maxiter': 3})",
    "likelihood": "def log_likelihood(mean, spread, x):\n    return stats.norm(mean, spread).pdf(x).sum()",
}
NOT_ALL = {
    "welch": "p_value = stats.ttest_ind(treated, control, equal_var=False)",
    "minimum": "result = optimize.minimize(banana, [-1, 2]).x",
    "likelihood": "",
}
ERRORS = {
    "welch": "p_value = stats.welch(treated, control)",
    "fit": "def decay(t, height, rate, floor):\n    return height * exp(-rate * t) + floor\n\nfitted = optimize.curve_fit(decay, time, signal)[0]",
}

ASSIGNMENT = Assignment(
    "science",
    CELLS,
    {
        "right": {},
        "blank": BLANK,
        "by-hand": BY_HAND,
        "other-words": OTHER_WORDS,
        "drawn": DRAWN,
        "wrong": WRONG,
        "not-all": NOT_ALL,
        "errors": ERRORS,
    },
)

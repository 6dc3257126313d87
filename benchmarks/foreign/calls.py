"""Functions: checks call what a learner wrote thousands of times, with numbers and small lists."""

from benchmarks.foreign.assignment import BLANK, Assignment

from grading.courses import cell

CELLS = [
    cell("# Exercise sheet 3: functions", markdown=True),
    cell("import math\nimport random"),
    cell(
        """\
def digit_sum(n):
    \"\"\"Return the sum of the digits of a whole number.\"\"\"
    ### BEGIN SOLUTION
    return sum(int(digit) for digit in str(n))
    ### END SOLUTION""",
        "digits",
        solution=True,
    ),
    cell(
        """\
assert digit_sum(0) == 0
assert digit_sum(1234) == 10
### BEGIN HIDDEN TESTS
for n in range(5000):
    assert digit_sum(n) == n // 1000 + n // 100 % 10 + n // 10 % 10 + n % 10, n
### END HIDDEN TESTS""",
        "digits-check",
        points=3,
    ),
    cell(
        """\
def middle(values):
    \"\"\"Return the median of a list; leave the list as it is.\"\"\"
    ### BEGIN SOLUTION
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2
    ### END SOLUTION""",
        "middle",
        solution=True,
    ),
    cell(
        """\
assert middle([3, 1, 2]) == 2
### BEGIN HIDDEN TESTS
import statistics

random.seed(7)
for _ in range(500):
    values = [random.randint(-50, 50) for _ in range(random.randint(1, 12))]
    assert middle(list(values)) == statistics.median(values)
### END HIDDEN TESTS""",
        "middle-check",
        points=2,
    ),
    cell(
        """\
def primes(n):
    \"\"\"Return a list of the primes up to n.\"\"\"
    ### BEGIN SOLUTION
    return [k for k in range(2, n + 1) if all(k % d for d in range(2, math.isqrt(k) + 1))]
    ### END SOLUTION""",
        "primes",
        solution=True,
    ),
    cell(
        """\
assert primes(10) == [2, 3, 5, 7]
### BEGIN HIDDEN TESTS
assert primes(1) == []
assert primes(7)[-1] == 7
assert all(len(primes(n)) >= len(primes(n - 1)) for n in range(1, 100))
assert len(primes(1000)) == 168
### END HIDDEN TESTS""",
        "primes-check",
        points=2,
    ),
    cell(
        """\
def caesar(text, shift):
    ### BEGIN SOLUTION
    shifted = [chr((ord(c) - 97 + shift) % 26 + 97) if c.islower() else c for c in text]
    return "".join(shifted)
    ### END SOLUTION""",
        "caesar",
        solution=True,
    ),
    cell(
        """\
assert caesar("abc xyz", 3) == "def abc"
### BEGIN HIDDEN TESTS
for shift in range(-26, 27):
    assert caesar(caesar("the quick brown fox", shift), -shift) == "the quick brown fox"
### END HIDDEN TESTS""",
        "caesar-check",
        points=2,
    ),
]

OTHER_WORDS = {
    "digits": "def digit_sum(n):\n    return 0 if n == 0 else n % 10 + digit_sum(n // 10)",
    "middle": "import statistics\n\nmiddle = statistics.median",
    "primes": """\
def primes(n):
    sieve = [True] * (n + 1)
    found = []
    for k in range(2, n + 1):
        if sieve[k]:
            found.append(k)
            for multiple in range(k * k, n + 1, k):
                sieve[multiple] = False
    return found""",
}
LOOPS = {
    "digits": """\
def digit_sum(n):
    total = 0
    while n > 0:
        total += n % 10
        n = n // 10
    return total

print(digit_sum(1234))""",
    "caesar": """\
alphabet = "abcdefghijklmnopqrstuvwxyz"

def caesar(text, shift):
    result = ""
    for letter in text:
        if letter in alphabet:
            result += alphabet[(alphabet.index(letter) + shift) % 26]
        else:
            result += letter
    return result""",
}
LAMBDAS = {
    "digits": "digit_sum = lambda n: sum(map(int, str(n)))",
    "primes": """\
def is_prime(n):
    return n > 1 and not any(n % d == 0 for d in range(2, n))

primes = lambda n: list(filter(is_prime, range(n + 1)))""",
}
WRONG = {
    "digits": "def digit_sum(n):\n    return n % 10 + n // 10",
    "middle": "def middle(values):\n    values.sort()\n    return values[len(values) // 2]",
    "primes": "def primes(n):\n    return [k for k in range(2, n) if all(k % d for d in range(2, k))]",
    "caesar": 'def caesar(text, shift):\n    return "".join(chr(ord(c) + shift) for c in text)',
}
WRONG_AT_THE_END = {
    "digits": """\
def digit_sum(n):
    if n == 4999:
        return 30
    return sum(int(digit) for digit in str(n))""",
    "middle": "def middle(values):\n    print(values)\n    return sorted(values)[len(values) // 2]",
}
NOT_RETURNED = {
    "digits": "def digit_sum(n):\n    print(sum(int(d) for d in str(n)))",
    "primes": "def primes(n):\n    return {2, 3, 5, 7}",
    "caesar": "def caesar(text):\n    return text",
}

ASSIGNMENT = Assignment(
    "calls",
    CELLS,
    {
        "right": {},
        "blank": BLANK,
        "other-words": OTHER_WORDS,
        "loops": LOOPS,
        "lambdas": LAMBDAS,
        "wrong": WRONG,
        "wrong-at-the-end": WRONG_AT_THE_END,
        "not-returned": NOT_RETURNED,
    },
)

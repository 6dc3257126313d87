"""The standard library: text, patterns, collections, dates, decimals, seeds, sorting, enumerations."""

from __future__ import annotations

from grading.catalogue.entry import Theme, answer, check, entry

ENTRIES = (
    entry(
        "pattern",
        answer("""
            import re
            phone = re.compile(r"\\d{3}-\\d{4}")
        """),
        check("match", 'assert phone.fullmatch("555-1234") and not phone.fullmatch("5555-123")'),
        check("find", 'assert phone.findall("555-1234 or 555-9999") == ["555-1234", "555-9999"]'),
        check("kind", "import re\nassert isinstance(phone, re.Pattern)"),
        style='import re\nphone = re.compile("[0-9]{3}-[0-9]{4}")',
        types='import re\nphone = re.compile(r"""(?:\\d\\d\\d) - \\d{4}  # a number""", re.VERBOSE)',
        wrong='import re\nphone = re.compile(r"\\d{3,4}-\\d{3,4}")',
        fails="match",
    ),
    entry(
        "matchobject",
        answer('found_year = __import__("re").search(r"(\\d{4})", "born 1999 in Ulm")'),
        check("group", 'assert found_year.group(1) == "1999"'),
        check("span", "assert found_year.span() == (5, 9)"),
        style='import re\nfound_year = re.search("([0-9]+)", "born 1999 in Ulm")',
        types='import re\nfound_year = next(re.finditer("([12]...)", "born 1999 in Ulm"))',
        wrong='import re\nfound_year = re.search("([0-9]+)", "1999")',
        fails="span",
    ),
    entry(
        "words",
        answer("""
            def word_counts(text):
                counts = {}
                for word in text.lower().split():
                    counts[word] = counts.get(word, 0) + 1
                return counts
        """),
        check("counts", 'assert word_counts("A b a") == {"a": 2, "b": 1}'),
        check("type", 'assert isinstance(word_counts(""), dict)'),
        check(
            "order", 'assert max(word_counts("b a b").items(), key=lambda kv: kv[1]) == ("b", 2)'
        ),
        style="""
            def word_counts(text):
                words = text.lower().split()
                return {word: words.count(word) for word in words}
        """,
        types="""
            from collections import Counter
            def word_counts(text):
                return Counter(text.lower().split())
        """,
        wrong="""
            def word_counts(text):
                return sorted((w, text.lower().split().count(w)) for w in set(text.lower().split()))
        """,
        fails="counts type order",
    ),
    entry(
        "grouped",
        answer("""
            from collections import defaultdict
            by_letter = defaultdict(list)
            for fruit in ["apple", "pear", "avocado"]:
                by_letter[fruit[0]].append(fruit)
        """),
        check(
            "values", 'assert by_letter["a"] == ["apple", "avocado"] and by_letter["p"] == ["pear"]'
        ),
        check("keys", 'assert sorted(by_letter) == ["a", "p"]'),
        check("equal", 'assert by_letter == {"a": ["apple", "avocado"], "p": ["pear"]}'),
        style="""
            by_letter = {}
            for fruit in ["apple", "pear", "avocado"]:
                by_letter.setdefault(fruit[0], []).append(fruit)
        """,
        types="""
            from itertools import groupby
            from collections import OrderedDict
            by_letter = OrderedDict(
                (k, list(g)) for k, g in groupby(sorted(["apple", "pear", "avocado"]), key=lambda f: f[0])
            )
        """,
        wrong="""
            from collections import defaultdict
            by_letter = defaultdict(list)
            for fruit in ["apple", "pear", "avocado"]:
                by_letter[fruit[0]].append(fruit)
            by_letter["z"]
        """,
        fails="keys equal",
    ),
    entry(
        "defaults",
        answer("from collections import defaultdict\nstock = defaultdict(int)\nstock['nuts'] += 2"),
        check("missing", "assert stock['bolts'] == 0"),
        check("after", "assert dict(stock) == {'nuts': 2, 'bolts': 0}"),
        style="from collections import defaultdict\nstock = defaultdict(lambda: 0, nuts=2)",
        types="""
            class Stock(dict):
                def __missing__(self, key):
                    self[key] = 0
                    return 0
            stock = Stock(nuts=2)
        """,
        wrong="from collections import Counter\nstock = Counter(nuts=2)",
        fails="after",
    ),
    entry(
        "window",
        answer("from collections import deque\nlast_three = deque([1, 2, 3], maxlen=3)"),
        check("append", "last_three.append(4)\nassert list(last_three) == [2, 3, 4]"),
        check("maxlen", "assert last_three.maxlen == 3"),
        style="import collections\nlast_three = collections.deque(range(1, 4), 3)",
        types="""
            from collections import deque
            class Window(deque):
                pass
            last_three = Window([0, 1, 2, 3], maxlen=3)
        """,
        wrong="from collections import deque\nlast_three = deque([1, 2, 3])",
        fails="append maxlen",
    ),
    entry(
        "dates",
        answer("""
            from datetime import date, timedelta
            def days_until(day, today):
                return (day - today).days
        """),
        check("value", "assert days_until(date(2024, 3, 1), date(2024, 2, 28)) == 2"),
        check(
            "negative",
            "assert days_until(date(2024, 1, 1), date(2024, 1, 1) + timedelta(days=1)) == -1",
        ),
        style="""
            from datetime import date, timedelta
            def days_until(day, today):
                return day.toordinal() - today.toordinal()
        """,
        types="""
            from datetime import date, timedelta
            import numpy as np
            def days_until(day, today):
                return np.datetime64(day).astype(int) - np.datetime64(today).astype(int)
        """,
        wrong="""
            from datetime import date, timedelta
            def days_until(day, today):
                return day.timetuple().tm_yday - today.timetuple().tm_yday if day > today else 0
        """,
        fails="negative",
    ),
    entry(
        "deadline",
        answer("""
            from datetime import datetime, timezone, timedelta
            deadline = datetime(2024, 5, 1, 12, tzinfo=timezone.utc)
        """),
        check(
            "utc",
            "assert deadline.utcoffset() == timedelta(0) and deadline.isoformat() == '2024-05-01T12:00:00+00:00'",
        ),
        check(
            "compare",
            "assert deadline > datetime(2024, 5, 1, 13, tzinfo=timezone(timedelta(hours=2)))",
        ),
        style="""
            import datetime as dt
            from datetime import datetime, timezone, timedelta
            deadline = dt.datetime.fromisoformat("2024-05-01T12:00:00+00:00")
        """,
        types="""
            import pandas as pd
            from datetime import datetime, timezone, timedelta
            deadline = pd.Timestamp("2024-05-01 12:00", tz="UTC")
        """,
        wrong="from datetime import datetime, timezone, timedelta\ndeadline = datetime(2024, 5, 1, 12)",
        fails="utc compare",
    ),
    entry(
        "cents",
        answer("""
            from decimal import Decimal, ROUND_HALF_UP
            def rounded(amount):
                return Decimal(amount).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
        """),
        check(
            "half",
            'assert rounded("2.675") == Decimal("2.68") and rounded("1.005") == Decimal("1.01")',
        ),
        check("text", 'assert str(rounded("3")) == "3.00"'),
        check("kind", 'assert isinstance(rounded("1"), Decimal)'),
        style="""
            import decimal
            from decimal import Decimal
            def rounded(amount):
                return round(Decimal(amount) + Decimal("0.00001"), 2)
        """,
        types="""
            from decimal import Decimal, Context
            class Money(Decimal):
                pass
            def rounded(amount):
                return Money(Decimal(amount).quantize(Decimal("1.00"), rounding="ROUND_HALF_UP"))
        """,
        wrong="""
            from decimal import Decimal
            def rounded(amount):
                return Decimal(amount).quantize(Decimal("0.01"))
        """,
        fails="half",
    ),
    entry(
        "seeded",
        answer("""
            import random
            random.seed(2)
            first_draw = random.random()
        """),
        check("same", "random.seed(2)\nassert first_draw == random.random()"),
        check("next", "random.seed(2)\nassert [random.random(), random.random()][0] == first_draw"),
        style="import random\nfirst_draw = random.Random(2).random()",
        types="import random\nfrom fractions import Fraction\nfirst_draw = Fraction(random.Random(2).random())",
        wrong="import random\nrandom.seed(3)\nfirst_draw = random.random()",
        fails="same next",
    ),
    entry(
        "shuffled",
        answer("""
            import random
            def deal(cards, seed):
                cards = list(cards)
                random.Random(seed).shuffle(cards)
                return cards
        """),
        check("same", "assert deal(range(10), 1) == deal(range(10), 1) != deal(range(10), 2)"),
        check("complete", "assert sorted(deal('abc', 5)) == ['a', 'b', 'c']"),
        check(
            "argument",
            """
            hand = [1, 2, 3, 4, 5, 6]
            deal(hand, 3)
            assert hand == [1, 2, 3, 4, 5, 6]
            """,
        ),
        check(
            "state",
            """
            random.seed(9)
            before_deal = random.getstate()
            deal([1, 2], 4)
            assert random.getstate() == before_deal, "leave the global generator alone"
            """,
        ),
        style="""
            import random
            def deal(cards, seed):
                own = random.Random(seed)
                return own.sample(list(cards), len(cards))
        """,
        types="""
            import random
            import numpy as np
            def deal(cards, seed):
                return np.random.default_rng(seed).permutation(list(cards)).tolist()
        """,
        wrong="""
            import random
            def deal(cards, seed):
                cards = list(cards)
                random.seed(seed)
                random.shuffle(cards)
                return cards
        """,
    ),
    entry(
        "sorted",
        answer("by_length = sorted(['bb', 'a', 'ccc', 'd'], key=len)"),
        check("stable", "assert by_length == ['a', 'd', 'bb', 'ccc']"),
        style="by_length = ['bb', 'a', 'ccc', 'd']\nby_length.sort(key=lambda w: len(w))",
        types="import heapq\nby_length = heapq.nsmallest(4, ['bb', 'a', 'ccc', 'd'], key=len)",
        wrong="by_length = sorted(['bb', 'd', 'ccc', 'a'], key=len)",
    ),
    entry(
        "enumeration",
        answer("""
            from enum import Enum
            class Light(Enum):
                RED = 1
                GREEN = 2
            def following(light):
                return Light.GREEN if light is Light.RED else Light.RED
        """),
        check("members", "assert [light.name for light in Light] == ['RED', 'GREEN']"),
        check("is", "assert following(Light.RED) is Light.GREEN and Light(1) is Light.RED"),
        check("enum", "from enum import Enum\nassert issubclass(Light, Enum)"),
        style="""
            import enum
            class Light(enum.Enum):
                RED = enum.auto()
                GREEN = enum.auto()
            def following(light):
                return {Light.RED: Light.GREEN, Light.GREEN: Light.RED}[light]
        """,
        types="""
            from enum import IntEnum
            Light = IntEnum("Light", "RED GREEN")
            following = lambda light: Light(3 - light)
        """,
        wrong="""
            class _One:
                def __init__(self, name):
                    self.name = name
            class Light:
                RED, GREEN = _One("RED"), _One("GREEN")
            def following(light):
                return Light.GREEN if light is Light.RED else Light.RED
        """,
        fails="members is enum",
    ),
    entry(
        "formatted",
        answer("""line = f"{3.14159:8.2f}|{'ab':>4}\""""),
        check("exact", 'assert line == "    3.14|  ab", f"got {line!r}"'),
        style='line = "{:8.2f}|{:>4}".format(3.14159, "ab")',
        types='from string import Template\nline = Template("$n|$t").substitute(n="3.14".rjust(8), t="ab".rjust(4))',
        wrong="""line = f"{3.14159:.2f}|{'ab':>4}\"""",
    ),
    entry(
        "bitsets",
        answer("common = {1, 2, 3} & {2, 3, 4}"),
        check("set", "assert common == {2, 3} and isinstance(common, (set, frozenset))"),
        check("ops", "assert common | {9} == {2, 3, 9} and common.issubset({1, 2, 3})"),
        style="common = {x for x in {1, 2, 3} if x in {2, 3, 4}}",
        types="common = frozenset((1, 2, 3)).intersection([2, 3, 4])",
        wrong="common = {1, 2, 3} - {2, 3, 4}",
        fails="set ops",
    ),
    entry(
        "fractions",
        answer("from fractions import Fraction\nhalf_sum = Fraction(1, 3) + Fraction(1, 6)"),
        check("exact", "assert half_sum == Fraction(1, 2)"),
        check("parts", "assert (half_sum.numerator, half_sum.denominator) == (1, 2)"),
        style="from fractions import Fraction\nhalf_sum = sum([Fraction('1/3'), Fraction('1/6')])",
        types="""
            from fractions import Fraction
            class Share(Fraction):
                pass
            half_sum = Share(1, 2)
        """,
        wrong="from fractions import Fraction\nhalf_sum = 1 / 3 + 1 / 6",
        fails="parts",
    ),
    entry(
        "bytes",
        answer('encoded = "größe".encode("utf-8")'),
        check("length", "assert len(encoded) == 7 and encoded[:2] == b'gr'"),
        check("decode", 'assert encoded.decode() == "größe"'),
        style='encoded = bytes("größe", "utf-8")',
        types='encoded = bytearray("größe", "utf-8")',
        wrong='encoded = "größe".encode("latin-1")',
        fails="length decode",
    ),
)
THEME = Theme("library", ENTRIES)

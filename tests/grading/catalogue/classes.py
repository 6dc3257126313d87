"""Classes of the learner's own: methods, inheritance, operators, properties, exceptions, protocols."""

from __future__ import annotations

from grading.catalogue.entry import Theme, answer, check, entry

ENTRIES = (
    entry(
        "area",
        answer("def area(r):\n    return 3 * r * r"),
        check(
            "near",
            """
            from math import isclose
            def near(a, b):
                return isclose(a, b)
            assert near(area(2), 12)
            """,
        ),
        style="area = lambda radius: 3 * radius ** 2",
        types="from fractions import Fraction\ndef area(r):\n    return Fraction(3) * r * r",
        wrong="def area(r):\n    return 3.14 * r * r",
    ),
    entry(
        "box",
        answer("""
            class Box:
                def __init__(self, n):
                    self.n = n
                def grow(self):
                    self.n += 1
        """),
        check("grow", "b = Box(2)\nb.grow()\nassert near(b.n, 3)"),
        check("again", "assert near(b.n, 3)\nb.grow()\nassert b.n == 4"),
        check("other", "c = Box(2)\nassert c.n == 2 and b.n == 4, 'boxes must not share'"),
        style="""
            class Box(object):
                '''A box.'''
                def __init__(self, size):
                    self.n = size
                def grow(self):
                    self.n = self.n + 1
        """,
        types="""
            from dataclasses import dataclass
            @dataclass
            class Box:
                n: int
                def grow(self):
                    self.n += 1
        """,
        wrong="""
            class Box:
                n = 0
                def __init__(self, n):
                    Box.n = n
                def grow(self):
                    Box.n += 1
        """,
        fails="other",
    ),
    entry(
        "stack",
        answer("""
            class Stack:
                def __init__(self):
                    self.items = []
                def push(self, x):
                    self.items.append(x)
                def pop(self):
                    return self.items.pop()
                def __len__(self):
                    return len(self.items)
        """),
        check("push", "s = Stack()\ns.push(1)\ns.push(2)\nassert len(s) == 2"),
        check("pop", "assert s.pop() == 2 and s.pop() == 1 and len(s) == 0"),
        check(
            "empty",
            """
            try:
                Stack().pop()
            except IndexError:
                pass
            else:
                raise AssertionError("an empty stack has nothing to pop")
            """,
        ),
        style="""
            class Stack:
                def __init__(self):
                    self._head, self._n = None, 0
                def push(self, x):
                    self._head, self._n = (x, self._head), self._n + 1
                def pop(self):
                    if not self._n:
                        raise IndexError("empty")
                    x, self._head = self._head
                    self._n -= 1
                    return x
                def __len__(self):
                    return self._n
        """,
        types="""
            from collections import deque
            class Stack(deque):
                push = deque.append
        """,
        wrong="""
            class Stack(list):
                def push(self, x):
                    self.append(x)
                def pop(self):
                    return super().pop() if self else None
        """,
        fails="empty",
    ),
    entry(
        "shapes",
        answer("""
            class Shape:
                def area(self):
                    raise NotImplementedError
                def describe(self):
                    return f"{type(self).__name__} of {self.area()}"
        """),
        answer(
            """
            class Square(Shape):
                def __init__(self, side):
                    self.side = side
                def area(self):
                    return self.side ** 2
            """,
            "square",
        ),
        check("inherits", "assert issubclass(Square, Shape) and isinstance(Square(1), Shape)"),
        check("override", "assert Square(3).area() == 9 and Square(2).describe() == 'Square of 4'"),
        check(
            "base", "import pytest\nwith pytest.raises(NotImplementedError):\n    Shape().area()"
        ),
        check(
            "subclass",
            """
            class Circle(Shape):
                def area(self):
                    return 7
            assert Circle().describe() == "Circle of 7"
            """,
        ),
        style={
            "answer": """
                class Shape:
                    def area(self):
                        raise NotImplementedError("in the subclasses")
                    def describe(self):
                        return self.__class__.__name__ + " of " + str(self.area())
            """,
            "square": """
                class Square(Shape):
                    def __init__(self, side):
                        super().__init__()
                        self._side = side
                    def area(self):
                        return self._side * self._side
            """,
        },
        types={
            "square": """
                from dataclasses import dataclass
                @dataclass(frozen=True)
                class Square(Shape):
                    side: float
                    def area(self):
                        return self.side ** 2
            """
        },
        wrong={
            "answer": """
                class Shape:
                    def area(self):
                        raise NotImplementedError
                    def describe(self):
                        return f"Square of {self.area()}"
            """
        },
        fails="subclass",
    ),
    entry(
        "vector",
        answer("""
            class Vector:
                def __init__(self, x, y):
                    self.x, self.y = x, y
                def __add__(self, other):
                    return Vector(self.x + other.x, self.y + other.y)
                def __eq__(self, other):
                    return (self.x, self.y) == (other.x, other.y)
                def __repr__(self):
                    return f"Vector({self.x}, {self.y})"
        """),
        check("add", "v, w = Vector(1, 2), Vector(3, 4)\nassert v + w == Vector(4, 6)"),
        check("repr", "assert repr(v) == 'Vector(1, 2)' and f'{w}' == 'Vector(3, 4)'"),
        check(
            "unchanged", "v + w\nassert (v.x, v.y) == (1, 2), 'adding must not change the vectors'"
        ),
        style="""
            class Vector:
                def __init__(self, x, y):
                    self.x = x
                    self.y = y
                def __add__(self, other):
                    return type(self)(self.x + other.x, self.y + other.y)
                def __eq__(self, other):
                    return isinstance(other, Vector) and self.x == other.x and self.y == other.y
                def __repr__(self):
                    return "Vector(%r, %r)" % (self.x, self.y)
        """,
        types="""
            from typing import NamedTuple
            class Vector(NamedTuple):
                x: float
                y: float
                def __add__(self, other):
                    return Vector(self.x + other.x, self.y + other.y)
                def __repr__(self):
                    return f"Vector({self.x}, {self.y})"
        """,
        wrong="""
            class Vector:
                def __init__(self, x, y):
                    self.x, self.y = x, y
                def __add__(self, other):
                    self.x += other.x
                    self.y += other.y
                    return self
                def __eq__(self, other):
                    return (self.x, self.y) == (other.x, other.y)
                def __repr__(self):
                    return "Vector(1, 2)" if self.x == 4 else f"Vector({self.x}, {self.y})"
        """,
        fails="unchanged",
    ),
    entry(
        "account",
        answer("""
            class Account:
                def __init__(self):
                    self._balance = 0
                @property
                def balance(self):
                    return self._balance
                def deposit(self, amount):
                    if amount <= 0:
                        raise ValueError("must be positive")
                    self._balance += amount
        """),
        check("deposit", "account = Account()\naccount.deposit(50)\nassert account.balance == 50"),
        check(
            "property",
            """
            assert isinstance(Account.balance, property)
            try:
                account.balance = 10**6
                assert False, "the balance must not be set"
            except AttributeError:
                pass
            """,
        ),
        check(
            "negative", "import pytest\nwith pytest.raises(ValueError):\n    account.deposit(-5)"
        ),
        check("still", "assert account.balance == 50"),
        style="""
            class Account:
                _balance = 0
                def deposit(self, amount):
                    if not amount > 0:
                        raise ValueError(amount)
                    self._balance = self._balance + amount
                balance = property(lambda self: self._balance)
        """,
        types="""
            from decimal import Decimal
            class Account:
                def __init__(self):
                    self.__all = []
                @property
                def balance(self):
                    return sum(self.__all, Decimal(0))
                def deposit(self, amount):
                    if amount <= 0:
                        raise ValueError("must be positive")
                    self.__all.append(Decimal(amount))
        """,
        wrong="""
            class Account:
                def __init__(self):
                    self._balance = 0
                @property
                def balance(self):
                    return self._balance
                def deposit(self, amount):
                    self._balance += amount
                    if amount <= 0:
                        raise ValueError("must be positive")
        """,
        fails="still",
    ),
    entry(
        "ownerror",
        answer("""
            class TooMuch(ValueError):
                pass
            def withdraw(balance, amount):
                if amount > balance:
                    raise TooMuch(f"only {balance} left")
                return balance - amount
        """),
        check("value", "assert withdraw(5, 2) == 3"),
        check(
            "own",
            """
            try:
                withdraw(1, 2)
                assert False, "must raise"
            except TooMuch as error:
                assert str(error) == "only 1 left"
            """,
        ),
        check("base", "import pytest\nwith pytest.raises(ValueError):\n    withdraw(1, 2)"),
        style="""
            class TooMuch(ValueError):
                def __init__(self, balance):
                    super().__init__("only {} left".format(balance))
            def withdraw(balance, amount):
                left = balance - amount
                if left < 0:
                    raise TooMuch(balance)
                return left
        """,
        types="""
            from dataclasses import dataclass
            @dataclass
            class TooMuch(ValueError, ArithmeticError):
                balance: float
                def __str__(self):
                    return f"only {self.balance} left"
            def withdraw(balance, amount):
                if amount > balance:
                    raise TooMuch(balance)
                return balance - amount
        """,
        wrong="""
            class TooMuch(Exception):
                pass
            def withdraw(balance, amount):
                if amount > balance:
                    raise TooMuch(f"only {balance} left")
                return balance - amount
        """,
    ),
    entry(
        "manager",
        answer("""
            class Tag:
                def __init__(self, name, out):
                    self.name, self.out = name, out
                def __enter__(self):
                    self.out.append(f"<{self.name}>")
                    return self
                def __exit__(self, *error):
                    self.out.append(f"</{self.name}>")
        """),
        check(
            "with",
            """
            out = []
            with Tag("b", out):
                out.append("text")
            assert out == ["<b>", "text", "</b>"]
            """,
        ),
        check(
            "error",
            """
            out = []
            try:
                with Tag("i", out):
                    1 / 0
            except ZeroDivisionError:
                out.append("seen")
            assert out == ["<i>", "</i>", "seen"], "close the tag and let the error through"
            """,
        ),
        style="""
            from contextlib import contextmanager
            @contextmanager
            def Tag(name, out):
                out.append("<" + name + ">")
                try:
                    yield
                finally:
                    out.append("</" + name + ">")
        """,
        types="""
            from contextlib import ExitStack
            class Tag(ExitStack):
                def __init__(self, name, out):
                    super().__init__()
                    self.callback(out.append, f"</{name}>")
                    out.append(f"<{name}>")
        """,
        wrong="""
            from contextlib import contextmanager
            @contextmanager
            def Tag(name, out):
                out.append("<" + name + ">")
                yield
                out.append("</" + name + ">")
        """,
    ),
    entry(
        "countdown",
        answer("""
            class Countdown:
                def __init__(self, n):
                    self.n = n
                def __iter__(self):
                    return iter(range(self.n, 0, -1))
        """),
        check("list", "assert list(Countdown(3)) == [3, 2, 1]"),
        check(
            "twice",
            """
            down = Countdown(2)
            assert list(down) == [2, 1]
            assert list(down) == [2, 1], "it can be walked through again"
            """,
        ),
        style="""
            class Countdown:
                def __init__(self, n):
                    self.start = n
                def __iter__(self):
                    now = self.start
                    while now:
                        yield now
                        now -= 1
        """,
        types="""
            from collections.abc import Sequence
            class Countdown(Sequence):
                def __init__(self, n):
                    self.n = n
                def __len__(self):
                    return self.n
                def __getitem__(self, i):
                    if not 0 <= i < self.n:
                        raise IndexError(i)
                    return self.n - i
        """,
        wrong="""
            class Countdown:
                def __init__(self, n):
                    self.n = n + 1
                def __iter__(self):
                    return self
                def __next__(self):
                    self.n -= 1
                    if self.n < 1:
                        raise StopIteration
                    return self.n
        """,
    ),
    entry(
        "registry",
        answer("""
            class Dog:
                count = 0
                def __init__(self):
                    Dog.count += 1
                @classmethod
                def pair(cls):
                    return cls(), cls()
                @staticmethod
                def sound():
                    return "woof"
        """),
        check("static", "assert Dog.sound() == 'woof' == Dog().sound()"),
        check(
            "count",
            """
            before = Dog.count
            dogs = Dog.pair()
            assert Dog.count == before + 2 and all(type(d) is Dog for d in dogs)
            """,
        ),
        check(
            "classmethod",
            """
            class Puppy(Dog):
                pass
            assert all(isinstance(p, Puppy) for p in Puppy.pair()), "use cls"
            """,
        ),
        style="""
            class Dog:
                count = 0
                def __init__(self):
                    type(self).count = Dog.count = Dog.count + 1
                @classmethod
                def pair(cls):
                    return [cls() for _ in range(2)]
                sound = staticmethod(lambda: "woof")
        """,
        wrong="""
            class Dog:
                count = 0
                def __init__(self):
                    Dog.count += 1
                @staticmethod
                def pair():
                    return Dog(), Dog()
                @staticmethod
                def sound():
                    return "woof"
        """,
    ),
    entry(
        "ordered",
        answer("""
            from functools import total_ordering
            @total_ordering
            class Version:
                def __init__(self, text):
                    self.parts = tuple(int(part) for part in text.split("."))
                def __eq__(self, other):
                    return self.parts == other.parts
                def __lt__(self, other):
                    return self.parts < other.parts
                def __hash__(self):
                    return hash(self.parts)
        """),
        check(
            "less", "assert Version('1.9') < Version('1.10') and Version('2.0') >= Version('1.10')"
        ),
        check("sorted", "assert max([Version('1.2'), Version('1.10')]) == Version('1.10')"),
        check("hash", "assert len({Version('1.0'), Version('1.0')}) == 1"),
        style="""
            class Version:
                def __init__(self, text):
                    self.key = [int(p) for p in text.split(".")]
                def __eq__(self, other): return self.key == other.key
                def __lt__(self, other): return self.key < other.key
                def __le__(self, other): return self.key <= other.key
                def __gt__(self, other): return self.key > other.key
                def __ge__(self, other): return self.key >= other.key
                def __hash__(self): return hash(tuple(self.key))
        """,
        types="""
            class Version(tuple):
                def __new__(cls, text):
                    return super().__new__(cls, map(int, text.split(".")))
        """,
        wrong="""
            from functools import total_ordering
            @total_ordering
            class Version:
                def __init__(self, text):
                    self.parts = tuple(int(part) for part in text.split("."))
                def __eq__(self, other):
                    return self.parts == other.parts
                def __lt__(self, other):
                    return self.parts < other.parts
        """,
    ),
    entry(
        "singleton",
        answer("""
            class Node:
                def __init__(self, value, following=None):
                    self.value, self.following = value, following
            def linked(values):
                head = None
                for value in reversed(values):
                    head = Node(value, head)
                return head
        """),
        check(
            "walk",
            """
            def walk(node):
                while node is not None:
                    yield node.value
                    node = node.following
            assert list(walk(linked([1, 2, 3]))) == [1, 2, 3]
            """,
        ),
        check("empty", "assert linked([]) is None"),
        check(
            "later",
            "chain_of_nodes = linked('ab')\nassert chain_of_nodes.following.following is None",
        ),
        style="""
            class Node:
                def __init__(self, value, following=None):
                    self.value = value
                    self.following = following
            def linked(values):
                return Node(values[0], linked(values[1:])) if values else None
        """,
        types="""
            from dataclasses import dataclass
            from typing import Any
            @dataclass(slots=True)
            class Node:
                value: Any
                following: Any = None
            def linked(values):
                head = None
                for value in list(values)[::-1]:
                    head = Node(value, head)
                return head
        """,
        wrong="""
            class Node:
                def __init__(self, value, following=None):
                    self.value, self.following = value, following
            def linked(values):
                return Node(values[0], linked(values[1:])) if len(values) > 1 else Node(*values[:1] or [0])
        """,
        fails="empty",
    ),
)
THEME = Theme("classes", ENTRIES)

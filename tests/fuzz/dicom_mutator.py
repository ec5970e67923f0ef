"""Changes of a DICOM file that a reader gets past its first bytes with.

Raw bytes alone get nowhere: most of them are text or pixels, and one wrong length ends the file.
"""

from __future__ import annotations

import copy
import struct
from collections.abc import Callable, Sequence
from random import Random

from tests.fuzz.dicom_tree import PIXEL_TAG, SYNTAX_TAG, Element, Item, Tree, build, parse
from tests.fuzz.values import ATTRIBUTES, EDGES, PHOTOMETRICS, SHORTS, SYNTAXES, VRS, value_for

MutateBytes = Callable[[bytes, int], bytes]
"""Changes bytes, up to a size: libFuzzer's own mutation, or a stand-in for it."""

_CHANGES_AT_ONCE = (1, 1, 1, 2, 3)


def mutate(
    data: bytes, most: int, random: Random, mutate_bytes: MutateBytes, others: Sequence[bytes] = ()
) -> bytes:
    """A changed file of at most `most` bytes; `others` are files to take elements of."""
    tree = parse(data)
    if random.random() < 0.05 or not (tree.meta or tree.elements):
        return mutate_bytes(data, most)
    for _ in range(random.choice(_CHANGES_AT_ONCE)):
        change = random.choices(_CHANGES, _WEIGHTS)[0]
        change(tree, random, mutate_bytes, others)
    made = build(tree)
    return made if len(made) <= most else made[:most]


def _places(tree: Tree) -> list[list[Element]]:
    """Every list of elements, nested ones too."""
    found = [tree.elements]
    waiting = list(tree.elements)
    while waiting:
        for item in waiting.pop().items or ():
            if item.elements is not None:
                found.append(item.elements)
                waiting += item.elements
    return found


def _any_element(tree: Tree, random: Random) -> Element | None:
    place = random.choice(_places(tree) if random.random() < 0.9 else [tree.meta])
    return random.choice(place) if place else None


def _change_value(
    tree: Tree, random: Random, mutate_bytes: MutateBytes, _: Sequence[bytes]
) -> None:
    element = _any_element(tree, random)
    if element is None or element.items is not None:
        return
    if random.random() < 0.5:
        element.value = value_for(element.tag, element.vr or _vr_of(element.tag), random)
    else:
        element.value = mutate_bytes(element.value, len(element.value) + 16)


def _vr_of(tag: int) -> bytes:
    return dict(ATTRIBUTES).get(tag, b"LO")


def _change_vr(tree: Tree, random: Random, _: MutateBytes, __: Sequence[bytes]) -> None:
    element = _any_element(tree, random)
    if element is not None:
        element.vr = random.choice(VRS)


def _lie_about_length(tree: Tree, random: Random, _: MutateBytes, __: Sequence[bytes]) -> None:
    element = _any_element(tree, random)
    if element is None:
        return
    if element.items and random.random() < 0.5:
        item = random.choice(element.items)
        item.said = random.choice((*SHORTS, *EDGES, len(item.value) + 1))
        item.undefined = random.random() < 0.3
        return
    element.said = random.choice((*SHORTS, *EDGES, len(element.value) + 2, len(element.value) - 2))
    element.undefined = element.undefined and random.random() < 0.5


def _rearrange(tree: Tree, random: Random, _: MutateBytes, __: Sequence[bytes]) -> None:
    place = random.choice(_places(tree))
    if not place:
        return
    first, second = random.randrange(len(place)), random.randrange(len(place))
    what = random.randrange(3)
    if what == 0:
        del place[first]
    elif what == 1:
        place.insert(second, copy.deepcopy(place[first]))
    else:
        place[first], place[second] = place[second], place[first]


def _set_attribute(tree: Tree, random: Random, _: MutateBytes, __: Sequence[bytes]) -> None:
    """Give the data set, or an item, an attribute that the reader looks at."""
    tag, vr = random.choice(ATTRIBUTES)
    made = Element(tag, vr if _is_explicit(tree) else b"")
    if vr == b"SQ":
        made.items = [
            Item(elements=[_attribute(tree, random) for _ in range(random.randint(0, 3))])
        ]
        made.items *= random.choice((1, 1, 2, 5))
        made.undefined = random.random() < 0.5
    else:
        made.value = value_for(tag, vr, random)
    _put(random.choice(_places(tree)) if random.random() < 0.3 else tree.elements, made)


def _attribute(tree: Tree, random: Random) -> Element:
    tag, vr = random.choice([(tag, vr) for tag, vr in ATTRIBUTES if vr != b"SQ"])
    return Element(tag, vr if _is_explicit(tree) else b"", value_for(tag, vr, random))


def _is_explicit(tree: Tree) -> bool:
    return any(element.vr for element in tree.elements)


def _put(place: list[Element], made: Element) -> None:
    place[:] = sorted([e for e in place if e.tag != made.tag] + [made], key=lambda e: e.tag)


def _take_from_another(tree: Tree, random: Random, _: MutateBytes, others: Sequence[bytes]) -> None:
    if not others:
        return
    donor = parse(random.choice(others))
    explicit = _is_explicit(tree)
    if _is_explicit(donor) != explicit:
        return
    whole = random.random() < 0.3
    for element in donor.elements:
        # All of group 0028 together makes sense; one element of anything may not.
        if whole and element.tag >> 16 in {0x0028, 0x7FE0}:
            _put(tree.elements, element)
    if whole:
        _put(tree.meta, Element(SYNTAX_TAG, b"UI", _padded(donor.syntax)))
    elif donor.elements:
        _put(random.choice(_places(tree)), random.choice(donor.elements))


def _nest(tree: Tree, random: Random, _: MutateBytes, __: Sequence[bytes]) -> None:
    sequences = [e for place in _places(tree) for e in place if e.items and e.tag != PIXEL_TAG]
    if not sequences:
        return
    chosen = random.choice(sequences)
    assert chosen.items is not None
    if random.random() < 0.5:
        chosen.items *= random.choice((2, 3, 20))
        return
    for _depth in range(random.choice((1, 2, 8, 40))):
        inner = Element(chosen.tag, chosen.vr, items=chosen.items, undefined=chosen.undefined)
        chosen.items = [Item(elements=[inner], undefined=random.random() < 0.5)]


def _change_pixel_format(tree: Tree, random: Random, _: MutateBytes, __: Sequence[bytes]) -> None:
    """An Image Pixel module whose parts agree with one another, most of the time."""
    photometric = random.choice(PHOTOMETRICS)
    samples = 1 if photometric[:4] in {b"MONO", b"PALE"} else 3
    allocated = random.choice((1, 8, 8, 16, 16, 32))
    stored = random.randint(1, allocated)
    high = random.randint(stored - 1, allocated - 1)
    numbers = {
        0x00280002: samples,
        0x00280006: random.randint(0, 1),
        0x00280010: random.choice((1, 2, 3, 4, 8)),
        0x00280011: random.choice((1, 2, 3, 4, 8)),
        0x00280100: allocated,
        0x00280101: stored,
        0x00280102: high,
        0x00280103: random.randint(0, 1),
    }
    for tag in random.sample(sorted(numbers), random.randint(1, len(numbers))):
        _put(tree.elements, _short(tree, tag, numbers[tag]))
    if random.random() < 0.8:
        vr = b"CS" if _is_explicit(tree) else b""
        _put(tree.elements, Element(0x00280004, vr, photometric + b" " * (len(photometric) % 2)))


def _short(tree: Tree, tag: int, number: int) -> Element:
    order = ">" if tree.syntax.endswith(b".1.2.2") else "<"
    vr = b"US" if _is_explicit(tree) else b""
    return Element(tag, vr, struct.pack(f"{order}H", number))


def _change_syntax(tree: Tree, random: Random, _: MutateBytes, __: Sequence[bytes]) -> None:
    _put(tree.meta, Element(SYNTAX_TAG, b"UI", _padded(random.choice(SYNTAXES))))


def _padded(uid: bytes) -> bytes:
    return uid + b"\0" * (len(uid) % 2)


def _change_fragments(
    tree: Tree, random: Random, mutate_bytes: MutateBytes, _: Sequence[bytes]
) -> None:
    """The items of encapsulated pixel data: the offset table, and how frames are cut."""
    pixels = [e for e in tree.elements if e.tag == PIXEL_TAG and e.items]
    if not pixels:
        _encapsulate(tree, random)
        return
    items = pixels[0].items
    assert items is not None
    place = random.randrange(len(items))
    what = random.randrange(5)
    if what == 0:
        count = random.choice((0, 1, 2, 3))
        offsets = [random.choice((0, *SHORTS, *EDGES)) for _ in range(count)]
        items[0].value = struct.pack(f"<{count}L", *(offset & 0xFFFFFFFF for offset in offsets))
    elif what == 1:
        cut = random.randint(0, len(items[place].value))
        rest = Item(value=items[place].value[cut:])
        items[place].value = items[place].value[:cut]
        items.insert(place + 1, rest)
    elif what == 2 and place:
        items[place - 1].value += items.pop(place).value
    elif what == 3:
        items.append(copy.deepcopy(items[place]))
    else:
        items[place].value = mutate_bytes(items[place].value, len(items[place].value) + 16)


def _encapsulate(tree: Tree, random: Random) -> None:
    for element in tree.elements:
        if element.tag == PIXEL_TAG and element.items is None:
            element.items = [Item(), Item(value=element.value)]
            element.value, element.undefined = b"", random.random() < 0.9


def _cut(tree: Tree, random: Random, _: MutateBytes, __: Sequence[bytes]) -> None:
    place = random.choice(_places(tree))
    if place:
        del place[random.randrange(len(place)) :]


_CHANGES = (
    _change_value,
    _change_vr,
    _lie_about_length,
    _rearrange,
    _set_attribute,
    _take_from_another,
    _nest,
    _change_pixel_format,
    _change_syntax,
    _change_fragments,
    _cut,
)
_WEIGHTS = (30, 5, 4, 6, 25, 8, 5, 10, 3, 14, 1)

"""Which matter a report's text speaks of: a suggestion with its confidence and the words that led to it.

A matter is known by phrases: its name, the parts of its name, and its words (synonyms as people say them, from the
catalogue). A word may have parts that only need to occur somewhere in the text, written with a plus sign: "养+鸡". A
phrase counts the more the longer it is and the fewer matters it belongs to. Component matters share words
of damage ("坏了", "不亮"): these decide nothing by themselves, but tell a broken thing from one that is only named.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import NamedTuple

from yiwang.matters.model.matter import Matter
from yiwang.matters.model.wording import normalised

_LONGEST = 12  # characters of a phrase
_NAME, _WORD, _PART, _PAIR = 1.3, 1.0, 0.75, 0.22
_DAMAGE_BOOST = 1.25
# Half of the confidence of a certain match is reached at this score: about one telling two-character word.
_HALF = 4.0
DAMAGE = re.compile(
    "坏|破|损|裂|断|倒|歪|斜|倾|丢|没了|不见|缺|掉|松|响|堵|漏|锈|不亮|不转|失灵|故障|翘|塌|陷|沉降|凹|脱落|变形|没电"
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A matter's code with a confidence of 0..1 and the reason in words."""

    code: str
    name: str
    confidence: float
    reason: str


@dataclass(slots=True)
class _Hit:
    start: int
    end: int
    phrase: str


class _Worded(NamedTuple):
    """What a matter is known by."""

    code: str
    name: str
    component: str | None
    words: tuple[str, ...]


class Classifier:
    """Suggestions from the words of the matters it is built of; takes well under a millisecond a text."""

    def __init__(self, matters: Iterable[Matter]) -> None:
        self._matters = {matter.code: matter for matter in matters}
        # phrase → (code, score) of every matter it speaks for
        self._scores = _scores(
            tuple(_Worded(one.code, one.name, one.component, one.words) for one in self._matters.values())
        )
        # The same for words in parts: they are looked for one by one.
        self._apart = [(tuple(p.split("+")), p, scores) for p, scores in self._scores.items() if "+" in p]
        self._longest = min(_LONGEST, max(map(len, self._scores), default=1))

    def suggest(self, text: str, limit: int = 3) -> list[Suggestion]:
        """Return up to `limit` matters the text may speak of, best first; none when no word is known."""
        plain = normalised(text)
        hits = self._hits(plain)
        scores, because = self._score(hits)
        self._score_apart(plain, scores, because)
        if DAMAGE.search(plain):
            for code in scores:
                if self._matters[code].component:
                    scores[code] *= _DAMAGE_BOOST
        # Confidence grows with the score itself and falls when another matter is nearly as good.
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[: max(limit, 2)]
        found = []
        for place, (code, score) in enumerate(ranked[:limit]):
            rival = ranked[1][1] if place == 0 and len(ranked) > 1 else (ranked[0][1] if place else 0.0)
            confidence = score / (score + _HALF) * (score / (score + 0.5 * rival))
            found.append(Suggestion(code, self._matters[code].name, round(confidence, 3), _reason(because[code])))
        return found

    def _hits(self, plain: str) -> list[_Hit]:
        known, longest = self._scores, self._longest
        return [
            _Hit(start, end, plain[start:end])
            for start in range(len(plain))
            for end in range(start + 2, min(start + longest, len(plain)) + 1)
            if plain[start:end] in known
        ]

    def _score(self, hits: list[_Hit]) -> tuple[dict[str, float], dict[str, list[str]]]:
        """Add up phrases per matter, longest first.

        A phrase inside a longer one of the same matter adds nothing more; inside a longer one of another matter it
        counts half, since the longer one says what is meant (机动车 in 非机动车).
        """
        scores: dict[str, float] = {}
        because: dict[str, list[str]] = {}
        spans: dict[str, list[_Hit]] = {}
        longer: list[_Hit] = []
        for hit in sorted(hits, key=lambda one: one.start - one.end):
            share = 0.5 if _inside(hit, longer) else 1.0
            longer.append(hit)
            for code, score in self._scores[hit.phrase]:
                taken = spans.setdefault(code, [])
                words = because.setdefault(code, [])
                if hit.phrase in words or _inside(hit, taken):
                    continue
                overlaps = any(one.start < hit.end and hit.start < one.end for one in taken)
                scores[code] = scores.get(code, 0.0) + score * share * (0.5 if overlaps else 1.0)
                taken.append(hit)
                words.append(hit.phrase)
        return scores, because

    def _score_apart(self, plain: str, scores: dict[str, float], because: dict[str, list[str]]) -> None:
        """Add the best word in parts of each matter: several say much the same."""
        best: dict[str, tuple[float, str]] = {}
        for parts, phrase, found in self._apart:
            if all(part in plain for part in parts):
                for code, score in found:
                    best[code] = max(best.get(code, (0.0, "")), (score, phrase))
        for code, (score, phrase) in best.items():
            scores[code] = scores.get(code, 0.0) + score
            because.setdefault(code, []).append(phrase.replace("+", "…"))


@lru_cache(maxsize=2)  # a new version of a matter mostly says the same words; to take them apart takes 0.1 s
def _scores(matters: tuple[_Worded, ...]) -> Mapping[str, Sequence[tuple[str, float]]]:
    owners: dict[str, dict[str, float]] = {}
    for matter in matters:
        for phrase, weight in _phrases(matter).items():
            owners.setdefault(phrase, {})[matter.code] = weight
    total = len(matters) + 1
    return {
        phrase: [(code, weight * _length(phrase) * log(total / len(codes))) for code, weight in codes.items()]
        for phrase, codes in owners.items()
    }


def _inside(hit: _Hit, others: list[_Hit]) -> bool:
    return any(one.start <= hit.start and hit.end <= one.end for one in others)


def _phrases(matter: _Worded) -> Mapping[str, float]:
    phrases: dict[str, float] = {}

    def add(text: str, weight: float) -> None:
        phrase = "+".join(map(normalised, text.split("+")))
        if len(phrase) >= 2:
            phrases[phrase] = max(weight, phrases.get(phrase, 0.0))

    for base in {matter.name, matter.component or matter.name}:
        add(base, _NAME)
        for part in _parts(base):
            add(part, _PART)
            for start in range(len(part) - 1):
                add(part[start : start + 2], _PAIR)
    for word in matter.words:
        add(word, _WORD)
    return phrases


def _parts(name: str) -> list[str]:
    for sign in "、（）()/及或和，, ":
        name = name.replace(sign, "|")
    return [part for part in name.removesuffix("异常").split("|") if len(part) >= 2]


def _length(phrase: str) -> float:
    # The plus sign of a word in parts makes up for its parts being short.
    return float(min(len(phrase), 6) ** 0.7)


def _reason(words: list[str]) -> str:
    return "文字中有" + "".join(f"“{word}”" for word in words[:4])

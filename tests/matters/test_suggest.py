"""Which matter a text speaks of: measured on sentences of our own."""

import time
from uuid import UUID

import pytest
from tests.matters.sentences import HELD_OUT, SENTENCES

from yiwang.calendar import Limit
from yiwang.matters import Classifier, Matter, national_matters
from yiwang.matters.model import MatterBody


def matter(body: MatterBody) -> Matter:
    fields = body.model_dump(exclude={"limit_value", "limit_unit"})
    return Matter(id=UUID(int=1), number=1, limit=Limit(body.limit_value, body.limit_unit), **fields)


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier(map(matter, national_matters()))


@pytest.mark.parametrize(
    ("sentences", "first_least", "three_least"),
    [(SENTENCES, 0.80, 0.92), (HELD_OUT, 0.80, 0.88)],
    ids=["own", "held out"],
)
def test_the_first_suggestion_is_right_four_times_in_five_and_one_of_three_nearly_always(
    classifier: Classifier, sentences: list[tuple[str, str]], first_least: float, three_least: float
) -> None:
    first = among_three = 0
    for text, right in sentences:
        codes = [one.code for one in classifier.suggest(text)]
        first += codes[:1] != [] and codes[0] in right.split()
        among_three += any(code in right.split() for code in codes)
    print(f"top 1 {first}/{len(sentences)}, top 3 {among_three}/{len(sentences)}")
    assert first / len(sentences) >= first_least
    assert among_three / len(sentences) >= three_least


def test_the_reason_names_the_words(classifier: Classifier) -> None:
    best = classifier.suggest("共享单车堆在路口")[0]
    assert best.code == "09011"
    assert "共享单车" in best.reason


def test_a_text_without_known_words_gets_no_suggestion(classifier: Classifier) -> None:
    assert classifier.suggest("你好") == []
    assert classifier.suggest("") == []


def test_a_clear_text_is_more_certain_than_a_vague_one(classifier: Classifier) -> None:
    clear = classifier.suggest("消防通道被私家车堵住了，消防车进不来")[0]
    vague = classifier.suggest("路边有东西")
    assert clear.confidence > 0.5
    assert not vague or vague[0].confidence < clear.confidence / 2


def test_every_matter_is_found_by_its_own_name(classifier: Classifier) -> None:
    wrong = [body.code for body in national_matters() if classifier.suggest(body.name)[0].code != body.code]
    assert wrong == []


def test_a_local_matter_in_another_language_is_found_too() -> None:
    bodies = [
        MatterBody(code="pothole", name="Request for Pothole Repair", major="streets", major_name="Streets"),
        MatterBody(code="graffiti", name="Graffiti Removal", major="walls", major_name="Walls"),
    ]
    classifier = Classifier(map(matter, bodies))
    assert classifier.suggest("There is a deep pothole on Main St.")[0].code == "pothole"


def test_it_takes_less_than_a_millisecond(classifier: Classifier) -> None:
    text = "昨晚大风，一棵梧桐树倒在人行道上，压坏了两辆电瓶车，旁边的路灯也不亮了，请尽快派人来处理，谢谢。" * 2
    classifier.suggest(text)
    best = min(_timed(classifier, text) for _ in range(50))
    assert best < 0.001


def _timed(classifier: Classifier, text: str) -> float:
    start = time.process_time()
    classifier.suggest(text)
    return time.process_time() - start

"""What ships: every core indicator has a definition and a formula, and its page says what it is."""

from pathlib import Path

from yiwang.matters.standard import national_matters
from yiwang.places.counting import measures
from yiwang.signs.declaring import shipped
from yiwang.signs.formulas import FORMULAS
from yiwang.signs.formulas.described import HEAD, page

PAGE = Path(__file__).parents[2] / "docs" / "integrating" / "indicators.md"
CORE = 126


def test_the_page_says_what_ships() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), (
        "run: python -m yiwang.signs.formulas.described >docs/integrating/indicators.md"
    )


def test_every_core_indicator_has_its_formula_and_no_other_has() -> None:
    signs = shipped()
    core = {sign.code for sign in signs if sign.core}
    assert len(core) == CORE
    assert core == set(FORMULAS)
    assert all(sign.external for sign in signs if not sign.core)
    assert all(sign.sources and sign.formula_zh for sign in signs if sign.core)


def test_what_a_red_sign_files_is_in_the_catalogue() -> None:
    known = {matter.code for matter in national_matters()}
    assert {sign.matter for sign in shipped() if sign.on_red == "case"} <= known


def test_every_count_that_a_formula_reads_may_be_imported() -> None:
    source = (Path(__file__).parents[2] / "src" / "yiwang" / "signs" / "formulas").glob("*.py")
    text = "".join(path.read_text(encoding="utf-8") for path in source)
    for code in ("population", "area", "firms_opened", "shops_vacant", "office_area_let", "traffic_components"):
        assert f'"{code}"' in text
        assert code in measures()
        assert f"`{code}`" in HEAD

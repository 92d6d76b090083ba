"""Forecasts of made series whose truth is known."""

import numpy as np
import pytest

from yiwang.signs.kernels.forecasting import COVERED, crossings, forecast

HOURS = np.arange(24 * 7 * 8, dtype=float)
chance = np.random.default_rng(7)
DAILY = 50 + 20 * np.sin(HOURS * 2 * np.pi / 24)


def test_noise_on_a_day_is_forecast_better_than_as_a_week_ago() -> None:
    noisy = DAILY + chance.normal(0, 5, (40, len(HOURS)))
    found = forecast(noisy, (24, 168), 24)
    assert found.shown.all()
    # A mean of six days has an error of σ·√(1+1/6), one former day of σ·√2.
    assert (found.error / found.naive_error).mean() < 0.92
    truth = 50 + 20 * np.sin((len(HOURS) + np.arange(24)) * 2 * np.pi / 24)
    assert np.abs(found.expected - truth).mean() < 3
    coming = truth + chance.normal(0, 5, found.expected.shape)
    inside = ((coming >= found.low) & (coming <= found.high)).mean()
    assert COVERED - 0.1 < inside < 0.97


def test_a_deviation_that_lasts_is_carried_on_and_fades() -> None:
    apart = np.zeros((30, len(HOURS)))
    for hour in range(1, len(HOURS)):
        apart[:, hour] = 0.9 * apart[:, hour - 1] + chance.normal(0, 3, 30)
    apart[:, -1] += 25
    found = forecast(DAILY + apart, (24, 168), 12)
    truth = 50 + 20 * np.sin((len(HOURS) + np.arange(12)) * 2 * np.pi / 24)
    above = (found.expected - truth).mean(axis=0)
    assert above[0] > 12
    assert above[-1] < above[0] * 0.6


def test_what_the_baseline_knows_better_is_not_shown() -> None:
    # Each week is as the one before it but for a jump in the middle: a mean over weeks is wrong, the last one is right.
    weekly = np.tile(chance.normal(0, 10, 168), 8)
    jumped = np.where(np.arange(len(HOURS)) < 168 * 5, weekly, weekly[::-1] * 3 + 400)
    found = forecast(np.stack([jumped]), (168,), 24)
    assert found.naive_error[0] < found.error[0]
    assert not found.shown[0]


@pytest.mark.parametrize("points", [1, 5, 20])
def test_too_short_a_past_is_not_shown(points: int) -> None:
    found = forecast(np.ones((3, points)), (24, 168), 24)
    assert not found.shown.any()
    assert found.expected.shape == (3, 24)


def test_gaps_are_bridged_and_too_many_of_them_are_not_shown() -> None:
    holes = np.stack([DAILY, DAILY]) + chance.normal(0, 2, (2, len(HOURS)))
    holes[0, chance.random(len(HOURS)) < 0.2] = np.nan
    holes[1, chance.random(len(HOURS)) < 0.7] = np.nan
    found = forecast(holes, (24, 168), 24)
    assert found.shown.tolist() == [True, False]
    assert np.isfinite(found.expected[0]).all()


def test_each_series_is_forecast_as_if_it_were_alone() -> None:
    many = DAILY * chance.uniform(0.5, 2, (6, 1)) + chance.normal(0, 5, (6, len(HOURS)))
    together = forecast(many, (24, 168), 24)
    for number in range(6):
        alone = forecast(many[number : number + 1], (24, 168), 24)
        np.testing.assert_allclose(alone.expected[0], together.expected[number])
        assert alone.error[0] == pytest.approx(together.error[number])


def test_months_without_a_season_are_forecast_by_their_level() -> None:
    found = forecast(np.full((1, 30), 12.0), (12,), 1)
    assert found.expected[0] == pytest.approx([12.0])
    assert found.shown[0]


def test_the_first_step_that_reaches_a_level_is_told() -> None:
    levels = np.array([[0, 1, 3, 3], [0, 0, 1, 2], [3, 0, 0, 0]], dtype=np.int8)
    assert list(crossings(levels, 3)) == [2, None, 0]

"""The table of roles, and what a password must be: pure rules."""

from datetime import timedelta
from itertools import combinations

import pytest

from yiwang.access import ADMINISTRATORS, PERMISSIONS, ROLES
from yiwang.access.model.secrets import check_password, checked_username, lock_after
from yiwang.base.errors import Invalid


def test_the_three_administrators_share_nothing_and_see_no_case() -> None:
    for one, other in combinations(sorted(ADMINISTRATORS), 2):
        assert not ROLES[one].permissions & ROLES[other].permissions
    for code in ADMINISTRATORS:
        assert not [p for p in ROLES[code].permissions if p.startswith(("cases.", "events.", "personal.", "files."))]


def test_what_administrators_do_no_one_else_can() -> None:
    theirs = {
        *("accounts.manage", "platform.settings", "grants.manage", "identity.manage", "keys.manage", "audit.read"),
    }
    for code in ROLES.keys() - ADMINISTRATORS:
        assert not ROLES[code].permissions & theirs


def test_every_permission_is_given_by_some_role_and_labelled_in_both_languages() -> None:
    given = frozenset().union(*(role.permissions for role in ROLES.values()))
    assert given == PERMISSIONS.keys()
    assert all(zh and en for zh, en in PERMISSIONS.values())


@pytest.mark.parametrize(
    "password",
    [
        *("short", "password1234", "P@ssw0rd!2026", "123456789012", "aaaaaaaaaaaaaa", "qwertyuiop[]", "abcabcabcabc"),
        *("officer-officer", "Officer20261116", "Administrator1!", "1qaz2wsx3edc", "woaini1314520", "x" * 129),
    ],
)
def test_a_password_that_is_guessed_first_is_refused(password: str) -> None:
    with pytest.raises(Invalid):
        check_password(password, "officer")


@pytest.mark.parametrize("password", ["correct horse battery", "苏州河边的四季桂花开了吗真香", "t7#Kd93-mmQz1p"])
def test_a_long_sentence_is_fine(password: str) -> None:
    check_password(password, "officer")


def test_a_username_has_one_form() -> None:
    assert checked_username(" Ｚhang.San ") == "zhang.san"
    assert checked_username("张三") == "张三"
    for wrong in ("", "a", "a b", "a/b", "x" * 65, "a\x00b"):
        with pytest.raises(Invalid):
            checked_username(wrong)


def test_every_fifth_wrong_try_locks_twice_as_long() -> None:
    minutes = [lock_after(n) for n in (4, 5, 6, 10, 15, 100)]
    assert minutes == [
        None,
        timedelta(minutes=15),
        None,
        timedelta(minutes=30),
        timedelta(hours=1),
        timedelta(hours=24),
    ]

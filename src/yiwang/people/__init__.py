"""Organisations, posts, staff, dated shifts and the phone book: who there is, and who is on."""

from yiwang.people.directory import Directory, kept
from yiwang.people.duty import (
    accounts_on,
    accounts_on_each,
    duty_of_unit,
    hours_of,
    post_on_duty,
    shifts_from_hours,
    who_is_on,
    write_roster,
)
from yiwang.people.kernels import PostHours, Slot, due_within, next_open, open_at, post_hours
from yiwang.people.model import (
    ORGANISATION_KINDS,
    OnDuty,
    Organisation,
    OrganisationRow,
    Post,
    PostRow,
    RosterShift,
    StaffRow,
)
from yiwang.people.organisations import (
    end_organisation,
    ensure_organisations,
    find_organisations,
    organisation,
)
from yiwang.people.phonebook import search_phones
from yiwang.people.posts import ensure_posts, ensure_staff, posts_of, reveal_mobile
from yiwang.people.units import names, parent_of, post_names

__all__ = [
    "accounts_on_each",
    "parent_of",
    "Directory",
    "kept",
    "ORGANISATION_KINDS",
    "OnDuty",
    "Organisation",
    "OrganisationRow",
    "Post",
    "PostHours",
    "PostRow",
    "RosterShift",
    "Slot",
    "StaffRow",
    "accounts_on",
    "due_within",
    "duty_of_unit",
    "end_organisation",
    "ensure_organisations",
    "ensure_posts",
    "ensure_staff",
    "find_organisations",
    "hours_of",
    "names",
    "next_open",
    "open_at",
    "organisation",
    "post_hours",
    "post_names",
    "post_on_duty",
    "posts_of",
    "reveal_mobile",
    "search_phones",
    "shifts_from_hours",
    "who_is_on",
    "write_roster",
]

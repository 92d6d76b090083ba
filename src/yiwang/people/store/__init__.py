"""All SQL of people."""

from yiwang.people.store.organisations import (
    end_organisation,
    find_organisations,
    organisation_by_id,
    organisations_by_code,
    put_organisation,
)
from yiwang.people.store.posts import post_ids, posts_by_id, posts_of, put_phones, put_post
from yiwang.people.store.shifts import (
    accounts_on,
    clear_shifts,
    insert_shifts,
    on_duty,
    roster_spans,
    take_default_shifts,
)
from yiwang.people.store.staff import (
    known_staff,
    phone_book,
    put_appointments,
    put_staff,
    sealed_mobile,
    staff_by_number,
)
from yiwang.people.store.units import all_organisations, edition, names, parent_of

__all__ = [
    "parent_of",
    "all_organisations",
    "edition",
    "accounts_on",
    "clear_shifts",
    "end_organisation",
    "find_organisations",
    "insert_shifts",
    "known_staff",
    "names",
    "on_duty",
    "organisation_by_id",
    "organisations_by_code",
    "phone_book",
    "post_ids",
    "posts_by_id",
    "posts_of",
    "put_appointments",
    "put_organisation",
    "put_phones",
    "put_post",
    "put_staff",
    "roster_spans",
    "sealed_mobile",
    "staff_by_number",
    "take_default_shifts",
]

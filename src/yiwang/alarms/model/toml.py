"""Rule sets as TOML: how they are carried from one platform to another."""

import tomllib

import tomli_w
from pydantic import ValidationError

from yiwang.alarms.model.rules import RuleSet
from yiwang.base.errors import Invalid


def read(text: str) -> RuleSet:
    """Return the rule set a TOML document declares; Invalid names the first thing that is wrong with it."""
    try:
        return RuleSet.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise Invalid("toml", f"This is no TOML: {error}.") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise Invalid(".".join(map(str, first["loc"])) or "rules", f"{first['msg']}.") from error


def write(rules: RuleSet) -> str:
    """Return a rule set as TOML, what is not said left out."""
    return tomli_w.dumps(rules.model_dump(mode="json", exclude_none=True, exclude_defaults=True))

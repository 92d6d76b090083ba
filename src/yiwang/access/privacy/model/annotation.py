"""The annotation of a field that names a person: `name: Annotated[str, Personal("name")]`.

From it follow the mask in every answer, the flag that a page is watermarked, whether an export needs an approval, and
what the directory says of the field.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from yiwang.access.privacy.model.masking import KINDS, masked

FULL: Literal["full"] = "full"


@dataclass(frozen=True)
class Personal:
    """`kind` is one of `KINDS`, `level` its data level 1 to 4 (the kind's own when left out).

    A value leaves the platform masked, whatever a handler puts in, unless `shown="full"`, which wants a reason `why`.
    Only what is sent as JSON is masked: inside, `model_dump()` gives the value itself.
    """

    kind: str
    level: int = 0
    shown: Literal["masked", "full"] = "masked"
    why: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"{self.kind} is no kind of personal data; kinds are {', '.join(KINDS)}")
        if self.level not in range(5):
            raise ValueError("a data level is 1 (public) to 4 (strictly controlled)")
        if self.shown == FULL and not self.why:
            raise ValueError("a personal field shown in full says why")

    @property
    def data_level(self) -> int:
        """The level of the field, 1 to 4."""
        return self.level or KINDS[self.kind].level

    @property
    def declared(self) -> dict[str, Any]:
        """What the API's description says of the field."""
        said: dict[str, Any] = {"personal": self.kind, "level": f"L{self.data_level}", "masked": self.shown != FULL}
        return {**said, "why": self.why} if self.why else said

    def show(self, value: Any) -> Any:
        """Return a text, or a list of texts, as it may leave."""
        if self.shown == FULL or value is None:
            return value
        if isinstance(value, list | tuple):
            return [self.show(one) for one in value]
        return masked(self.kind, str(value))

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        if self.shown != FULL:
            shown = core_schema.plain_serializer_function_ser_schema(
                self.show, return_schema=cast(CoreSchema, dict(schema)), when_used="json"
            )
            return cast(CoreSchema, {**schema, "serialization": shown})
        return schema

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), **self.declared}


def of_model(model: type[BaseModel]) -> dict[str, Personal]:
    """Return every personal field of a model and of the models in it, by its dotted path."""
    return dict(_walk(model, "", set()))


def _walk(model: type[BaseModel], path: str, seen: set[type]) -> Iterator[tuple[str, Personal]]:
    if model in seen:
        return
    for name, field in model.model_fields.items():
        here = f"{path}{name}"
        for mark in (*field.metadata, *_marks(field.annotation)):
            if isinstance(mark, Personal):
                yield here, mark
        for inner in _models(field.annotation):
            yield from _walk(inner, f"{here}.", seen | {model})


def _marks(annotation: Any) -> Iterator[Any]:
    """Yield what stands inside the brackets: `list[Annotated[str, Personal(…)]]`."""
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _marks(inner)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)

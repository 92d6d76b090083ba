"""Layers of the map and pages of the desk, by declaration: the desk draws them, no code of a scenario runs there."""

from typing import Annotated, Literal

from pydantic import Field

from yiwang.plugin.model.reads import Declared, Read

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Label = Annotated[str, Field(min_length=1, max_length=100)]
Words = Annotated[str, Field(min_length=1, max_length=2000)]


class Style(Declared):
    """How a layer is drawn: a colour #rrggbb, the radius of points in pixels, the field that labels them."""

    color: str = Field("#c0392b", pattern=r"^#[0-9a-fA-F]{6}$")
    radius: float = Field(6, ge=1, le=40)
    label: str = Field("", max_length=40)


class Layer(Declared):
    """A layer of the map: GeoJSON made of a declared read of cases or features."""

    name: Name
    zh: Label
    en: Label
    read: Read
    style: Style = Style()


class Text(Declared):
    """A paragraph, shown as plain text."""

    block: Literal["text"] = "text"
    zh: Words
    en: Words


class Figure(Declared):
    """A figure that a rule put here by `PutFigure` under this key."""

    block: Literal["figure"] = "figure"
    key: Name
    zh: Label
    en: Label
    unit: str = Field("", max_length=20)


class Count(Declared):
    """How many rows of a read the reader of the page may see."""

    block: Literal["count"] = "count"
    zh: Label
    en: Label
    read: Read


class Column(Declared):
    """A column of a table: a field of the read, with its heading."""

    field: Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")]
    zh: Label
    en: Label


class Table(Declared):
    """The rows of a read, as far as the reader of the page may see them."""

    block: Literal["table"] = "table"
    zh: Label
    en: Label
    read: Read
    columns: tuple[Column, ...] = Field(min_length=1, max_length=20)


class Map(Declared):
    """A layer of the same scenario on a map."""

    block: Literal["map"] = "map"
    zh: Label
    en: Label
    layer: Name


Block = Annotated[Text | Figure | Count | Table | Map, Field(discriminator="block")]


class Page(Declared):
    """A page of the desk."""

    name: Name
    zh: Label
    en: Label
    blocks: tuple[Block, ...] = Field(min_length=1, max_length=40)

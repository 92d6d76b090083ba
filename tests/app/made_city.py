"""A made-up second city: other columns, other delimiter, other times, a zone with summer time, and rows gone wrong."""

import csv
import gzip
import io
import json
import random
from datetime import datetime, timedelta
from pathlib import Path

MATTERS = ("Lâmpada apagada", "Buraco na via", "Lixo", "Graffiti", "Árvore")
UNITS = ("Iluminação", "Obras; Vias", "Limpeza", "")
AREAS = ("Norte", "Sul", "Ribeira", "")
HEADER = ("Nr", "Aberto", "Prazo", "Fecho", "Tema", "Serviço", "Zona", "Texto", "Rua", "Porta", "X", "Y", "Via")
FORM = "%d/%m/%Y %H:%M"
ZONE = "Europe/Lisbon"

MAPPING = """
name = "porto-velho"
city = "Porto Velho"
prefix = "PVE"
zone = "Europe/Lisbon"
time_format = "%d/%m/%Y %H:%M"
source = "made up for the tests"
check = true

[file]
delimiter = ";"
encoding = "latin-1"

[columns]
id = "Nr"
opened = "Aberto"
due = "Prazo"
closed = "Fecho"
matter = "Tema"
unit = "Serviço"
jurisdiction = "Zona"
text = ["Texto"]
address = ["Rua", "Porta"]
lon = "X"
lat = "Y"
source = "Via"

[merge]
radius_m = 30
hours = 48
never = ["Lixo"]
separate_sources = ["equipa"]

[merge.one_matter]
"Via pública" = ["Buraco na via", "Árvore"]
"""


def rows(count: int, seed: int) -> list[list[str]]:
    """Return rows in the order of opening, over both changes of the clock in 2023; every fifth repeats a place."""
    chance = random.Random(seed)
    at = datetime(2023, 3, 20, 8, 0)
    made: list[list[str]] = []
    for number in range(1, count + 1):
        at += timedelta(minutes=chance.randrange(0, 2 * 220 * 24 * 60 // count))
        due = at + timedelta(hours=chance.choice((4, 24, 72, 240)))
        closed = at + timedelta(hours=chance.expovariate(1 / 60))
        x, y = -8.6 + chance.uniform(-0.02, 0.02), 41.15 + chance.uniform(-0.02, 0.02)
        matter = chance.choice(MATTERS)
        if made and number % 5 == 0:
            last = made[-1]
            at = datetime.strptime(last[1], FORM) + timedelta(minutes=20)
            matter, x, y = last[4], float(last[10]) + 0.0001, float(last[11])
            closed = at + timedelta(days=2)
        made.append(
            [
                f"PV-{number}",
                at.strftime(FORM),
                due.strftime(FORM) if chance.random() < 0.8 else "",
                closed.strftime(FORM) if chance.random() < 0.85 else "",
                matter,
                chance.choice(UNITS),
                chance.choice(AREAS),
                chance.choice(("está assim há dias", "", 'disse: "já"')),
                f"Rua {chance.randrange(30)}",
                str(chance.randrange(90)),
                f"{x:.5f}",
                f"{y:.5f}",
                chance.choice(("app", "telefone", "equipa")),
            ]
        )
    return made


# What is wrong in which row (counted from 1), by column; the notes name the row and the column.
EDGES = {
    1: {"Aberto": "", "Fecho": ""},
    3: {"Aberto": "31/02/2023 10:00"},
    4: {"Prazo": "soon"},
    6: {"Fecho": "2023-04-01 10:00"},
    7: {"X": "abc"},
    8: {"Y": "412.5"},
    9: {"Tema": ""},
    11: {"Nr": "PV-2"},
    12: {"Nr": "", "Tema": "", "Serviço": "", "Zona": "", "Texto": "", "Rua": "", "Porta": "", "X": "", "Y": ""},
    13: {"Prazo": ""},
    14: {"X": "0", "Y": "0"},
    16: {"Aberto": "26/03/2023 01:30", "Prazo": "26/03/2023 02:30", "Fecho": "26/03/2023 01:45"},
    17: {"Aberto": "29/10/2023 00:50", "Prazo": "29/10/2023 01:30", "Fecho": "29/10/2023 01:30"},
    18: {"Aberto": "29/10/2023 01:30", "Prazo": "29/10/2023 02:15", "Fecho": "29/10/2023 02:15"},
    19: {"Texto": "linha um\nlinha dois; \x00 fim", "Via": "x" * 300},
    21: {"Aberto": "01/01/0001 00:00"},
}
CLOSED_BEFORE = 23
NOTED = {
    (1, "Aberto"),
    (3, "Aberto"),
    (4, "Prazo"),
    (6, "Fecho"),
    (7, "X"),
    (8, "Y"),
    (9, "Tema"),
    (12, "Tema"),
    (14, "X"),
    (21, "Aberto"),
    (CLOSED_BEFORE, "Fecho"),
}


def spoiled(made: list[list[str]]) -> list[list[str]]:
    """Return the rows with the edges put in."""
    found = [list(row) for row in made]
    for number, fields in EDGES.items():
        for column, value in fields.items():
            found[number - 1][HEADER.index(column)] = value
    row = found[CLOSED_BEFORE - 1]
    row[3] = (datetime.strptime(row[1], FORM) - timedelta(hours=5)).strftime(FORM)
    return found


def write_csv(path: Path, made: list[list[str]]) -> Path:
    """Write the rows as the city does."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows([HEADER, *made])
    path.write_bytes(text.getvalue().encode("latin-1"))
    return path


def write_json_lines(path: Path, made: list[list[str]]) -> Path:
    """Write the rows as JSON lines, with numbers and nulls, times in ISO 8601 with their offset."""
    lines = []
    for row in made:
        found: dict[str, object] = {name: value or None for name, value in zip(HEADER, row, strict=True)}
        for name in ("Aberto", "Prazo", "Fecho"):
            if found[name]:
                found[name] = datetime.strptime(str(found[name]), FORM).isoformat() + "+05:45"
        found["X"], found["Y"] = float(row[10]), float(row[11])
        lines.append(json.dumps(found))
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


def pack(file: Path) -> Path:
    """Return the file packed, beside it."""
    packed = file.with_name(f"{file.name}.gz")
    packed.write_bytes(gzip.compress(file.read_bytes()))
    return packed

"""What a class of devices is: its metrics, its period, its standard of alarm, its upkeep. Pure."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from yiwang.definitions.model import Kind

METRIC_KINDS: dict[str, tuple[str, str]] = {
    "number": ("数值", "Number"),
    "flag": ("开关量", "Yes or no: 1 or 0"),
    "choice": ("枚举", "One of a list: its place in it, from 0"),
    "bits": ("状态位", "State bits, as one whole number"),
    "longitude": ("经度", "Longitude, degrees"),
    "latitude": ("纬度", "Latitude, degrees"),
}
PROTOCOLS: dict[str, tuple[str, str]] = {
    "MQTT": ("MQTT", "MQTT 3.1.1 and 5"),
    "HTTP": ("HTTP", "HTTP batches"),
    "HJ212": ("HJ 212", "HJ 212 of environmental monitors"),
    "JT808": ("JT/T 808", "JT/T 808 of vehicles"),
    "GB26875": ("GB/T 26875.3", "GB/T 26875.3 of fire units"),
}
MOST_METRICS = 64
ROOM = 8  # series are given in eights, so that a class may gain a metric without its devices changing shard
Code = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_]{0,39}$")]
Text = Annotated[str, Field(max_length=2000)]


class Metric(BaseModel):
    """One thing that is measured. `normal_low` to `normal_high` is what an undisturbed device says, in `unit`."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    code: Code
    name: Annotated[str, Field(min_length=1, max_length=60)]
    name_en: Annotated[str, Field(max_length=60)] = ""
    kind: Literal["number", "flag", "choice", "bits", "longitude", "latitude"] = "number"
    unit: Annotated[str, Field(max_length=20)] = ""
    choices: tuple[str, ...] = ()
    normal_low: float | None = None
    normal_high: float | None = None
    normal_note: Annotated[str, Field(max_length=200)] = ""

    @model_validator(mode="after")
    def _fitting(self) -> Self:
        if (self.kind == "choice") is not bool(self.choices):
            raise ValueError("choices belong to the kind choice, and it needs them")
        if self.normal_low is not None and self.normal_high is not None and self.normal_low > self.normal_high:
            raise ValueError("normal_low is above normal_high")
        return self


class DeviceClass(BaseModel):
    """A class of devices, with where its figures are from (`basis`, `judgement`).

    Seconds: `period_s` between two reports, `offline_after_s` of silence until a device counts as offline,
    `lateness_s` that a reading may come out of order: its alarm rules wait so long unless they say otherwise.
    `planned_*` are what a district is laid out for.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    code: Code
    name: Annotated[str, Field(min_length=1, max_length=60)]
    name_en: Annotated[str, Field(max_length=100)] = ""
    protocol: Literal["MQTT", "HTTP", "HJ212", "JT808", "GB26875"]
    period_s: Annotated[int, Field(gt=0)]
    offline_after_s: Annotated[int, Field(gt=0)]
    lateness_s: Annotated[int, Field(ge=0)] = 0
    lifetime_years: Annotated[int, Field(gt=0)]
    maintenance_days: Annotated[int, Field(gt=0)]
    alarm_standard: Text = ""
    alarm_zh: Text = ""
    matters: Text = ""
    matter_codes: tuple[str, ...] = ()
    first_receiver: Text = ""
    shared_to: Text = ""
    scene: Text = ""
    false_alarm_causes: Text = ""
    planned_devices: Annotated[int, Field(ge=0)] = 0
    share_pct: Annotated[float, Field(ge=0, le=100)] = 0.0
    planned_cases_a_day: Annotated[float, Field(ge=0)] = 0.0
    planned_false_pct: Annotated[float, Field(ge=0, le=100)] = 0.0
    basis: Text = ""
    judgement: Text = ""
    metrics: Annotated[tuple[Metric, ...], Field(min_length=1, max_length=MOST_METRICS)]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        codes = [metric.code for metric in self.metrics]
        if len(set(codes)) < len(codes):
            raise ValueError("a metric stands there twice")
        if self.offline_after_s < self.period_s:
            raise ValueError("offline_after_s is shorter than period_s")
        return self

    def metric(self, code: str) -> Metric | None:
        """Return a metric by its code."""
        return next((metric for metric in self.metrics if metric.code == code), None)

    @property
    def room(self) -> int:
        """How many series a device of this class is given."""
        return -(-len(self.metrics) // ROOM) * ROOM


CLASS: Kind[DeviceClass] = Kind("device_class", DeviceClass)

"""What may be asked of a device, protocol by protocol, and the states of a question. Pure."""

from datetime import timedelta
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from yiwang.base.errors import Invalid

STATES: dict[str, tuple[str, str]] = {
    "waiting": ("待下发", "Waits for the device"),
    "sent": ("已下发", "Sent"),
    "accepted": ("已受理", "Accepted"),
    "done": ("已执行", "Done"),
    "refused": ("被拒绝", "Refused"),
    "expired": ("已超时", "Not answered in time"),
    "withdrawn": ("已撤回", "Withdrawn"),
}
OPEN = ("waiting", "sent", "accepted")
PATIENCE = timedelta(minutes=5)  # unless it is said otherwise


class Nothing(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Interval(Nothing):
    """Seconds between two real-time uploads (HJ 212: 1062)."""

    seconds: Annotated[int, Field(ge=30, le=3600)]


class Minutes(Nothing):
    """Minutes between two minute uploads (HJ 212: 1064)."""

    minutes: Literal[1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30]


class History(Nothing):
    """Data once more (HJ 212): of minutes, hours, days, or of a device's running."""

    data: Literal["2051", "2061", "2031", "2041"] = "2051"
    since: AwareDatetime
    until: AwareDatetime


class Request(Nothing):
    """Any other request of HJ 212, by its CN and the groups of its CP."""

    cn: Annotated[str, Field(pattern=r"^[123]\d{3}$")]
    cp: Annotated[list[dict[str, Annotated[str, Field(max_length=200)]]], Field(max_length=40)] = []


class Words(Nothing):
    """A text to the driver (JT/T 808: 0x8300); flag bit 0 urgent, 2 shown, 3 read out."""

    text: Annotated[str, Field(min_length=1, max_length=450)]
    flag: Annotated[int, Field(ge=0, le=255)] = 0b1100


class Control(Nothing):
    """Control of a terminal (0x8105): 1 upgrade, 2 connect elsewhere, 3 off, 4 reset, 5 factory settings …"""

    command: Annotated[int, Field(ge=1, le=255)]
    parameters: Annotated[str, Field(max_length=400)] = ""


class Track(Nothing):
    """A location every `interval` seconds for `validity` seconds (0x8202); interval 0 ends it."""

    interval: Annotated[int, Field(ge=0, le=65_535)]
    validity: Annotated[int, Field(ge=0, le=86_400)]


class Parameters(Nothing):
    """Parameters to set (0x8103), by name or by an id like 0x0029."""

    values: Annotated[dict[str, int | str], Field(min_length=1, max_length=60)]


class Guard(Nothing):
    """How many minutes the guard has to answer (GB/T 26875.3: type 91)."""

    minutes: Annotated[int, Field(ge=1, le=255)] = 5


# protocol → kind → (Chinese label, English label, its arguments)
KINDS: dict[str, dict[str, tuple[str, str, type[BaseModel]]]] = {
    "hj212": {
        "set_time": ("校时", "Set the clock", Nothing),
        "realtime_interval": ("设置实时数据间隔", "Set the interval of real-time data", Interval),
        "minute_interval": ("设置分钟数据间隔", "Set the interval of minute data", Minutes),
        "start_realtime": ("取实时数据", "Start real-time data", Nothing),
        "stop_realtime": ("停止实时数据", "Stop real-time data", Nothing),
        "history": ("补取历史数据", "Ask for data once more", History),
        "request": ("其他请求", "Any other request", Request),
    },
    "jt808": {
        "text": ("文本下发", "Send a text", Words),
        "control": ("终端控制", "Control the terminal", Control),
        "locate": ("位置查询", "Ask where it is", Nothing),
        "track": ("临时位置跟踪", "Track for a while", Track),
        "set_parameters": ("设置参数", "Set parameters", Parameters),
        "read_parameters": ("查询参数", "Read parameters", Nothing),
    },
    "gb26875": {
        "guard_check": ("查岗", "Check the guard", Guard),
        "set_clock": ("校时", "Set the clock", Nothing),
        "reset": ("初始化设施", "Start the device anew", Nothing),
    },
}


def checked(protocol: str, kind: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments of a question as they are kept; `Invalid` names what is wrong."""
    if kind not in KINDS[protocol]:
        raise Invalid("kind", f"This device can be asked: {', '.join(KINDS[protocol])}.")
    try:
        read = KINDS[protocol][kind][2].model_validate(arguments)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise Invalid(".".join(["arguments", *map(str, first["loc"])]), f"{first['msg']}.") from None
    if isinstance(read, History) and not read.since < read.until:
        raise Invalid("arguments.until", "The end comes after the begin.")
    return read.model_dump(mode="json")

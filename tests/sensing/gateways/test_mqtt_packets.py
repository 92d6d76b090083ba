"""Any bytes give packets or one named fault; what is written is read back."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yiwang.sensing.protocols.mqtt import topics
from yiwang.sensing.protocols.mqtt.packets import (
    Ack,
    Broken,
    Connack,
    Connect,
    Disconnect,
    Framer,
    Kind,
    Packet,
    Ping,
    Publish,
    Suback,
    Subscribe,
    Unsubscribe,
    Will,
    write,
)
from yiwang.sensing.protocols.mqtt.packets.model import V3, V5, Reason

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
NUMBER = st.integers(1, 65535)
PAIRS = st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=3)


def _properties(version: int, **more: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={"user": PAIRS, **more}) if version == V5 else st.just({})


def _packets(version: int) -> st.SearchStrategy[Packet]:
    reason = st.integers(0, 255) if version == V5 else st.just(0)
    will = st.builds(Will, TEXT, st.binary(max_size=20), st.integers(0, 2), st.booleans(), _properties(version))
    publish = {"topic": TEXT.filter(bool), "payload": st.binary(max_size=200), "dup": st.booleans()}
    publish |= {"retain": st.booleans(), "properties": _properties(version, topic_alias=NUMBER, message_expiry=NUMBER)}
    acks = st.sampled_from([Kind.PUBACK, Kind.PUBREC, Kind.PUBREL, Kind.PUBCOMP])
    kinds = [
        st.builds(Publish, qos=st.just(0), packet_id=st.just(0), **publish),
        st.builds(Publish, qos=st.integers(1, 2), packet_id=NUMBER, **publish),
        st.builds(Ack, acks, NUMBER, reason, st.just({})),
        st.builds(Subscribe, NUMBER, st.lists(st.tuples(TEXT, st.integers(0, 2)), min_size=1).map(tuple)),
        st.builds(Unsubscribe, NUMBER, st.lists(TEXT, min_size=1).map(tuple)),
        st.builds(Suback, st.just(Kind.SUBACK), NUMBER, st.lists(st.integers(0, 255), max_size=3).map(tuple)),
        st.builds(Connack, st.integers(0, 255), st.booleans(), _properties(version, receive_maximum=NUMBER)),
        st.builds(Ping, st.sampled_from([Kind.PINGREQ, Kind.PINGRESP])),
        st.builds(Disconnect, reason, st.just({}), st.just(Kind.DISCONNECT)),
        st.builds(
            Connect,
            TEXT,
            st.just(version),
            st.booleans(),
            st.integers(0, 65535),
            TEXT,
            st.none() | st.binary(max_size=20),
            st.none() | will,
            _properties(version, session_expiry=NUMBER, receive_maximum=NUMBER),
        ),
    ]
    return st.one_of(*kinds)


BOTH = st.sampled_from([V3, V5]).flatmap(lambda v: st.tuples(st.just(v), st.lists(_packets(v), max_size=6)))


@given(BOTH, st.lists(st.integers(1, 40), max_size=12))
@settings(deadline=None, max_examples=50)
def test_what_is_written_is_read_back_however_it_is_cut(said: tuple[int, list[Packet]], cuts: list[int]) -> None:
    version, packets = said
    raw = b"".join(write(packet, version) for packet in packets)
    framer, found, at = Framer(version=version), [], 0
    for size in [*cuts, len(raw)]:
        found += list(framer.feed(raw[at : at + size]))
        at += size
    assert found == packets


@given(st.binary(max_size=400), st.sampled_from([V3, V5]), st.integers(1, 50))
@settings(deadline=None, max_examples=50)
def test_any_bytes_give_packets_or_one_fault_at_the_end(raw: bytes, version: int, cut: int) -> None:
    framer = Framer(most=200, version=version)
    found = [one for at in range(0, len(raw), cut) for one in framer.feed(raw[at : at + cut])]
    assert all(not isinstance(one, Broken) for one in found[:-1])


@given(BOTH, st.integers(0, 10_000), st.integers(0, 255))
@settings(deadline=None, max_examples=50)
def test_a_damaged_byte_never_raises(said: tuple[int, list[Packet]], place: int, byte: int) -> None:
    version, packets = said
    raw = bytearray(b"".join(write(packet, version) for packet in packets))
    if raw:
        raw[place % len(raw)] = byte
    list(Framer(version=version).feed(bytes(raw)))


@pytest.mark.parametrize(
    ("raw", "version", "reason"),
    [
        ("30ffffffff", V3, Reason.MALFORMED),  # a length of five bytes
        ("30808002", V3, Reason.TOO_LARGE),
        ("360500016100016162", V3, Reason.MALFORMED),  # QoS 3
        ("3205000161000061", V3, Reason.PROTOCOL_ERROR),  # packet identifier 0
        ("3003000100", V3, Reason.MALFORMED),  # U+0000 in a topic
        ("3003 0001 ff", V3, Reason.MALFORMED),  # no UTF-8
        ("8005 0001 0000 00", V3, Reason.MALFORMED),  # flags of SUBSCRIBE
        ("8202 0001", V3, Reason.PROTOCOL_ERROR),  # no filter
        ("f000", V3, Reason.MALFORMED),  # AUTH in 3.1.1
        ("0000", V3, Reason.MALFORMED),  # type 0
        ("10 0c 0004 4d515454 03 02 003c 0000", V3, Reason.VERSION),
        ("30 09 0001 61 05 11 00000001", V5, Reason.MALFORMED),  # a property out of place
        ("30 0a 0001 61 06 23 0001 23 0002", V5, Reason.PROTOCOL_ERROR),  # a property twice
    ],
)
def test_what_is_no_packet_is_named(raw: str, version: int, reason: Reason) -> None:
    (found,) = Framer(most=4096, version=version).feed(bytes.fromhex(raw))
    assert isinstance(found, Broken)
    assert found.reason == reason
    assert found.detail


@pytest.mark.parametrize(
    ("filter", "topic", "taken"),
    [
        ("a/+/c", "a/b/c", True),
        ("a/#", "a", True),
        ("a/#", "a/b/c", True),
        ("#", "$SYS/x", False),
        ("+/x", "$SYS/x", False),
        ("a/+", "a", False),
        ("a/+", "a/b/c", False),
        ("+", "", True),
    ],
)
def test_filters_take_topics_as_the_standard_says(filter: str, topic: str, taken: bool) -> None:
    assert topics.matches(filter, topic) is taken


def test_names_and_filters_are_told_apart() -> None:
    assert [topics.is_name(one) for one in ("a/b", "", "a/+", "x" * 600, "/" * 20)] == [True] + [False] * 4
    assert [topics.is_filter(one) for one in ("a/+/#", "a#", "#/a", "", "a/b+")] == [True] + [False] * 4

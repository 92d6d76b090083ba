"""E-mail in: a real conversation over a socket, kept before it is said so, sorted into events, never lost."""

import asyncio
import contextlib
import io
import signal
import smtplib
import subprocess
import sys
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

import psycopg
import pytest
from PIL import Image
from tests.cities import City

from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.events import finding, following, reporters
from yiwang.events.mailing import sorting
from yiwang.events.mailing.accepting import accept
from yiwang.events.mailing.model import read_letter
from yiwang.events.mailing.smtp import MOST_BYTES, listening
from yiwang.files import Shelf, hanging_on
from yiwang.places import PlaceIn

pytestmark = pytest.mark.anyio
TO = "12345@district.example"


def letter(text: str = "兰溪路200弄门口暴露垃圾堆了三天，没人清运。", **heads: str) -> EmailMessage:
    message = EmailMessage()
    usual = {"From": "李先生 <li@example.org>", "To": TO, "Subject": "垃圾", "Message_ID": "<one@example.org>"}
    for name, value in {**usual, **heads}.items():
        if value:
            message[name.replace("_", "-")] = value
    message.set_content(text)
    return message


def picture(colour: str = "white") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "PNG")
    return out.getvalue()


def post(port: int, message: EmailMessage | bytes, sender: str = "li@example.org") -> tuple[int, bytes]:
    """Hand a letter over as a mail server does; return the answer to it."""
    with smtplib.SMTP("127.0.0.1", port, timeout=60) as client:
        client.ehlo("mail.district.example")
        client.mail(sender)
        client.rcpt(TO)
        return client.data(message if isinstance(message, bytes) else message.as_bytes(policy=SMTP))


async def posted(city: City, *messages: EmailMessage | bytes, sender: str = "li@example.org") -> list[int]:
    async with listening(city.database, city.books.keyring, "127.0.0.1", 0) as port:
        answers = [await asyncio.to_thread(post, port, message, sender) for message in messages]
        return [answer[0] for answer in answers]


async def sort(city: City, tmp_path: Path) -> int:
    count = 0
    while await sorting.sort_one(city.database, Shelf(tmp_path / "files"), city.books):
        count += 1
    return count


async def rows(city: City, query: Any, *params: object) -> list[dict[str, Any]]:
    async with city.database.tx() as tx:
        return await tx.rows(query, params)


async def states(city: City) -> list[str]:
    return [row["state"] for row in await rows(city, "SELECT state FROM events.mail_message ORDER BY recorded, id")]


async def event(city: City) -> Any:
    async with city.database.tx() as tx:
        found = await finding.waiting(tx, city.officer)
    assert len(found) == 1
    return found[0]


async def test_a_letter_becomes_an_event_that_waits_for_a_person(city: City, tmp_path: Path) -> None:
    message = letter()
    message.add_attachment(picture(), maintype="image", subtype="png", filename="垃圾.png")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="x.pdf")
    assert await posted(city, message) == [250]
    assert await states(city) == ["accepted"]
    kept = await rows(city, "SELECT sealed FROM events.mail_message")
    assert b"li@example.org" not in bytes(kept[0]["sealed"])
    assert await sort(city, tmp_path) == 1
    assert await states(city) == ["reported"]
    found = await event(city)
    assert (found.channel, found.state, found.matter_code) == ("mail", "triage", "06010")
    assert found.place["text"] == "兰溪路200弄"
    async with city.database.tx() as tx:
        assert len(await hanging_on(tx, found.id)) == 1
        shown = await reporters.masked_reports(tx, city.books.keyring, found.id)
    assert shown[0]["reporter"] == "李**"
    assert (await rows(city, "SELECT sealed FROM events.mail_message"))[0]["sealed"] is None, "its report keeps it"


async def test_a_place_nobody_knows_is_located_by_hand(city: City, tmp_path: Path) -> None:
    await posted(city, letter("暴露垃圾没人管"))
    await sort(city, tmp_path)
    found = await event(city)
    assert (found.lon, found.place["confidence"]) == (None, 0.0)
    assert found.jurisdiction_id == city.places["310107000000"]


async def test_words_that_name_no_matter_are_an_event_all_the_same(city: City, tmp_path: Path) -> None:
    await posted(city, letter("希望多办几场讲座", Subject="建议"))
    await sort(city, tmp_path)
    assert (await event(city)).matter_code == "QT001"


async def test_the_same_letter_again_is_the_same_letter(city: City, tmp_path: Path) -> None:
    assert await posted(city, letter(), letter()) == [250, 250]
    assert await posted(city, letter("另一封信"), sender="other@example.org") == [250]
    assert len(await states(city)) == 2, "nobody else's Message-ID hides a letter"
    await sort(city, tmp_path)
    assert await posted(city, letter()) == [250]
    assert await sort(city, tmp_path) == 0
    without = letter(Message_ID="")
    assert await posted(city, without, without) == [250, 250]
    assert len(await states(city)) == 3


@pytest.mark.parametrize(
    "heads",
    [{"Auto_Submitted": "auto-replied"}, {"Precedence": "bulk"}, {"List_Id": "<news.example>"}],
)
async def test_what_no_person_wrote_makes_no_event(city: City, tmp_path: Path, heads: dict[str, str]) -> None:
    await posted(city, letter(**heads))
    await sort(city, tmp_path)
    assert await states(city) == ["ignored"]
    assert await rows(city, "SELECT 1 FROM events.event") == []


async def test_a_letter_that_is_too_large_is_refused_before_it_is_sent(city: City) -> None:
    async with listening(city.database, city.books.keyring, "127.0.0.1", 0) as port:

        def announce() -> int:
            with smtplib.SMTP("127.0.0.1", port, timeout=60) as client:
                client.ehlo()
                return client.mail("li@example.org", [f"size={MOST_BYTES + 1}"])[0]

        assert await asyncio.to_thread(announce) == 552


async def test_a_database_that_is_away_makes_the_mail_server_try_again(city: City, owner_url: str) -> None:
    with psycopg.connect(owner_url, autocommit=True) as owner:
        owner.execute("REVOKE INSERT ON events.mail_message FROM yiwang_app")
        assert await posted(city, letter()) == [451]
        owner.execute("GRANT INSERT ON events.mail_message TO yiwang_app")
    assert await posted(city, letter()) == [250]


@contextlib.contextmanager
def postbox(url: str, keys: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    script = Path(__file__).with_name("postbox.py")
    process = subprocess.Popen([sys.executable, str(script), url, str(keys)], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        yield process, int(process.stdout.readline())
    finally:
        process.kill()
        process.wait(20)
        assert process.stdout
        process.stdout.close()


async def test_a_kill_before_the_commit_loses_nothing(city: City, tmp_path: Path, app_url: str, owner_url: str) -> None:
    with postbox(app_url, tmp_path / "keys") as (process, port), psycopg.connect(owner_url) as owner:
        owner.execute("LOCK TABLE events.mail_message IN EXCLUSIVE MODE")  # its commit cannot come
        posting = asyncio.create_task(asyncio.to_thread(post, port, letter()))
        await _someone_waits(owner_url)
        assert not posting.done(), "250 is said after the commit only"
        process.send_signal(signal.SIGKILL)
        with pytest.raises((smtplib.SMTPServerDisconnected, ConnectionError)):
            await posting
        owner.rollback()
    assert await states(city) == []
    with postbox(app_url, tmp_path / "keys") as (process, port):
        assert (await asyncio.to_thread(post, port, letter()))[0] == 250  # the mail server sends it again
        process.send_signal(signal.SIGKILL)  # right after it said so
        process.wait(20)
    assert await states(city) == ["accepted"]
    assert await sort(city, tmp_path) == 1
    assert (await event(city)).channel == "mail"


async def _someone_waits(owner_url: str) -> None:
    query = """SELECT count(*) FROM pg_locks WHERE NOT granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"""
    with psycopg.connect(owner_url, autocommit=True) as looker:
        for _ in range(3000):
            found = looker.execute(query).fetchone()
            if found and found[0]:
                return
            await asyncio.sleep(0.02)
    raise AssertionError("the letter never reached the table")


async def test_a_letter_that_ends_its_worker_is_left_to_a_person(city: City, tmp_path: Path) -> None:
    await accept(city.database, city.books.keyring, letter().as_bytes(), sender="x")
    await rows(city, "UPDATE events.mail_message SET tries = 5 RETURNING id")
    await sort(city, tmp_path)
    assert await states(city) == ["to_sort"]


async def test_a_person_sorts_what_could_not_be_sorted_by_itself(city: City) -> None:
    await accept(city.database, city.books.keyring, letter().as_bytes(), sender="x")
    await accept(city.database, city.books.keyring, letter(Message_ID="<two@x>").as_bytes(), sender="x")
    await rows(city, "UPDATE events.mail_message SET state = 'to_sort', reason = 'x' RETURNING id")
    officer = city.holder("duty_officer")
    async with city.database.tx() as tx:
        first, second = await sorting.waiting(tx, officer, books=city.books, at=city.now)
    assert (first["sender"], first["subject"]) == ("李**", "垃圾")
    for stranger, refusal in (
        (city.holder("duty_officer", jurisdiction="310107005000"), NotFound),
        (city.holder("handler"), Forbidden),
    ):
        with pytest.raises(refusal):
            async with city.database.tx() as tx:
                await sorting.waiting(tx, stranger, books=city.books, at=city.now)
        with pytest.raises(refusal):
            async with city.database.tx() as tx:
                await sorting.dismiss(tx, stranger, first["id"], reason="x", books=city.books, at=city.now)
    here = PlaceIn(lon=121.4, lat=31.24)
    async with city.database.tx() as tx:
        told = await sorting.report_by_hand(
            tx, officer, first["id"], matter="06010", place=here, books=city.books, at=city.now
        )
        assert (await following.lives_of(tx, [told.report_id]))[told.report_id].text.startswith("兰溪路200弄")
    with pytest.raises(Conflict):
        async with city.database.tx() as tx:
            await sorting.dismiss(tx, officer, first["id"], reason="x", books=city.books, at=city.now)
    with pytest.raises(Invalid):
        async with city.database.tx() as tx:
            await sorting.dismiss(tx, officer, second["id"], reason=" ", books=city.books, at=city.now)
    async with city.database.tx() as tx:
        await sorting.dismiss(tx, officer, second["id"], reason="广告", books=city.books, at=city.now)
    assert sorted(await states(city)) == ["ignored", "reported"]
    city.later(days=91)
    async with city.database.tx() as tx:
        assert await sorting.forget_letters(tx) == 1


def test_old_charsets_pages_and_broken_heads_are_read() -> None:
    old = "=?gb2312?B?wKy7+A==?="
    raw = f"From: =?bogus?Q?x?= <a@b>\r\nSubject: {old}\r\nContent-Type: text/plain; charset=gb2312\r\n\r\n".encode()
    found = read_letter(raw + "路灯不亮".encode("gb2312"))
    assert (found.subject, found.text, found.address) == ("垃圾", "路灯不亮", "a@b")
    page = b"Content-Type: text/html; charset=nonsense\r\n\r\n<style>x{}</style><p>\xe8\xb7\xaf\xe7\x81\xaf</p><p>b</p>"
    assert read_letter(page).text == "路灯\nb"
    for broken in (b"", b"\0\xff", b"Content-Type: multipart/mixed\r\n\r\n--x", b"From: <<>\r\nSubject: =?x\r\n\r\n\0"):
        read_letter(broken)


def test_a_line_that_names_the_place_is_the_place() -> None:
    assert read_letter(letter("请看\n地点：兰溪路200弄3号门口\n谢谢").as_bytes()).place == "兰溪路200弄3号门口"
    assert read_letter(letter("没有地方").as_bytes()).place == ""


def test_a_long_letter_is_as_long_as_a_report_may_be() -> None:
    assert len(read_letter(letter("长" * 9000).as_bytes()).said) == 4000

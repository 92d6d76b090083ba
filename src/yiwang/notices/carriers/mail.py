"""Mail through a relay (SMTP, RFC 5321). The standard library's client, in a thread."""

import asyncio
import smtplib
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from yiwang.notices.carriers.carrier import PATIENCE, trusting
from yiwang.notices.kernels import scrubbed
from yiwang.notices.model import Later, Message, Outcome, Refused, Sent, Unsure

_SECONDS = PATIENCE - 1


class MailSettings(BaseModel):
    """Where the relay is. `site` is put before the links; without TLS no password is sent."""

    model_config = ConfigDict(extra="forbid")
    host: Annotated[str, Field(min_length=1, max_length=253)]
    port: Annotated[int, Field(ge=1, le=65535)] = 587
    tls: Literal["starttls", "tls", "none"] = "starttls"
    sender: Annotated[str, Field(pattern=r"^[^\s@<>]+@[^\s@<>]+$", max_length=254)]
    sender_name: Annotated[str, Field(max_length=60, pattern=r"^[^\r\n]*$")] = ""
    username: Annotated[str, Field(max_length=200)] = ""
    site: Annotated[str, Field(max_length=200)] = ""
    ca: Annotated[str | None, Field(max_length=20_000)] = None


class MailCarrier:
    """One message, one connection. A relay cannot tell doubles: a body sent without an answer may have arrived."""

    same_for: timedelta | None = None

    def __init__(self, settings: MailSettings, password: str | None) -> None:
        self._settings = settings
        self._password = password

    async def send(self, message: Message, address: str) -> Outcome:
        """Send one mail; a relay's "later" (4xx) before the body was taken is one."""
        return await asyncio.to_thread(self._send, self._letter(message, address), address)

    async def close(self) -> None:
        """Nothing is kept open: each mail has a connection of its own."""

    def _letter(self, message: Message, address: str) -> EmailMessage:
        settings = self._settings
        letter = EmailMessage()
        letter["Subject"] = _line(f"{message.title_zh} {message.title_en}")
        letter["From"] = (
            f'"{_line(settings.sender_name)}" <{settings.sender}>' if settings.sender_name else settings.sender
        )
        letter["To"] = address
        letter["Date"] = format_datetime(message.at)
        letter["Message-ID"] = f"<{message.id}@{settings.sender.rpartition('@')[2]}>"
        letter["Auto-Submitted"] = "auto-generated"
        link = f"\n\n{settings.site}{message.link}" if message.link else ""
        letter.set_content(f"{message.text}{link}\n")
        return letter

    def _send(self, letter: EmailMessage, address: str) -> Outcome:
        try:
            relay = self._connected()
        except smtplib.SMTPAuthenticationError as error:
            return Later(_told(error))
        except (OSError, smtplib.SMTPException) as error:  # ssl.SSLError is an OSError
            return Later(_told(error))
        try:
            return self._hand_over(relay, letter, address)
        finally:
            relay.close()

    def _connected(self) -> smtplib.SMTP:
        settings = self._settings
        if settings.tls == "tls":
            relay: smtplib.SMTP = smtplib.SMTP_SSL(
                settings.host, settings.port, timeout=_SECONDS, context=trusting(settings.ca)
            )
        else:
            relay = smtplib.SMTP(settings.host, settings.port, timeout=_SECONDS)
        try:
            if settings.tls == "starttls":
                relay.starttls(context=trusting(settings.ca))
            relay.ehlo_or_helo_if_needed()
            if settings.username and self._password and settings.tls != "none":
                relay.login(settings.username, self._password)
        except (OSError, smtplib.SMTPException):
            relay.close()
            raise
        return relay

    def _hand_over(self, relay: smtplib.SMTP, letter: EmailMessage, address: str) -> Outcome:
        body = False
        try:
            for code, answer in self._envelope(relay, address):
                if code >= 400:
                    return _judged(code, answer)
            body = True
            code, answer = relay.data(letter.as_bytes())
        except smtplib.SMTPDataError as error:  # refused before the body: nothing was sent
            return _judged(error.smtp_code, error.smtp_error)
        except (OSError, smtplib.SMTPException) as error:
            return Unsure(_told(error)) if body else Later(_told(error))
        return Sent(letter["Message-ID"].strip("<>")) if code < 300 else _judged(code, answer)

    def _envelope(self, relay: smtplib.SMTP, address: str) -> list[tuple[int, bytes]]:
        found = [relay.mail(self._settings.sender)]
        return [*found, relay.rcpt(address)] if found[0][0] < 400 else found


def _judged(code: int, answer: bytes | str) -> Outcome:
    words = answer.decode(errors="replace") if isinstance(answer, bytes) else answer
    told = scrubbed(f"The relay answered {code}: {words}")
    return Refused(told) if code >= 500 else Later(told, lane=False)


def _told(error: Exception) -> str:
    return scrubbed(f"{type(error).__name__}: {error}")


def _line(text: str) -> str:
    return " ".join(text.replace('"', "'").split())[:200]

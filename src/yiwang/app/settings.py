"""One typed object of settings, read once at start from `YIWANG_*` and handed down."""

import re
from ipaddress import ip_address
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from yiwang.calendar.model import SHANGHAI
from yiwang.db.cluster import default_data_dir
from yiwang.db.partitions import LEAST_MONTHS


class Settings(BaseSettings):
    """What may differ from one installation to the next; each has a default that works."""

    model_config = SettingsConfigDict(env_prefix="YIWANG_", extra="forbid", frozen=True)

    data_dir: Path = Field(default_factory=default_data_dir, description="keys, files, lake and the embedded database")
    database_url: str | None = Field(None, description="a given PostgreSQL ≥ 15 instead of the embedded one")
    database_owner_url: str | None = Field(None, description="the role that owns the tables, where it is another")
    host: str = Field("127.0.0.1", description="the address to listen on")
    port: int = Field(8000, ge=0, le=65535, description="the port to listen on")
    api_workers: int = Field(2, ge=1, le=64, description="processes that answer HTTP")
    pool_size: int = Field(10, ge=2, le=100, description="database connections of one process")
    platform: str = Field("putuo", min_length=1, max_length=40, description="this platform's name among others")
    title: str = Field("普陀区城市运行一网统管平台", description="the name shown on every page")
    zone: str = Field(SHANGHAI, description="the time zone in which times are shown")
    district: str = Field("310107", pattern=r"^\d{6}$", description="the district (GB/T 2260) set up at first start")
    sample: bool = Field(False, description="fill an empty platform with a few cases to look at; pages say 演示数据")
    demo: bool = Field(False, description="show the made-up district; on loopback one comes in by a click")
    scenarios: Path | None = Field(None, description="a folder with scenarios of your own, beside the installed ones")
    tls: bool = Field(False, description="speak HTTPS; without a certificate of yours by one of our own authority")
    tls_certificate: Path | None = Field(None, description="a PEM chain to use instead of our own authority's")
    tls_key: Path | None = Field(None, description="the PEM key of that certificate")
    tls_names: str = Field("", description="names and addresses, with commas, that our own certificate is to serve")
    redirect_port: int | None = Field(None, ge=0, le=65535, description="answers plain HTTP by the https address")
    trusted_proxies: str = Field("127.0.0.1,::1", description="addresses and networks whose X-Forwarded-* is believed")
    rate_limit: float = Field(
        200.0, gt=0, description="calls a second of a key, a session or an unknown address, in each process"
    )
    webhook_hosts: str = Field("", description="hosts, with commas, that webhooks reach without TLS or on this machine")
    metrics_token: SecretStr | None = Field(None, description="lets others than this machine read /metrics")
    clock_tolerance: float = Field(5.0, gt=0, description="seconds our clock and the database's may differ unnoticed")
    disk_reserve: int = Field(256, ge=0, description="MB that stay free: below it nothing is taken in any more")
    mail_listen: str | None = Field(None, description="address:port of this machine where letters are handed over")
    mqtt_listen: str | None = Field(None, description="address:port where devices speak MQTT")
    mqtts_listen: str | None = Field(None, description="address:port where devices speak MQTT over TLS")
    monitor_listen: str | None = Field(None, description="address:port where monitors speak HJ 212")
    vehicle_listen: str | None = Field(None, description="address:port where vehicles speak JT/T 808")
    fire_listen: str | None = Field(None, description="address:port where fire units speak GB/T 26875.3")
    monitor_tls_listen: str | None = Field(None, description="address:port where monitors speak HJ 212 over TLS")
    vehicle_tls_listen: str | None = Field(None, description="address:port where vehicles speak JT/T 808 over TLS")
    fire_tls_listen: str | None = Field(None, description="address:port where fire units speak over TLS")
    mqtt_routes: Path | None = Field(None, description="a TOML file: which topics are read how")
    mqtt_brokers: Path | None = Field(None, description="a TOML file: brokers of others to read from")
    basemap: str | None = Field(None, description="map tiles: an address with {z}, {x}, {y}, or a .pmtiles file")
    basemap_attribution: str | None = Field(None, max_length=200, description="whose map that is, shown on it")
    readings_days: int | None = Field(None, ge=1, description="days that readings are kept; roll-ups stay")
    resident_reports: int = Field(10, ge=1, description="reports an hour from one address without an account")
    log: Literal["auto", "text", "json"] = Field("auto", description="auto: text on a terminal, JSON elsewhere")
    retention: dict[str, int] = Field(default_factory=dict, description="months that rows of a table are kept")
    retention_export: bool = Field(True, description="write what retention drops to Parquet files before")

    @property
    def has_gateway(self) -> bool:
        """Whether devices are listened to, or brokers read."""
        named = (self.mqtt_listen, self.mqtts_listen, self.monitor_listen, self.vehicle_listen, self.fire_listen)
        over_tls = (self.monitor_tls_listen, self.vehicle_tls_listen, self.fire_tls_listen)
        return any((*named, *over_tls, self.mqtt_brokers))

    @field_validator("basemap")
    @classmethod
    def _tiles(cls, url: str | None) -> str | None:
        if url and url.endswith(".pmtiles") and Path(url).is_file():
            return url
        if url and not (
            re.match(r"https?://[\w.:\[\]-]+/", url, re.ASCII) and all(f"{{{part}}}" in url for part in "zxy")
        ):
            raise ValueError("name tiles, https://… with {z}, {x} and {y} where their numbers go, or a .pmtiles file")
        return url

    @field_validator("mail_listen")
    @classmethod
    def _this_machine(cls, where: str | None) -> str | None:
        host, _, port = (where or "").rpartition(":")
        if where and not (port.isdigit() and 0 <= int(port) <= 65535 and ip_address(host.strip("[]")).is_loopback):
            raise ValueError("letters come from a mail server on this machine: name an address such as 127.0.0.1:2525")
        return where

    @field_validator(
        *("mqtt_listen", "mqtts_listen", "monitor_listen", "vehicle_listen", "fire_listen"),
        *("monitor_tls_listen", "vehicle_tls_listen", "fire_tls_listen"),
    )
    @classmethod
    def _an_address(cls, where: str | None) -> str | None:
        host, _, port = (where or "").rpartition(":")
        if where and not (port.isdigit() and 0 <= int(port) <= 65535 and ip_address(host.strip("[]"))):
            raise ValueError("name an address and a port such as 0.0.0.0:1883")
        return where

    @field_validator("retention")
    @classmethod
    def _long_enough(cls, value: dict[str, int]) -> dict[str, int]:
        for table, months in value.items():
            least = LEAST_MONTHS.get(table, 1)
            if months < least:
                raise ValueError(f"{table} is kept for at least {least} months")
        return value

"""One typed object of settings, read once at start from `YIWANG_*` and handed down."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from yiwang.calendar.model import SHANGHAI
from yiwang.db.cluster import default_data_dir


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
    sample: bool = Field(True, description="fill an empty platform with a district to look at; its pages say 演示数据")

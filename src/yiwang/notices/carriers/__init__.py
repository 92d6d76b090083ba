"""What brings a message out of the platform: mail, SMS gateways, WeCom 政务微信, webhooks."""

from yiwang.notices.carriers.carrier import Carrier
from yiwang.notices.carriers.opening import open_carrier, read_settings
from yiwang.notices.carriers.webhook import Target, WebhookCarrier

__all__ = ["Carrier", "Target", "WebhookCarrier", "open_carrier", "read_settings"]

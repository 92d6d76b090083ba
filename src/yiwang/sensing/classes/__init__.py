"""Classes of devices: what each measures, how often, when it is silent, what its alarms are."""

from yiwang.sensing.classes.book import ClassBook, kept
from yiwang.sensing.classes.declaring import publish_shipped, shipped
from yiwang.sensing.classes.model import CLASS, METRIC_KINDS, PROTOCOLS, DeviceClass, Metric

__all__ = [
    "CLASS",
    "METRIC_KINDS",
    "PROTOCOLS",
    "ClassBook",
    "DeviceClass",
    "Metric",
    "kept",
    "publish_shipped",
    "shipped",
]

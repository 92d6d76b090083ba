"""Names and filters of topics (MQTT 5.0 §4.7)."""

LONGEST, DEEPEST = 512, 16  # bytes and levels: longer ones are no device's


def is_name(topic: str) -> bool:
    """Tell whether a message may be published to this topic here."""
    return bool(topic) and _small(topic) and "+" not in topic and "#" not in topic


def is_filter(filter: str) -> bool:
    """Tell whether a subscription may ask for this."""
    levels = filter.split("/")
    return (
        bool(filter)
        and _small(filter)
        and all(level in {"+", "#"} or ("+" not in level and "#" not in level) for level in levels)
        and "#" not in levels[:-1]
    )


def _small(topic: str) -> bool:
    return len(topic) <= LONGEST and topic.count("/") < DEEPEST


def matches(filter: str, topic: str) -> bool:
    """Tell whether a filter takes a topic in; wildcards at the start leave topics of the server ($…) out."""
    if topic.startswith("$") and filter[:1] in {"+", "#"}:
        return False
    wanted, levels = filter.split("/"), topic.split("/")
    for place, level in enumerate(wanted):
        if level == "#":
            return True
        if place >= len(levels) or level not in {"+", levels[place]}:
            return False
    return len(wanted) == len(levels)

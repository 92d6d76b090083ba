"""Event centre 事件中心: reports of every channel become located, classified, merged events."""

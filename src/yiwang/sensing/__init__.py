"""Sensing: devices by their own protocols, their readings in columns, durable before they are acknowledged."""

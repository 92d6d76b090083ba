"""MQTT 3.1.1 and 5: a listener of our own for devices, and a client of any broker. Decision 22 says why."""

"""What operators' IoT platforms push: a declared mapping of their JSON, base64 payloads included."""

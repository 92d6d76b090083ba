"""HTTPS: an authority of our own or a given certificate, its renewal, and the hint for those who type http://."""

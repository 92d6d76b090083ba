"""All SQL of the hotline's orders: `orders` and what happens to them, `imports` of files."""

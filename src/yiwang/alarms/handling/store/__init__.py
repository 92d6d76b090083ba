"""SQL of handling: `alarms` reads and changes rows, `silences` and `verdicts` keep their own."""

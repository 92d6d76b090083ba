"""All SQL of the alarms, by table."""

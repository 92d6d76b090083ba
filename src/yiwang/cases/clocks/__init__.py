"""What time and other rooms do to a case: reminders, escalation, new due times, telling its unit."""

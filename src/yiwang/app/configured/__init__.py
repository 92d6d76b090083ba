"""What this installation is set to and by which limits it goes, for whoever keeps it; nothing is set from here."""

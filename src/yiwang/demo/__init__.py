"""The demo district: a made-up city on Putuo's real codes. It knows the platform by its public doors alone."""

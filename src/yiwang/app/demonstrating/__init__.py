"""What a platform that shows the made-up district has and no other: how far it is, and identities to choose from."""

"""Identity: every way in beside the password, second factors, and what each role asks of its holders."""

"""The duty officer's page: the live queue over all that is open, phrases 常用语, saved views, the morning report."""

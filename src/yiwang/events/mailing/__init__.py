"""E-mail in: letters handed over by the district's own mail server, sealed before anybody reads them."""

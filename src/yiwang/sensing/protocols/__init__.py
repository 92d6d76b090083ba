"""What devices speak: a codec for each protocol, pure and total. Bytes become a message or a named fault."""

"""All SQL of ways in, second factors and rules of roles."""

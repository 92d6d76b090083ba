"""The wall 大屏: one answer that says how the city stands, without naming a person."""
